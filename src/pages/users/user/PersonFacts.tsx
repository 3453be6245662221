import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { User } from '../../../api/users.ts';
import { listOf } from '../../../ui/listOf.ts';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { Copyable } from './Copyable.tsx';
import styles from './User.module.css';

/** What else tells who this is, so that nobody acts on the wrong person. */
export function PersonFacts({ user }: { user: User }) {
  const { t, i18n } = useLingui();
  const roles = listOf(
    user.roles.rows.map(({ id, name }) => name ?? String(id)),
    i18n.locale,
  );
  return (
    <dl className={styles.facts}>
      <Fact name={<Trans>User ID</Trans>} value={String(user.id)} copyLabel={t`Copy user ID`} />
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
        <Copyable text={value} label={copyLabel} />
      </dd>
    </div>
  );
}
