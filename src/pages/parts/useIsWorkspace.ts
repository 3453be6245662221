import { meansNoAccount } from '../../api/users.ts';
import { isApplication } from '../../session/state.ts';
import { useSession } from '../../session/useSession.ts';
import { useMe } from './useMe.ts';

/** True for an application token whose workspace the API gives no account of (403 or 404). */
export function useIsWorkspace(): boolean {
  const session = useSession();
  const { error } = useMe();
  return isApplication(session) && meansNoAccount(error);
}
