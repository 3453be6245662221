import { Plural, Trans } from '@lingui/react/macro';
import type { Resolved } from '../../revocation/resolve.ts';
import type { Sorted } from './people.ts';
import styles from './Revoke.module.css';
import type { Preview } from './revocation.ts';
import type { Counts } from './useCounts.ts';

interface PreviewTotalsProps {
  preview: Preview;
  sorted: Sorted;
  counts: Counts;
}

export function PreviewTotals({ preview, sorted, counts }: PreviewTotalsProps) {
  const count = (outcome: Resolved['outcome']) => preview.resolved.filter((line) => line.outcome === outcome).length;
  const total = sorted.people.length;
  const sum = (of: 'devices' | 'keys') => [...counts.values()].reduce((all, person) => all + person[of], 0);
  const devices = sum('devices');
  const keys = sum('keys');
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
      {sorted.twice > 0 && (
        <li>
          <Plural value={sorted.twice} one="# line names somebody twice." other="# lines name somebody twice." />
        </li>
      )}
      <li>
        <Trans>
          Counted so far, for {counts.size} of {total}:{' '}
          <Plural value={devices} one="# trusted device" other="# trusted devices" />,{' '}
          <Plural value={keys} one="# authenticator app" other="# authenticator apps" />. The rest is found on the way.
        </Trans>
      </li>
    </ul>
  );
}
