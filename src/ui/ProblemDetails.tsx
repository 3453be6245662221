import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { exactTime } from './dateFormat.ts';
import styles from './Problem.module.css';
import type { Problem } from './problem.ts';
import { UntrustedText } from './UntrustedText.tsx';

/** What support asks for, and never more: no address, no name, nothing that opens anything. */
export function ProblemDetails({ problem }: { problem: Problem }) {
  const { i18n } = useLingui();
  return (
    <details className={styles.details}>
      <summary>
        <Trans>Details</Trans>
      </summary>
      <dl className={styles.facts}>
        {problem.status !== undefined && <Fact name={<Trans>Status</Trans>}>{problem.status}</Fact>}
        {problem.code !== undefined && <Fact name={<Trans>Error code</Trans>}>{problem.code}</Fact>}
        {problem.token && (
          <Fact name={<Trans>Error token</Trans>}>
            <UntrustedText max={60}>{problem.token}</UntrustedText>
          </Fact>
        )}
        {problem.status === undefined && <Fact name={<Trans>Kind</Trans>}>{problem.kind}</Fact>}
        <Fact name={<Trans>Time</Trans>}>
          {exactTime(problem.time, i18n.locale, 'seconds') ?? <Trans>unknown</Trans>}
        </Fact>
      </dl>
    </details>
  );
}

function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
