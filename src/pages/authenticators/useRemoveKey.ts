import { useMutation, useQueryClient } from '@tanstack/react-query';
import { deleteMfaKey } from '../../api/mfa-keys.ts';
import { settle } from '../../api/settle.ts';
import { myUserQuery } from '../../api/users.ts';

/** Removes one of one's own keys, and looks before it says that an answer which was lost means failure. */
export function useRemoveKey() {
  const queryClient = useQueryClient();
  const isGone = async (keyId: number) => {
    const user = await queryClient.fetchQuery({ ...myUserQuery, staleTime: 0 });
    return user.mfa.unreadable === 0 && user.mfa.rows.every(({ id }) => id !== keyId);
  };
  return useMutation({
    mutationFn: (keyId: number) =>
      settle(
        () => deleteMfaKey('my', keyId),
        () => isGone(keyId),
      ),
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: myUserQuery.queryKey }),
        queryClient.invalidateQueries({ queryKey: ['events', 'my'] }),
      ]),
  });
}
