import type { TrustedDeviceRegistration } from '../api/authentication.ts';
import type { Rows } from '../api/tolerant.ts';
import type { TrustedDevice } from '../api/trusted-devices.ts';
import { browserName } from './browser-name.ts';
import { readTrust, trustKey } from './fingerprint.ts';
import { forget, store } from './storage.ts';

/** Seconds that a device's activation and the token of the sign-in that registered it may lie apart. */
const SAME_MOMENT = 30;

/** The row of this browser in the user's list of trusted devices, where that is known. */
export function thisDeviceId(username: string): number | undefined {
  return readTrust(username)?.deviceId;
}

/**
 * What to send to have this browser trusted. A new fingerprint each time: being asked for a code proves that the one
 * before is good for nothing, and a stolen copy of it must stay so.
 */
export function describeThisBrowser(): TrustedDeviceRegistration {
  const { browser, operatingSystem } = browserName(navigator.userAgent);
  return {
    fingerprint: crypto.randomUUID(),
    browser,
    operating_system: operatingSystem,
  };
}

/** Keeps the fingerprint after the API has taken it. @returns false where storage is full or blocked */
export function rememberTrust(username: string, { fingerprint }: TrustedDeviceRegistration): boolean {
  return store('localStorage', trustKey(username), { fingerprint });
}

/** Ends this browser's trust on this side. */
export function forgetTrust(username: string): void {
  forget('localStorage', trustKey(username));
}

/**
 * Finds this browser's row right after the sign-in that registered it: the API names none. Marks the one row whose
 * activation fits the token's time and whose names are those that were sent; in doubt, none.
 * @param issuedAt the new token's `iat`, seconds since 1970
 */
export function recogniseThisBrowser(
  username: string,
  sent: TrustedDeviceRegistration,
  issuedAt: number | undefined,
  devices: TrustedDevice[],
): void {
  const trusted = readTrust(username);
  if (!trusted || issuedAt === undefined) return;
  const candidates = devices.filter(
    (device) =>
      device.browser === sent.browser &&
      device.operating_system === sent.operating_system &&
      device.activation_date !== undefined &&
      Math.abs(device.activation_date.getTime() / 1000 - issuedAt) <= SAME_MOMENT,
  );
  const [only] = candidates;
  if (only && candidates.length === 1) store('localStorage', trustKey(username), { ...trusted, deviceId: only.id });
}

/** Forgets the fingerprint when a whole list proves that its row is gone; a guess is not enough. */
export function dropTrustIfGone(username: string, { rows, unreadable }: Rows<TrustedDevice>): void {
  const trusted = readTrust(username);
  if (!trusted || unreadable > 0) return;
  const gone =
    trusted.deviceId === undefined ? rows.length === 0 : rows.every((device) => device.id !== trusted.deviceId);
  if (gone) forgetTrust(username);
}
