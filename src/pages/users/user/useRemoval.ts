import { useMutation, useQueryClient } from '@tanstack/react-query';
import { isInDoubt } from '../../../api/errors.ts';
import { deleteMfaKey } from '../../../api/mfa-keys.ts';
import { revokeTrustedDevice, trustedDevicesQuery } from '../../../api/trusted-devices.ts';
import { type User, userQuery } from '../../../api/users.ts';
import type { Removal } from './removal.ts';

/** Deletions under way at the same time: few enough to leave the API's address limit to others. */
const AT_ONCE = 4;

export type RemovedItem = {
  kind: 'device' | 'key';
  id: number;
  /** What failed; undefined for what is gone. */
  error: unknown;
};

export type RemovalDone = { removal: Removal; user: User; items: RemovedItem[]; at: Date };

/** Takes devices and keys from a person's account, and tells item by item how it went. */
export function useRemoval(user: User) {
  const queryClient = useQueryClient();
  const devicesQuery = trustedDevicesQuery(user.id);

  const isGone = async ({ kind, id }: { kind: 'device' | 'key'; id: number }) => {
    if (kind === 'device') {
      const { rows, unreadable } = await queryClient.fetchQuery({ ...devicesQuery, staleTime: 0 });
      return unreadable === 0 && rows.every((row) => row.id !== id);
    }
    const { mfa } = await queryClient.fetchQuery({ ...userQuery(user.id), staleTime: 0 });
    return mfa.unreadable === 0 && mfa.rows.every((row) => row.id !== id);
  };

  const remove = async (item: { kind: 'device' | 'key'; id: number }): Promise<RemovedItem> => {
    try {
      await (item.kind === 'device' ? revokeTrustedDevice(user.id, item.id) : deleteMfaKey(user.id, item.id));
    } catch (error) {
      // The answer may have been lost on its way back: the list knows.
      if (!isInDoubt(error) || !(await isGone(item).catch(() => false))) return { ...item, error };
    }
    return { ...item, error: undefined };
  };

  return useMutation({
    mutationFn: async (removal: Removal): Promise<RemovalDone> => {
      const wanted = [
        ...removal.devices.map(({ id }) => ({ kind: 'device' as const, id })),
        ...removal.keys.map(({ id }) => ({ kind: 'key' as const, id })),
      ];
      const items: RemovedItem[] = [];
      for (let from = 0; from < wanted.length; from += AT_ONCE) {
        items.push(...(await Promise.all(wanted.slice(from, from + AT_ONCE).map(remove))));
      }
      return { removal, user, items, at: new Date() };
    },
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: devicesQuery.queryKey }),
        queryClient.invalidateQueries({ queryKey: ['users'] }),
        queryClient.invalidateQueries({ queryKey: ['events', user.id] }),
      ]),
  });
}
