import { useLingui } from '@lingui/react/macro';
import { exactTime } from '../../ui/dateFormat.ts';
import type { ReceiptWords } from './receipt.ts';

export function useReceiptWords(): ReceiptWords {
  const { t, i18n } = useLingui();
  return {
    title: t`Receipt of the MFA portal`,
    columns: {
      ticket: t`Ticket`,
      by: t`By`,
      time: t`Time`,
      localTime: t`Local time`,
      userId: t`User ID`,
      email: t`Email`,
      name: t`Name`,
      item: t`Item`,
      itemId: t`Item ID`,
      result: t`Result`,
      reason: t`Reason`,
    },
    localTime: (at) => exactTime(at, i18n.locale, 'seconds'),
  };
}
