import { Plural, Trans } from '@lingui/react/macro';
import type { CodeFit } from '../../../otp/drift.ts';
import { Alert } from '../../../ui/Alert.tsx';

interface MisfitAlertProps {
  id: string;
  fit: Exclude<CodeFit, { fit: 'now' }>;
}

/** Why a code was not sent: the browser knows the secret at this moment, and the code does not fit it. */
export function MisfitAlert({ id, fit }: MisfitAlertProps) {
  if (fit.fit === 'none') {
    return (
      <Alert id={id} tone="warning" title={<Trans>This code does not fit</Trans>}>
        <Trans>
          It was not sent, so nothing is lost. Check that you read it from the entry you have just added, and that it
          has not changed in the meantime.
        </Trans>
      </Alert>
    );
  }
  const minutes = Math.max(1, Math.round(Math.abs(fit.seconds) / 60));
  return (
    <Alert
      id={id}
      tone="warning"
      title={
        fit.seconds > 0 ? (
          <Plural
            value={minutes}
            one="Your phone’s clock is about # minute ahead"
            other="Your phone’s clock is about # minutes ahead"
          />
        ) : (
          <Plural
            value={minutes}
            one="Your phone’s clock is about # minute behind, or the code is an old one"
            other="Your phone’s clock is about # minutes behind, or the code is an old one"
          />
        )
      }
    >
      <Trans>
        The code was not sent, so nothing is lost. Set your phone to take date and time from the network, then enter the
        code it shows after that.
      </Trans>
    </Alert>
  );
}
