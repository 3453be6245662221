import { useMutation, useQueryClient } from '@tanstack/react-query';
import { isInDoubt } from '../../api/errors.ts';
import type { Rows } from '../../api/tolerant.ts';
import { revokeTrustedDevice, type TrustedDevice, trustedDevicesQuery } from '../../api/trusted-devices.ts';

/** Deletions under way at the same time: few enough to leave the API's address limit to others. */
const AT_ONCE = 4;

export type RevokeFailure = { device: TrustedDevice; error: unknown };

/**
 * Revokes one's own devices: they leave the list at once, and those that the API keeps come back.
 * Resolves to what failed, with the reasons.
 */
export function useRevokeDevices() {
  const queryClient = useQueryClient();
  const query = trustedDevicesQuery('my');

  const isGone = async (device: TrustedDevice) => {
    const devices = await queryClient.fetchQuery({ ...query, staleTime: 0 });
    return devices.unreadable === 0 && devices.rows.every((row) => row.id !== device.id);
  };

  const revoke = async (device: TrustedDevice): Promise<RevokeFailure | undefined> => {
    try {
      await revokeTrustedDevice('my', device.id);
    } catch (error) {
      // The answer may have been lost on its way back: the list knows.
      if (isInDoubt(error) && (await isGone(device).catch(() => false))) return undefined;
      return { device, error };
    }
    return undefined;
  };

  return useMutation({
    onMutate: async (devices: TrustedDevice[]) => {
      await queryClient.cancelQueries(query);
      queryClient.setQueryData(query.queryKey, (list) => list && without(list, devices));
    },
    mutationFn: async (devices: TrustedDevice[]) => {
      const failures: RevokeFailure[] = [];
      for (let from = 0; from < devices.length; from += AT_ONCE) {
        const outcomes = await Promise.all(devices.slice(from, from + AT_ONCE).map(revoke));
        failures.push(...outcomes.filter((outcome) => outcome !== undefined));
      }
      return failures;
    },
    onSuccess: (failures) => {
      const kept = failures.map(({ device }) => device);
      queryClient.setQueryData(
        query.queryKey,
        (list) => list && { ...list, rows: [...without(list, kept).rows, ...kept] },
      );
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
