import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useSyncExternalStore } from 'react';
import type { Run } from '../../revocation/run.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card, CardHeading } from '../../ui/Card.tsx';
import { useFocusOnMount } from '../../ui/useFocusOnMount.ts';
import { LeaveRunGuard } from './LeaveRunGuard.tsx';
import styles from './Revoke.module.css';
import { RunProgress } from './RunProgress.tsx';
import { RunReceipt } from './RunReceipt.tsx';
import { carryOut } from './revocation.ts';

interface RunStepProps {
  run: Run;
  /** Works, where it was stopped or had to wait for another. */
  onGoOn: () => void;
  onDone: () => void;
}

export function RunStep({ run, onGoOn, onDone }: RunStepProps) {
  const { t } = useLingui();
  const state = useSyncExternalStore(run.subscribe, run.getState);
  const heading = useFocusOnMount<HTMLHeadingElement>();
  const { status, failures } = state;
  const isOver = status !== 'running' && status !== 'paused';
  const words = {
    running: t`Revoking`,
    paused: t`Paused`,
    finished: failures > 0 ? t`Done, with failures` : t`Done`,
    stopped: t`Stopped`,
    'signed-out': t`Stopped`,
  };
  const title = words[status];
  useEffect(() => announce(title), [title]);
  /** The buttons go with what they are for. */
  const leaveButtons = (act: () => void) => {
    heading.current?.focus();
    act();
  };

  return (
    <div className={styles.step}>
      <Card
        aria-labelledby="progress"
        tone={isOver ? (status === 'finished' && failures === 0 ? 'good' : 'warning') : 'neutral'}
      >
        <CardHeading id="progress" headingRef={heading} title={title} />
        <div className={styles.step}>
          <RunProgress state={state} />
          <div className={styles.buttons}>
            {!isOver && (
              <>
                {/* One button, which keeps the focus. */}
                <Button
                  look={status === 'paused' ? 'filled' : undefined}
                  // The second press of a double click would undo the first.
                  onClick={({ detail }) => detail < 2 && (status === 'paused' ? run.resume() : run.pause())}
                >
                  {status === 'paused' ? <Trans>Go on</Trans> : <Trans>Pause</Trans>}
                </Button>
                <Button look="danger" onClick={() => leaveButtons(() => run.stop())}>
                  <Trans>Stop</Trans>
                </Button>
              </>
            )}
            {isOver && status !== 'finished' && (
              <Button onClick={() => leaveButtons(onGoOn)}>
                <Trans>Go on</Trans>
              </Button>
            )}
            {isOver && failures > 0 && (
              <Button onClick={() => leaveButtons(() => void carryOut(run, () => run.retryFailed()))}>
                <Trans>Retry failed</Trans>
              </Button>
            )}
          </div>
        </div>
      </Card>
      {isOver && <RunReceipt run={run} />}
      {isOver && (
        <div className={styles.buttons}>
          <Button onClick={onDone}>
            <Trans>Another list</Trans>
          </Button>
        </div>
      )}
      {!isOver && <LeaveRunGuard run={run} />}
    </div>
  );
}
