import { useMutation, useQueryClient } from '@tanstack/react-query';
import { settle } from '../../api/settle.ts';
import type { Rows } from '../../api/tolerant.ts';
import {
  readTrustedDevices,
  revokeTrustedDevice,
  type TrustedDevice,
  trustedDevicesQuery,
} from '../../api/trusted-devices.ts';
import { getEpoch } from '../../session/session.ts';
import { forgetTrust } from '../../session/this-browser.ts';

/** Deletions under way at the same time: few enough to leave the API's address limit to others. */
const AT_ONCE = 4;

export type RevokeFailure = { device: TrustedDevice; error: unknown };

/**
 * Revokes one's own devices: they leave the list at once, and those that the API keeps come back.
 * Resolves to what failed, with the reasons. The trust of this browser goes with its row, whoever looks on by then.
 * @param here the row of this browser, where it is known
 */
export function useRevokeDevices(username: string | undefined, here: number | undefined) {
  const queryClient = useQueryClient();
  const query = trustedDevicesQuery('my');

  const isGone = async (device: TrustedDevice) => {
    // Past the cache: the page would show those again whose turn is still to come.
    const devices = await readTrustedDevices('my');
    return devices.unreadable === 0 && devices.rows.every((row) => row.id !== device.id);
  };

  const revoke = async (device: TrustedDevice): Promise<RevokeFailure | undefined> => {
    try {
      await settle(
        () => revokeTrustedDevice('my', device.id),
        () => isGone(device),
      );
      return undefined;
    } catch (error) {
      return { device, error };
    }
  };

  return useMutation({
    onMutate: async (devices: TrustedDevice[]) => {
      await queryClient.cancelQueries(query);
      queryClient.setQueryData(query.queryKey, (list) => list && without(list, devices));
      return { epoch: getEpoch(), username, here };
    },
    mutationFn: async (devices: TrustedDevice[]) => {
      const failures: RevokeFailure[] = [];
      const epoch = getEpoch();
      for (let from = 0; from < devices.length && getEpoch() === epoch; from += AT_ONCE) {
        const outcomes = await Promise.all(devices.slice(from, from + AT_ONCE).map(revoke));
        failures.push(...outcomes.filter((outcome) => outcome !== undefined));
      }
      return failures;
    },
    onSuccess: (failures, devices, { epoch, username, here }) => {
      // Somebody else is here by now: what belongs to the one before is not shown to them.
      if (getEpoch() !== epoch) return;
      const kept = failures.map(({ device }) => device);
      queryClient.setQueryData(
        query.queryKey,
        (list) => list && { ...list, rows: [...without(list, kept).rows, ...kept] },
      );
      const isHereGone = devices.some(({ id }) => id === here) && kept.every(({ id }) => id !== here);
      if (username !== undefined && isHereGone) forgetTrust(username);
    },
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: query.queryKey }),
        queryClient.invalidateQueries({ queryKey: ['events', 'my'] }),
      ]),
  });
}

function without(list: Rows<TrustedDevice>, devices: TrustedDevice[]): Rows<TrustedDevice> {
  const ids = new Set(devices.map(({ id }) => id));
  return { ...list, rows: list.rows.filter(({ id }) => !ids.has(id)) };
}
