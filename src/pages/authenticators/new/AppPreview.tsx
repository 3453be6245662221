import { Plural, Trans } from '@lingui/react/macro';
import type { KeyUri } from '../../../otp/key-uri.ts';
import { UntrustedText } from '../../../ui/UntrustedText.tsx';
import styles from './New.module.css';

/** What the app will show, so that people find the entry; the numbers only where apps would assume others. */
export function AppPreview({ keyUri: { issuer, account, digits, period, algorithm } }: { keyUri: KeyUri }) {
  return (
    <div>
      <p className={styles.lead}>
        <Trans>The app will show:</Trans>
      </p>
      <div className={styles.preview}>
        {issuer !== '' && (
          <strong>
            <UntrustedText>{issuer}</UntrustedText>
          </strong>
        )}
        <span>
          <UntrustedText>{account}</UntrustedText>
        </span>
        {digits !== 6 && (
          <span>
            <Plural value={digits} one="# digit" other="# digits" />
          </span>
        )}
        {period !== 30 && (
          <span>
            <Plural value={period} one="A new code every second" other="A new code every # seconds" />
          </span>
        )}
        {algorithm !== 'SHA1' && (
          <span>
            <Trans>Algorithm: {algorithm}</Trans>
          </span>
        )}
      </div>
    </div>
  );
}
