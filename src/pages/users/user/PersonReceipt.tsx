import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { mfaKeyTypesQuery } from '../../../api/mfa-keys.ts';
import { wordsOf } from '../../../api/tolerant.ts';
import { Alert } from '../../../ui/Alert.tsx';
import { Button } from '../../../ui/Button.tsx';
import { asProblem } from '../../../ui/problem.ts';
import { cleanText } from '../../../ui/untrustedText.ts';
import { ReceiptCard } from '../../parts/ReceiptCard.tsx';
import type { ReceiptRow } from '../../parts/receipt.ts';
import { useActor } from '../../parts/useActor.ts';
import { useFailureWords } from '../../parts/useFailureWords.ts';
import type { Removal } from './removal.ts';
import { Unreadable } from './Unreadable.tsx';
import styles from './User.module.css';
import { type RemovalDone, type RemovedItem, timeOf } from './useRemoval.ts';

interface PersonReceiptProps {
  done: RemovalDone;
  /** Asks for what failed once more. */
  onRetry: (removal: Removal) => void;
}

export function PersonReceipt({ done, onRetry }: PersonReceiptProps) {
  const { t } = useLingui();
  const by = useActor();
  const failureWords = useFailureWords();
  const { data: types } = useQuery(mfaKeyTypesQuery);
  const { removal, user, items, isAllKnown } = done;
  const left = items.filter(({ error }) => error !== undefined);
  const gone = items.length - left.length;

  const nameOf = (item: RemovedItem): string => {
    if (item.kind === 'key') return cleanText(wordsOf(item.row.type, types)) || t`Authenticator app`;
    const browser = cleanText(item.row.browser ?? '') || t`Unknown browser`;
    const system = cleanText(item.row.operating_system ?? '');
    return system ? t`${browser} on ${system}` : browser;
  };
  const rows = items.map(
    (item): ReceiptRow => ({
      userId: user.id,
      email: cleanText(user.username ?? ''),
      name: cleanText(user.name ?? ''),
      item: nameOf(item),
      itemId: item.row.id,
      isDone: item.error === undefined,
      result: item.error === undefined ? (item.kind === 'device' ? t`revoked` : t`removed`) : t`still there`,
      reason: item.error === undefined ? '' : failureWords(asProblem(item.error)),
      at: item.at,
    }),
  );
  const retry = () =>
    onRetry({
      ...removal,
      devices: left.flatMap((item) => (item.kind === 'device' ? [item.row] : [])),
      keys: left.flatMap((item) => (item.kind === 'key' ? [item.row] : [])),
    });

  return (
    <ReceiptCard receipt={{ by, at: timeOf(done), rows }}>
      <p role="status">
        <Plural value={gone} _0="Nothing was revoked." one="# item was revoked." other="# items were revoked." />
      </p>
      {left.length > 0 && (
        <Alert
          tone="danger"
          title={<Plural value={left.length} one="# item is still there." other="# items are still there." />}
        >
          <div className={styles.stillThere}>
            <p>
              <Trans>What is still there keeps working. Try again, or pass the ticket on with the reason.</Trans>
            </p>
            <Button size="small" onClick={retry}>
              <Trans>Try again</Trans>
            </Button>
          </div>
        </Alert>
      )}
      <Unreadable count={removal.unreadable} />
      {!isAllKnown && removal.unreadable === 0 && (
        <p>
          <Trans>The service could not tell whether anything else is left. Look at the lists below.</Trans>
        </p>
      )}
    </ReceiptCard>
  );
}
