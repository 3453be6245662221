import { Trans } from '@lingui/react/macro';
import type { MfaKey } from '../../api/mfa-keys.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';

/** Milliseconds between which and none no reader tells a difference. */
const A_MINUTE = 60_000;

/** When a key was made, and when it was confirmed; once, where it was done in one go. */
export function KeyDates({ mfaKey: { creation_date, activation_date } }: { mfaKey: MfaKey }) {
  const isOneMoment =
    creation_date && activation_date && Math.abs(activation_date.getTime() - creation_date.getTime()) < A_MINUTE;
  const added = creation_date && !isOneMoment && (
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
