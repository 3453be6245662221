import { meansNoAccount } from '../../api/users.ts';
import { useSession } from '../../session/useSession.ts';
import { useMe } from './useMe.ts';

/** True for an application token whose workspace the API gives no account of (403 or 404). */
export function useIsWorkspace(): boolean {
  const session = useSession();
  const { error } = useMe();
  return session.state !== 'signed-out' && session.person.kind === 'application' && meansNoAccount(error);
}
