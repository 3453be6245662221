import { Trans } from '@lingui/react/macro';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { DirectoryCriteria, DirectoryUser, SortField } from '../../api/directory.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { UntrustedText } from '../../ui/UntrustedText.tsx';
import { sortedBy } from './criteria.ts';
import { StatusPill } from './StatusPill.tsx';
import styles from './UserTable.module.css';

interface UserTableProps {
  users: DirectoryUser[];
  criteria: DirectoryCriteria;
  onChange: (changed: Partial<DirectoryCriteria>) => void;
}

export function UserTable({ users, criteria, onChange }: UserTableProps) {
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
            <td className={styles.id}>
              <span className={styles.word}>
                <Trans>ID</Trans>{' '}
              </span>
              {user.id}
            </td>
            <th scope="row">
              <Link to={`/users/${user.id}`} className={styles.name}>
                <UntrustedText otherwise={<Trans>No name</Trans>}>{user.name ?? ''}</UntrustedText>
              </Link>
            </th>
            <td className={styles.email}>{user.username && <UntrustedText>{user.username}</UntrustedText>}</td>
            <td className={styles.status}>{user.status && <StatusPill status={user.status} />}</td>
            <td className={styles.organisation}>
              {user.organisation?.name && <UntrustedText>{user.organisation.name}</UntrustedText>}
            </td>
            <td className={styles.created}>
              {user.created && (
                <>
                  <span className={styles.word}>
                    <Trans>Created</Trans>{' '}
                  </span>
                  <RelativeTime style="date" date={user.created} />
                </>
              )}
            </td>
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
