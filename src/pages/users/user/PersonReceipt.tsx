import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { ApiError } from '../../../api/errors.ts';
import { mfaKeyTypesQuery } from '../../../api/mfa-keys.ts';
import { wordsOf } from '../../../api/tolerant.ts';
import { cleanText } from '../../../ui/untrustedText.ts';
import { ReceiptCard } from '../../parts/ReceiptCard.tsx';
import type { ReceiptRow } from '../../parts/receipt.ts';
import { useActor } from '../../parts/useActor.ts';
import type { RemovalDone, RemovedItem } from './useRemoval.ts';

export function PersonReceipt({ done }: { done: RemovalDone }) {
  const { t } = useLingui();
  const by = useActor();
  const { data: types } = useQuery(mfaKeyTypesQuery);
  const { removal, user, items, at } = done;

  const nameOf = ({ kind, id }: RemovedItem): string => {
    if (kind === 'key') {
      const type = wordsOf(removal.keys.find((key) => key.id === id)?.type, types);
      return cleanText(type) || t`Authenticator app`;
    }
    const device = removal.devices.find((candidate) => candidate.id === id);
    const browser = cleanText(device?.browser ?? '') || t`Unknown browser`;
    const system = cleanText(device?.operating_system ?? '');
    return system ? t`${browser} on ${system}` : browser;
  };
  const rows = items.map(
    (item): ReceiptRow => ({
      userId: user.id,
      email: cleanText(user.username ?? ''),
      name: cleanText(user.name ?? ''),
      item: nameOf(item),
      itemId: item.id,
      isDone: item.error === undefined,
      result: item.error === undefined ? (item.kind === 'device' ? t`revoked` : t`removed`) : t`still there`,
      reason: reasonOf(item.error),
    }),
  );
  const failed = rows.filter(({ isDone }) => !isDone).length;
  const gone = rows.length - failed;

  return (
    <ReceiptCard receipt={{ by, at, rows }}>
      <p role="status">
        <Plural value={gone} _0="Nothing was revoked." one="# item was revoked." other="# items were revoked." />{' '}
        {failed > 0 && <Plural value={failed} one="# item is still there." other="# items are still there." />}
      </p>
      {failed > 0 && (
        <p>
          <Trans>What is still there keeps working. Try again, or pass the ticket on with the reason.</Trans>
        </p>
      )}
    </ReceiptCard>
  );

  function reasonOf(error: unknown): string {
    if (error === undefined) return '';
    if (!(error instanceof ApiError)) return t`unexpected error`;
    const code = [error.status, error.token].filter((part) => part !== undefined).join(' ');
    const said = error.reason && cleanText(error.reason);
    return [said, code].filter(Boolean).join(', ') || t`the service could not be reached`;
  }
}
