import * as z from 'zod/mini';
import { apiUrl } from '../settings.ts';
import { readStored } from './storage.ts';

/**
 * What this browser keeps of a user's trust in it. The fingerprint replaces a second factor: it is sent to
 * `authenticate` and nowhere else, and goes when the device's row is gone.
 */
const trust = z.object({ fingerprint: z.string().check(z.minLength(1)), deviceId: z.optional(z.number()) });

/** The fingerprint to send with this user's password, if the browser was trusted earlier. */
export function fingerprintOf(username: string): string | undefined {
  return readTrust(username)?.fingerprint;
}

/** @returns undefined where the browser is not trusted, or what was kept is no such thing */
export function readTrust(username: string): z.output<typeof trust> | undefined {
  const parsed = z.safeParse(trust, readStored('localStorage', trustKey(username)));
  return parsed.success ? parsed.data : undefined;
}

/** Under which name in `localStorage` a user's trust is kept. */
export function trustKey(username: string): string {
  return `mfa-portal:${apiUrl}:browser:${username.trim().toLowerCase()}`;
}
