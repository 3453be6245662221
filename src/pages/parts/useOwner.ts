import type { Account } from '../../api/users.ts';
import { isApplication } from '../../session/state.ts';
import { useSession } from '../../session/useSession.ts';
import { useMe } from './useMe.ts';

/**
 * Under whose number a job is kept; a workspace, which has none, goes by its sign-in. Undefined while that can't be
 * told: then no job may begin, since it might take in one's own account, and nobody would find it again.
 */
export function useOwner(): string | undefined {
  const session = useSession();
  const { data: user } = useMe();
  if (user) return ownerOf(user);
  return isApplication(session) ? session.person.name : undefined;
}

export function ownerOf(user: Account): string {
  return String(user.id ?? user.username);
}
