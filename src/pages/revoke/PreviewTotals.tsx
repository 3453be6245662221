import { Plural, Trans } from '@lingui/react/macro';
import type { Work } from '../../revocation/plan.ts';
import type { PreviewLine, Sorted } from './people.ts';
import styles from './Revoke.module.css';
import type { Counts } from './useCounts.ts';

interface PreviewTotalsProps {
  sorted: Sorted;
  counts: Counts;
  work: Work;
}

export function PreviewTotals({ sorted, counts, work }: PreviewTotalsProps) {
  const count = (what: PreviewLine['what']) => sorted.lines.filter((line) => line.what === what).length;
  const total = sorted.people.length;
  return (
    <ul className={styles.totals}>
      <li>
        <Plural value={total} _0="Nobody was found." one="# person was found." other="# people were found." />
      </li>
      {count('not-found') > 0 && (
        <li>
          <Plural
            value={count('not-found')}
            one="# line names nobody that you can see."
            other="# lines name nobody that you can see."
          />
        </li>
      )}
      {count('ambiguous') > 0 && (
        <li>
          <Plural
            value={count('ambiguous')}
            one="# line fits more than one person."
            other="# lines fit more than one person."
          />
        </li>
      )}
      {count('not-allowed') > 0 && (
        <li>
          <Plural
            value={count('not-allowed')}
            one="# person is not yours to see."
            other="# people are not yours to see."
          />
        </li>
      )}
      {count('failed') > 0 && (
        <li>
          <Plural
            value={count('failed')}
            one="# line could not be looked up."
            other="# lines could not be looked up."
          />
        </li>
      )}
      {count('twice') > 0 && (
        <li>
          <Plural value={count('twice')} one="# line names somebody twice." other="# lines name somebody twice." />
        </li>
      )}
      {total > 0 && <Counted counts={counts} total={total} work={work} />}
    </ul>
  );
}

/** What would go, as far as the budget has allowed to ask. */
function Counted({ counts, total, work }: { counts: Counts; total: number; work: Work }) {
  const sum = (of: 'devices' | 'keys') => [...counts.values()].reduce((all, person) => all + person[of], 0);
  return (
    <li>
      <Trans>
        Counted for {counts.size} of {total}:
      </Trans>{' '}
      {work !== 'keys' && <Plural value={sum('devices')} one="# trusted device" other="# trusted devices" />}
      {work === 'both' && ', '}
      {work !== 'devices' && <Plural value={sum('keys')} one="# authenticator app" other="# authenticator apps" />}
      {counts.size < total && (
        <>
          {'. '}
          <Trans>The rest is found on the way.</Trans>
        </>
      )}
    </li>
  );
}
