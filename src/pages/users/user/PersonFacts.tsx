import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { User } from '../../../api/users.ts';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { UntrustedText } from '../../../ui/UntrustedText.tsx';
import { cleanText } from '../../../ui/untrustedText.ts';
import styles from './User.module.css';

/** Who this is, so that nobody acts on the wrong person. */
export function PersonFacts({ user }: { user: User }) {
  const { t } = useLingui();
  const roles = user.roles.rows.map(({ id, name }) => name ?? String(id)).join(', ');
  return (
    <dl className={styles.facts}>
      <Fact name={<Trans>User ID</Trans>} value={String(user.id)} copyLabel={t`Copy user ID`} />
      {user.name && <Fact name={<Trans>Name</Trans>} value={user.name} copyLabel={t`Copy name`} />}
      {user.organisation?.name && (
        <Fact name={<Trans>Organisation</Trans>} value={user.organisation.name} copyLabel={t`Copy organisation`} />
      )}
      {roles && <Fact name={<Trans>Roles</Trans>} value={roles} copyLabel={t`Copy roles`} />}
      {user.created && (
        <div>
          <dt>
            <Trans>Created</Trans>
          </dt>
          <dd>
            <RelativeTime style="date" date={user.created} />
          </dd>
        </div>
      )}
    </dl>
  );
}

function Fact({ name, value, copyLabel }: { name: ReactNode; value: string; copyLabel: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <UntrustedText>{value}</UntrustedText>
        <CopyButton iconOnly text={cleanText(value)} label={copyLabel} />
      </dd>
    </div>
  );
}
