import { Trans, useLingui } from '@lingui/react/macro';
import styles from './TimeRing.module.css';

interface TimeRingProps {
  secondsLeft: number;
  /** The length of the time step in seconds. */
  period: number;
}

/** The time left in the current time step. Attributes, not styles, draw it: the policy allows no inline style. */
export function TimeRing({ secondsLeft, period }: TimeRingProps) {
  const { t } = useLingui();
  const left = Math.min(1, Math.max(0, secondsLeft / period)) * 100;
  return (
    <span className={styles.ring} role="timer" aria-label={t`Time left for this code`}>
      <svg viewBox="0 0 28 28" width="28" height="28" fill="none" strokeWidth="3" aria-hidden="true">
        <circle className={styles.track} cx="14" cy="14" r="12" />
        <circle
          className={styles.left}
          cx="14"
          cy="14"
          r="12"
          pathLength={100}
          strokeDasharray={`${left} 100`}
          // From the top, and away clockwise.
          transform="rotate(-90 14 14)"
        />
      </svg>
      <span className={styles.seconds}>
        <Trans>{Math.max(0, Math.ceil(secondsLeft))} s</Trans>
      </span>
    </span>
  );
}
