import { Trans, useLingui } from '@lingui/react/macro';
import type { NewMfaKey } from '../../../api/mfa-keys.ts';
import { groupSetupKey, type KeyUri } from '../../../otp/key-uri.ts';
import { buttonClass } from '../../../ui/buttonLook.ts';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { expectToLeaveForApp } from './LeaveGuard.tsx';
import styles from './New.module.css';

interface CannotScanProps {
  mfaKey: NewMfaKey;
  /** Undefined where `otpauth` is no Key URI: then it does not become a link. */
  keyUri: KeyUri | undefined;
  /** Where there is no other way, it is seen at once. */
  open: boolean;
}

/** The other ways to give the app the same secret. */
export function CannotScan({ mfaKey, keyUri, open }: CannotScanProps) {
  const { t } = useLingui();
  const setupKey = mfaKey.secretKey ?? keyUri?.setupKey;
  return (
    <details className={styles.cannotScan} open={open}>
      <summary>
        <Trans>Can’t scan it?</Trans>
      </summary>
      {setupKey && (
        <>
          <p className={styles.lead}>
            <Trans>Type this key into your app, or copy it.</Trans>
          </p>
          <dl className={styles.setupKey}>
            <dt>
              <Trans>Setup key</Trans>
            </dt>
            <dd>
              <code>{groupSetupKey(setupKey)}</code>
            </dd>
          </dl>
          <CopyButton wide text={setupKey} label={t`Copy setup key`} />
        </>
      )}
      {keyUri && (
        <a
          className={buttonClass({ size: 'small', wide: true })}
          href={mfaKey.otpauth}
          rel="noreferrer"
          onClick={expectToLeaveForApp}
        >
          <Trans>Open in an authenticator app</Trans>
        </a>
      )}
    </details>
  );
}
