import { Trans } from '@lingui/react/macro';
import type { MfaKey } from '../../api/mfa-keys.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';

/** When a key was made, and when it was confirmed. */
export function KeyDates({ mfaKey: { creation_date, activation_date } }: { mfaKey: MfaKey }) {
  const added = creation_date && (
    <Trans>
      Added <RelativeTime date={creation_date} />
    </Trans>
  );
  const activated = activation_date && (
    <Trans>
      Activated <RelativeTime date={activation_date} />
    </Trans>
  );
  return (
    <>
      {added}
      {added && activated && ' · '}
      {activated}
    </>
  );
}
