import { useLingui } from '@lingui/react/macro';
import type { ReceiptWords } from './receipt.ts';

export function useReceiptWords(): ReceiptWords {
  const { t, i18n } = useLingui();
  return {
    title: t`Access revoked in the MFA portal`,
    columns: {
      ticket: t`Ticket`,
      by: t`By`,
      time: t`Time`,
      userId: t`User ID`,
      email: t`Email`,
      name: t`Name`,
      item: t`Item`,
      itemId: t`Item ID`,
      result: t`Result`,
      reason: t`Reason`,
    },
    localTime: (at) => new Intl.DateTimeFormat(i18n.locale, { dateStyle: 'medium', timeStyle: 'long' }).format(at),
  };
}
