import { useMutation, useQueryClient } from '@tanstack/react-query';
import { deleteMfaKey, type MfaKey } from '../../../api/mfa-keys.ts';
import { settle } from '../../../api/settle.ts';
import { readTrustedDevices, revokeTrustedDevice, type TrustedDevice } from '../../../api/trusted-devices.ts';
import { readUser, type User } from '../../../api/users.ts';
import { inOneName } from '../../../session/same-person.ts';
import type { Removal } from './removal.ts';

/** Deletions under way at the same time: few enough to leave the API's address limit to others. */
const AT_ONCE = 4;
/** Looks for what was added meanwhile; somebody who signs in without end is not waited for. */
const LOOKS = 3;

type Item = { kind: 'device'; row: TrustedDevice } | { kind: 'key'; row: MfaKey };
/** `error` is what failed; undefined for what is gone. */
export type RemovedItem = Item & { error: unknown; at: Date };

export type RemovalDone = {
  removal: Removal;
  user: User;
  items: RemovedItem[];
  /** False where the API could not tell that nothing else is left of what was to go. */
  isAllKnown: boolean;
};

/** One receipt for all that was done on one visit; what was tried again counts as it went the last time. */
export function merge(before: RemovalDone | undefined, now: RemovalDone): RemovalDone {
  const earlier = before?.items.filter((item) => !now.items.some((again) => isSame(again, item))) ?? [];
  return { ...now, items: [...earlier, ...now.items] };
}

/** When the last of it was done. */
export function timeOf({ items }: RemovalDone): Date {
  return new Date(Math.max(...items.map(({ at }) => at.getTime())));
}

/** Takes devices and keys from a person's account, and tells item by item how it went. */
export function useRemoval(user: User) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (removal: Removal): Promise<RemovalDone> => {
      const { scope } = removal;
      const inMyName = inOneName();
      const removeAll = (wanted: Item[]) => removeInTurn(wanted, (item) => inMyName(() => remove(user.id, item)));
      const items = await removeAll(itemsOf(removal.devices, removal.keys));
      let isAllKnown = scope === 'chosen';
      for (let look = 1; look <= LOOKS && !isAllKnown; look += 1) {
        const left = await inMyName(() => readLeft(user.id, scope)).catch(() => undefined);
        if (!left) break;
        const fresh = left.items.filter((item) => !items.some((tried) => isSame(tried, item)));
        items.push(...(await removeAll(fresh)));
        isAllKnown = fresh.length === 0 && left.unreadable === 0;
        if (left.unreadable > 0) break;
      }
      return { removal, user, items, isAllKnown };
    },
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: ['trusted-devices', user.id] }),
        queryClient.invalidateQueries({ queryKey: ['users'] }),
        queryClient.invalidateQueries({ queryKey: ['events', user.id] }),
      ]),
  });
}

function itemsOf(devices: TrustedDevice[], keys: MfaKey[]): Item[] {
  return [
    ...devices.map((row) => ({ kind: 'device' as const, row })),
    ...keys.map((row) => ({ kind: 'key' as const, row })),
  ];
}

/** What the API still has of what is to go. */
async function readLeft(userId: number, scope: Removal['scope']): Promise<{ items: Item[]; unreadable: number }> {
  const [devices, keys] = await Promise.all([
    readTrustedDevices(userId),
    scope === 'reset' ? readUser(userId).then(({ mfa }) => mfa) : { rows: [], unreadable: 0 },
  ]);
  return { items: itemsOf(devices.rows, keys.rows), unreadable: devices.unreadable + keys.unreadable };
}

async function removeInTurn(wanted: Item[], remove: (item: Item) => Promise<RemovedItem>): Promise<RemovedItem[]> {
  const items: RemovedItem[] = [];
  for (let from = 0; from < wanted.length; from += AT_ONCE) {
    items.push(...(await Promise.all(wanted.slice(from, from + AT_ONCE).map(remove))));
  }
  return items;
}

async function remove(userId: number, item: Item): Promise<RemovedItem> {
  const { kind, row } = item;
  try {
    await settle(
      () => (kind === 'device' ? revokeTrustedDevice(userId, row.id) : deleteMfaKey(userId, row.id)),
      () => isGone(userId, item),
    );
    return { ...item, error: undefined, at: new Date() };
  } catch (error) {
    return { ...item, error, at: new Date() };
  }
}

async function isGone(userId: number, item: Item): Promise<boolean> {
  const { rows, unreadable } = item.kind === 'device' ? await readTrustedDevices(userId) : (await readUser(userId)).mfa;
  return unreadable === 0 && rows.every(({ id }) => id !== item.row.id);
}

function isSame(one: Item, other: Item): boolean {
  return one.kind === other.kind && one.row.id === other.row.id;
}
