import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { CopyMinus, SearchX, TriangleAlert, UserCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Work } from '../../revocation/plan.ts';
import { listOf } from '../../ui/listOf.ts';
import type { PreviewLine, Sorted } from './people.ts';
import styles from './Revoke.module.css';
import type { Counts } from './useCounts.ts';

interface PreviewTotalsProps {
  sorted: Sorted;
  counts: Counts;
  work: Work;
}

/** What a list comes to: whom it found, and the lines for which nothing would be done. */
export function PreviewTotals({ sorted, counts, work }: PreviewTotalsProps) {
  const count = (what: PreviewLine['what']) => sorted.lines.filter((line) => line.what === what).length;
  const total = sorted.people.length;
  return (
    <ul className={styles.totals}>
      <li className={styles.found}>
        <UserCheck aria-hidden="true" />
        <div>
          <Plural value={total} _0="Nobody was found." one="# person was found." other="# people were found." />
          {total > 0 && <Counted counts={counts} total={total} work={work} />}
        </div>
      </li>
      <LeftOut icon={<SearchX />} count={count('not-found')}>
        <Plural
          value={count('not-found')}
          one="# line names nobody that you can see."
          other="# lines name nobody that you can see."
        />
      </LeftOut>
      <LeftOut icon={<TriangleAlert />} count={count('ambiguous')}>
        <Plural
          value={count('ambiguous')}
          one="# line fits more than one person."
          other="# lines fit more than one person."
        />
      </LeftOut>
      <LeftOut icon={<TriangleAlert />} count={count('not-allowed')}>
        <Plural
          value={count('not-allowed')}
          one="# person is not yours to see."
          other="# people are not yours to see."
        />
      </LeftOut>
      <LeftOut icon={<TriangleAlert />} count={count('failed')}>
        <Plural value={count('failed')} one="# line could not be looked up." other="# lines could not be looked up." />
      </LeftOut>
      <LeftOut icon={<CopyMinus />} count={count('twice')}>
        <Plural value={count('twice')} one="# line names somebody twice." other="# lines name somebody twice." />
      </LeftOut>
    </ul>
  );
}

function LeftOut({ icon, count, children }: { icon: ReactNode; count: number; children: ReactNode }) {
  if (count === 0) return null;
  return (
    <li>
      <span aria-hidden="true">{icon}</span>
      {children}
    </li>
  );
}

/** What would go, as far as the budget has allowed to ask. */
function Counted({ counts, total, work }: { counts: Counts; total: number; work: Work }) {
  const { t, i18n } = useLingui();
  const sum = (of: 'devices' | 'keys') => [...counts.values()].reduce((all, person) => all + person[of], 0);
  const devices = t`${plural(sum('devices'), { one: '# trusted device', other: '# trusted devices' })}`;
  const keys = t`${plural(sum('keys'), { one: '# authenticator app', other: '# authenticator apps' })}`;
  const items = listOf([...(work === 'keys' ? [] : [devices]), ...(work === 'devices' ? [] : [keys])], i18n.locale);
  return (
    <p>
      <Trans>
        Counted for {counts.size} of {total}: {items}.
      </Trans>{' '}
      {counts.size < total && <Trans>The rest is found on the way.</Trans>}
    </p>
  );
}
