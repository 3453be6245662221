import { isStaff } from '../../api/users.ts';
import { isApplication } from '../../session/state.ts';
import { useSession } from '../../session/useSession.ts';
import { useMe } from './useMe.ts';

/**
 * Whether the signed-in person may find and revoke for others, by their roles. Undefined while that is not known: then
 * the API's own answer decides. A workspace (an application token) has no roles, and may try.
 */
export function useMayRevoke(): boolean | undefined {
  const session = useSession();
  const { data: user } = useMe();
  if (user) return user.roles.rows.length === 0 && user.roles.unreadable > 0 ? undefined : isStaff(user);
  return isApplication(session) ? true : undefined;
}
