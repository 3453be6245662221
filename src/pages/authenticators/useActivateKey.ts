import { useQueryClient } from '@tanstack/react-query';
import { ApiError } from '../../api/errors.ts';
import { activateMfaKey, isActive } from '../../api/mfa-keys.ts';
import { settle } from '../../api/settle.ts';
import { myUserQuery } from '../../api/users.ts';

/**
 * Sends the code for a key. Where the answer was lost, or says that the key is active already, the account tells
 * whether it is. Not a mutation: its cache would keep the code.
 */
export function useActivateKey(): (keyId: number, code: string) => Promise<void> {
  const queryClient = useQueryClient();

  const isDone = async (keyId: number) => {
    const user = await queryClient.fetchQuery({ ...myUserQuery, staleTime: 0 });
    return user.mfa.rows.some((key) => key.id === keyId && isActive(key));
  };

  return async (keyId, code) => {
    try {
      await settle(
        () => activateMfaKey(keyId, code),
        () => isDone(keyId),
      );
    } catch (error) {
      const isConflict = error instanceof ApiError && error.kind === 'conflict';
      if (!isConflict || !(await isDone(keyId).catch(() => false))) throw error;
    }
    void queryClient.invalidateQueries({ queryKey: myUserQuery.queryKey });
    void queryClient.invalidateQueries({ queryKey: ['events', 'my'] });
  };
}
