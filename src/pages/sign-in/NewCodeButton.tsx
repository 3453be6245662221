import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { announce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './SignIn.module.css';

/** Seconds between two codes: an e-mail needs as long, and the API's address limit is shared by all. */
const COOLDOWN = 30;

interface NewCodeButtonProps {
  onNewCode: () => Promise<void>;
  onFailure: (failure: unknown) => void;
}

export function NewCodeButton({ onNewCode, onFailure }: NewCodeButtonProps) {
  const { t } = useLingui();
  const [pending, setPending] = useState(false);
  const [now, setNow] = useState(() => performance.now());
  const [sentAt, setSentAt] = useState(now);
  // By the clock: a tab in the background is given its timers late.
  const secondsLeft = Math.max(0, Math.ceil(COOLDOWN - (now - sentAt) / 1_000));

  useEffect(() => {
    if (secondsLeft === 0) return;
    const timer = setInterval(() => setNow(performance.now()), 1_000);
    return () => clearInterval(timer);
  }, [secondsLeft]);

  async function send() {
    setPending(true);
    try {
      await onNewCode();
      announce(t`A new code is on its way.`);
    } catch (error) {
      onFailure(error);
      setPending(false);
      setSentAt(performance.now());
      setNow(performance.now());
    }
  }

  return (
    <div className={styles.newCode}>
      <Button wide pending={pending} disabled={secondsLeft > 0} onClick={send}>
        <Trans>Send a new code</Trans>
      </Button>
      {secondsLeft > 0 && (
        <p className={styles.hint}>
          <Plural value={secondsLeft} one="Available in # second" other="Available in # seconds" />
        </p>
      )}
    </div>
  );
}
