import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { Work } from '../../revocation/plan.ts';
import { Button } from '../../ui/Button.tsx';
import { Card, CardHeading } from '../../ui/Card.tsx';
import { listOf } from '../../ui/listOf.ts';
import { Pill } from '../../ui/Pill.tsx';
import { UntrustedText } from '../../ui/UntrustedText.tsx';
import styles from './PreviewTable.module.css';
import type { PreviewLine } from './people.ts';
import type { Counts } from './useCounts.ts';

interface PreviewTableProps {
  lines: PreviewLine[];
  counts: Counts;
  work: Work;
}

/** Rows that are drawn at once. */
const A_SCREENFUL = 50;

/** Each line of the list and what it turned out to be. */
export function PreviewTable({ lines, counts, work }: PreviewTableProps) {
  const [shown, setShown] = useState(A_SCREENFUL);
  return (
    <Card padding="flush" className={styles.lines} aria-labelledby="lines">
      <CardHeading id="lines" title={<Trans>Line by line</Trans>} count={lines.length} />
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.line}>
              <Trans>Line</Trans>
            </th>
            <th scope="col" className={styles.text}>
              <Trans>On the list</Trans>
            </th>
            <th scope="col" className={styles.person}>
              <Trans>Person</Trans>
            </th>
            <th scope="col">
              <Trans>Organisation</Trans>
            </th>
            <th scope="col" className={styles.goes}>
              <Trans>What would go</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, shown).map((line) => (
            <Row key={line.line} line={line} counts={counts} work={work} />
          ))}
        </tbody>
      </table>
      {lines.length > shown && (
        <p className={styles.more}>
          <Button onClick={() => setShown(shown + A_SCREENFUL)}>
            <Trans>Show more</Trans>
          </Button>
        </p>
      )}
    </Card>
  );
}

function Row({ line, counts, work }: { line: PreviewLine; counts: Counts; work: Work }) {
  const { t, i18n } = useLingui();
  const user = 'user' in line ? line.user : undefined;
  const count = user && counts.get(user.id);
  return (
    <tr>
      <td className={styles.line}>
        <span className={styles.word}>
          <Trans>Line</Trans>{' '}
        </span>
        {line.line}
      </td>
      <td className={styles.text}>
        <UntrustedText>{line.text}</UntrustedText>
      </td>
      <td className={styles.person}>
        {user && (
          <>
            <strong>
              <UntrustedText>{user.name ?? ''}</UntrustedText>
            </strong>{' '}
            <span className={styles.email}>
              <UntrustedText otherwise={user.id}>{user.username ?? ''}</UntrustedText>
            </span>{' '}
          </>
        )}
        <Mark line={line} />
      </td>
      <td className={styles.organisation}>
        {user?.organisation?.name && <UntrustedText>{user.organisation.name}</UntrustedText>}
      </td>
      <td className={styles.goes}>
        {count &&
          listOf(
            [
              ...(work === 'keys' ? [] : [t`${plural(count.devices, { one: '# device', other: '# devices' })}`]),
              ...(work === 'devices' ? [] : [t`${plural(count.keys, { one: '# app', other: '# apps' })}`]),
            ],
            i18n.locale,
          )}
        {line.what === 'found' && !count && (
          <span className={styles.uncounted}>
            <Trans>not counted</Trans>
          </span>
        )}
      </td>
    </tr>
  );
}

/** Why nothing is done for a line; a person who is found speaks for themselves. */
function Mark({ line }: { line: PreviewLine }): ReactNode {
  switch (line.what) {
    case 'found':
      return null;
    case 'own':
      return (
        <Pill tone="accent">
          <Trans>Your own account</Trans>
        </Pill>
      );
    case 'twice':
      return (
        <Pill tone="neutral">
          <Trans>Twice, see line {line.firstLine}</Trans>
        </Pill>
      );
    default:
      return (
        <Pill tone="warning">
          {line.what === 'not-found' && <Trans>Not found</Trans>}
          {line.what === 'ambiguous' && <Trans>More than one</Trans>}
          {line.what === 'not-allowed' && <Trans>Not allowed</Trans>}
          {line.what === 'failed' && <Trans>Could not be looked up</Trans>}
        </Pill>
      );
  }
}
