import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { read, remove } from './client.ts';
import { date, id, type Rows, rowsOf, text } from './tolerant.ts';

const trustedDevice = z.object({ id, operating_system: text, browser: text, activation_date: date });
export type TrustedDevice = z.output<typeof trustedDevice>;

/** Days that a device stays trusted, counted from its activation. */
const TRUST_DAYS = 90;

/** `GET /user/{user_id}/mfa/trusted_device`, for oneself `my`. */
export function readTrustedDevices(user: number | 'my', signal?: AbortSignal): Promise<Rows<TrustedDevice>> {
  return read(`/api/v1/user/${user}/mfa/trusted_device`, rowsOf(trustedDevice), { ...(signal && { signal }) });
}

export function trustedDevicesQuery(user: number | 'my') {
  return queryOptions({
    queryKey: ['trusted-devices', user],
    queryFn: ({ signal }) => readTrustedDevices(user, signal),
  });
}

/** `DELETE /user/{user_id}/mfa/trusted_device/{device_id}`; a device that is gone already counts as revoked. */
export function revokeTrustedDevice(user: number | 'my', deviceId: number): Promise<void> {
  return remove(`/api/v1/user/${user}/mfa/trusted_device/${deviceId}`);
}

/** When a device stops being trusted; undefined where its activation is not known. */
export function expiryOf(device: TrustedDevice): Date | undefined {
  if (!device.activation_date) return undefined;
  return new Date(device.activation_date.getTime() + TRUST_DAYS * 86_400_000);
}

/** True once the 90 days are over; one of unknown age is taken for trusted, which errs on the careful side. */
export function isExpired(device: TrustedDevice, now: number): boolean {
  const expiry = expiryOf(device);
  return expiry !== undefined && expiry.getTime() <= now;
}
