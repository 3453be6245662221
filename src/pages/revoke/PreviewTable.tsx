import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import type { Resolved } from '../../revocation/resolve.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Pill } from '../../ui/Pill.tsx';
import { UntrustedText } from '../../ui/UntrustedText.tsx';
import styles from './Revoke.module.css';
import type { Preview } from './revocation.ts';
import type { Counts } from './useCounts.ts';

/** Rows that are drawn at once. */
const A_SCREENFUL = 50;

/** Each line of the list and what it turned out to be; what was not found comes first. */
export function PreviewTable({ preview, counts }: { preview: Preview; counts: Counts }) {
  const [shown, setShown] = useState(A_SCREENFUL);
  const isFound = ({ outcome }: Resolved) => outcome === 'found';
  const lines = [...preview.resolved.filter((line) => !isFound(line)), ...preview.resolved.filter(isFound)];
  return (
    <Card padding="flush" className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Line</Trans>
            </th>
            <th scope="col">
              <Trans>On the list</Trans>
            </th>
            <th scope="col">
              <Trans>Person</Trans>
            </th>
            <th scope="col">
              <Trans>Organisation</Trans>
            </th>
            <th scope="col">
              <Trans>What would go</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, shown).map((line) => (
            <Row key={line.line} line={line} counts={counts} />
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

function Row({ line, counts }: { line: Resolved; counts: Counts }) {
  const count = line.outcome === 'found' ? counts.get(line.user.id) : undefined;
  return (
    <tr>
      <td>{line.line}</td>
      <td>
        <UntrustedText>{line.text}</UntrustedText>
      </td>
      <td>
        {line.outcome === 'found' ? (
          <>
            <strong>
              <UntrustedText>{line.user.name ?? ''}</UntrustedText>
            </strong>{' '}
            <UntrustedText>{line.user.username ?? String(line.user.id)}</UntrustedText>
          </>
        ) : (
          <Pill tone="warning">
            {line.outcome === 'not-found' && <Trans>Not found</Trans>}
            {line.outcome === 'ambiguous' && <Trans>More than one</Trans>}
            {line.outcome === 'not-allowed' && <Trans>Not allowed</Trans>}
            {line.outcome === 'failed' && <Trans>Could not be looked up</Trans>}
          </Pill>
        )}
      </td>
      <td>
        {line.outcome === 'found' && line.user.organisation?.name && (
          <UntrustedText>{line.user.organisation.name}</UntrustedText>
        )}
      </td>
      <td>
        {count && (
          <>
            <Plural value={count.devices} one="# device" other="# devices" />,{' '}
            <Plural value={count.keys} one="# app" other="# apps" />
          </>
        )}
      </td>
    </tr>
  );
}
