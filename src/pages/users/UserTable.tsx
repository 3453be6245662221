import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { DirectoryCriteria, DirectoryUser, SortField } from '../../api/directory.ts';
import { wordsOf } from '../../api/tolerant.ts';
import { userStatusesQuery } from '../../api/users.ts';
import { Pill } from '../../ui/Pill.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { UntrustedText } from '../../ui/UntrustedText.tsx';
import { sortedBy } from './criteria.ts';
import styles from './Users.module.css';

/** The one status id whose meaning the documentation fixes. */
const ACTIVE = 1;

interface UserTableProps {
  users: DirectoryUser[];
  criteria: DirectoryCriteria;
  onChange: (changed: Partial<DirectoryCriteria>) => void;
}

export function UserTable({ users, criteria, onChange }: UserTableProps) {
  const { data: statuses } = useQuery(userStatusesQuery);
  const column = (field: SortField, name: ReactNode) => (
    <SortableHeader
      name={name}
      order={criteria.sort === field ? (criteria.descending ? 'descending' : 'ascending') : undefined}
      onSort={() => onChange(sortedBy(criteria, field))}
    />
  );
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {column('id', <Trans>ID</Trans>)}
          {column('name', <Trans>Name</Trans>)}
          {column('username', <Trans>Email</Trans>)}
          {column('status', <Trans>Status</Trans>)}
          {column('organisation', <Trans>Organisation</Trans>)}
          {column('created', <Trans>Created</Trans>)}
        </tr>
      </thead>
      <tbody>
        {users.map((user) => (
          <tr key={user.id}>
            <td className={styles.number}>{user.id}</td>
            <th scope="row">
              <Link to={`/users/${user.id}`}>
                <UntrustedText otherwise={<Trans>No name</Trans>}>{user.name ?? ''}</UntrustedText>
              </Link>
            </th>
            <td>{user.username && <UntrustedText>{user.username}</UntrustedText>}</td>
            <td>
              {user.status && (
                <Pill tone={user.status.id === ACTIVE ? 'good' : 'neutral'}>
                  <UntrustedText otherwise={user.status.id}>{wordsOf(user.status, statuses)}</UntrustedText>
                </Pill>
              )}
            </td>
            <td>{user.organisation?.name && <UntrustedText>{user.organisation.name}</UntrustedText>}</td>
            <td>{user.created && <RelativeTime style="date" date={user.created} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface SortableHeaderProps {
  name: ReactNode;
  order: 'ascending' | 'descending' | undefined;
  onSort: () => void;
}

function SortableHeader({ name, order, onSort }: SortableHeaderProps) {
  return (
    <th scope="col" aria-sort={order}>
      <button type="button" className={styles.sort} onClick={onSort}>
        {name}
        {order === 'ascending' && <ArrowUp aria-hidden="true" />}
        {order === 'descending' && <ArrowDown aria-hidden="true" />}
      </button>
    </th>
  );
}
