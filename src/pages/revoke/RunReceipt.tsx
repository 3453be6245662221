import { Plural, useLingui } from '@lingui/react/macro';
import type { Outcome, PlannedPerson } from '../../revocation/plan.ts';
import type { Run } from '../../revocation/run.ts';
import { cleanText } from '../../ui/untrustedText.ts';
import { ReceiptCard } from '../parts/ReceiptCard.tsx';
import type { ReceiptRow } from '../parts/receipt.ts';

export function RunReceipt({ run }: { run: Run }) {
  const { t } = useLingui();
  const outcomes = Map.groupBy(run.getOutcomes(), ({ personId }) => personId);
  const { finished } = run;
  const rows = run.plan.people.flatMap((person) => {
    const own = outcomes.get(person.id);
    if (own) return own.map((outcome) => rowOf(person, outcome));
    const isDone = finished.has(person.id);
    return [
      {
        ...base(person),
        item: t`Account`,
        itemId: person.id,
        isDone,
        result: isDone ? t`nothing to revoke` : t`not done`,
        reason: '',
      },
    ];
  });
  const gone = run.getState().itemsDone;
  return (
    <ReceiptCard receipt={{ by: run.plan.by, at: new Date(), rows }}>
      <p>
        <Plural value={gone} _0="Nothing was revoked." one="# item was revoked." other="# items were revoked." />
      </p>
    </ReceiptCard>
  );

  function base({ id, username, name }: PlannedPerson) {
    return { userId: id, email: cleanText(username), name: cleanText(name) };
  }

  function rowOf(person: PlannedPerson, { kind, itemId, label, isDone, status, token, reason }: Outcome): ReceiptRow {
    const names = { device: t`Trusted device`, key: t`Authenticator app`, person: t`Account` };
    const words = cleanText(label);
    return {
      ...base(person),
      item: words ? `${names[kind]}: ${words}` : names[kind],
      itemId,
      isDone,
      result: isDone ? t`revoked` : t`failed`,
      reason: isDone
        ? ''
        : [reason && cleanText(reason), [status, token].filter(Boolean).join(' ')].filter(Boolean).join(', '),
    };
  }
}
