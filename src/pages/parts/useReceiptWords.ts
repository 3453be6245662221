import { useLingui } from '@lingui/react/macro';
import { exactTime } from '../../ui/dateFormat.ts';
import { type ReceiptWords, utc } from './receipt.ts';

export function useReceiptWords(): ReceiptWords {
  const { t, i18n } = useLingui();
  return {
    title: t`Receipt of the MFA portal`,
    ticket: t`Ticket`,
    by: t`By`,
    time: t`Time`,
    userId: (id) => t`User ID ${String(id)}`,
    exactTime: (at) => {
      const local = exactTime(at, i18n.locale, 'seconds');
      // Where the clock is UTC's own, once is enough.
      return local && at.getTimezoneOffset() === 0 ? local : `${local} (${utc(at)})`;
    },
    labelled: (label, words) => t`${label}: ${words}`,
    joined: (words, more) => t`${words}, ${more}`,
  };
}
