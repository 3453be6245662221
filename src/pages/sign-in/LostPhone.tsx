import { Trans } from '@lingui/react/macro';
import { supportContact } from '../../settings.ts';
import { UntrustedText } from '../../ui/UntrustedText.tsx';
import styles from './SignIn.module.css';

export function LostPhone() {
  return (
    <details className={styles.lostPhone}>
      <summary>
        <Trans>Lost your phone?</Trans>
      </summary>
      <p>
        <Trans>
          Sign in from a browser that you trusted earlier, if you have one: it needs no code. Otherwise your
          authenticator app has to be removed by someone who may, before codes come by email again.
        </Trans>
      </p>
      <p>
        <Contact />
      </p>
    </details>
  );
}

/** Whom to ask, as set at deployment. */
function Contact() {
  if (supportContact === '') return <Trans>Ask an administrator of your organisation.</Trans>;
  if (/^[^\s@<>]+@[^\s@<>]+$/.test(supportContact)) {
    return (
      <Trans>
        Ask <a href={`mailto:${encodeURIComponent(supportContact)}`}>{supportContact}</a>.
      </Trans>
    );
  }
  const contact = <UntrustedText>{supportContact}</UntrustedText>;
  return <Trans>Ask: {contact}</Trans>;
}
