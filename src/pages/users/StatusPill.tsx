import { useQuery } from '@tanstack/react-query';
import { wordsOf } from '../../api/tolerant.ts';
import { type User, userStatusesQuery } from '../../api/users.ts';
import { Pill } from '../../ui/Pill.tsx';
import { UntrustedText } from '../../ui/UntrustedText.tsx';

/** The one status id whose meaning the documentation fixes. */
const ACTIVE = 1;

/** The state of an account in the words of the lookup; one that is not active stands out. */
export function StatusPill({ status }: { status: NonNullable<User['status']> }) {
  const { data: statuses } = useQuery(userStatusesQuery);
  return (
    <Pill tone={status.id === ACTIVE ? 'good' : 'warning'}>
      <UntrustedText otherwise={status.id}>{wordsOf(status, statuses)}</UntrustedText>
    </Pill>
  );
}
