import { Plural, useLingui } from '@lingui/react/macro';
import type { LeftOut, Outcome, PlannedPerson } from '../../revocation/plan.ts';
import type { Run } from '../../revocation/run.ts';
import { cleanText } from '../../ui/untrustedText.ts';
import { ReceiptCard } from '../parts/ReceiptCard.tsx';
import type { ReceiptRow } from '../parts/receipt.ts';
import { useFailureWords } from '../parts/useFailureWords.ts';

export function RunReceipt({ run }: { run: Run }) {
  const { t } = useLingui();
  const failureWords = useFailureWords();
  const { plan, finished } = run;
  const all = run.getOutcomes();
  const outcomes = Map.groupBy(all, ({ personId }) => personId);
  const notDone = plan.people.filter(({ id }) => !finished.has(id)).length;
  const rows = [
    ...plan.people.flatMap((person) => [
      ...(outcomes.get(person.id) ?? []).map((outcome) => rowOf(person, outcome)),
      ...(finished.has(person.id) && outcomes.has(person.id) ? [] : [rowOfAccount(person, finished.has(person.id))]),
    ]),
    ...plan.leftOut.map(rowOfLine),
  ];
  const { itemsDone, failures } = run.getState();
  return (
    <ReceiptCard
      receipt={{ by: plan.by, at: new Date(Math.max(plan.startedAt, ...all.slice(-1).map(({ at }) => at))), rows }}
    >
      <p>
        <Plural value={itemsDone} _0="Nothing was revoked." one="# item was revoked." other="# items were revoked." />{' '}
        {failures > 0 && <Plural value={failures} one="# failed." other="# failed." />}{' '}
        {notDone > 0 && <Plural value={notDone} one="# person is left to do." other="# people are left to do." />}
      </p>
    </ReceiptCard>
  );

  function rowOf(person: PlannedPerson, outcome: Outcome): ReceiptRow {
    const names = { device: t`Trusted device`, key: t`Authenticator app`, person: t`Account` };
    const label = names[outcome.kind];
    const words = cleanText(outcome.label);
    const { isDone, itemId, at, problem } = outcome;
    return {
      ...base(person),
      item: words ? t`${label}: ${words}` : label,
      itemId,
      isDone,
      result: isDone ? (outcome.kind === 'key' ? t`removed` : t`revoked`) : t`failed`,
      reason: isDone ? '' : failureWords({ ...outcome, kind: problem }),
      at: new Date(at),
    };
  }

  /** A person of whom nothing was to go, or with whom it is not through. */
  function rowOfAccount(person: PlannedPerson, isDone: boolean): ReceiptRow {
    const result = isDone ? t`nothing to revoke` : t`not done`;
    return { ...base(person), item: t`Account`, itemId: person.id, isDone, result, reason: '', at: undefined };
  }

  /** A line of the list for which nothing was done. */
  function rowOfLine({ text, why }: { text: string; why: LeftOut }): ReceiptRow {
    const reasons = {
      'not-found': t`not found`,
      ambiguous: t`more than one`,
      'not-allowed': t`not allowed`,
      failed: t`could not be looked up`,
      own: t`your own account`,
    };
    return {
      userId: undefined,
      email: cleanText(text),
      name: '',
      item: t`Line of the list`,
      itemId: undefined,
      isDone: false,
      result: t`left out`,
      reason: reasons[why],
      at: undefined,
    };
  }
}

function base({ id, username, name }: PlannedPerson) {
  return { userId: id, email: cleanText(username), name: cleanText(name) };
}
