import { useQuery } from '@tanstack/react-query';
import { myUserQuery } from '../../api/users.ts';
import { useSession } from '../../session/useSession.ts';

/** Oneself, for whoever looks on: what failed is asked for again where the page says so, not by each that looks. */
export function useMe() {
  const session = useSession();
  return useQuery({ ...myUserQuery, enabled: session.state === 'signed-in', retryOnMount: false });
}
