import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { passwordHash } from './authentication.ts';
import { change, create, read, remove } from './client.ts';
import { date, id, lookup, reference } from './tolerant.ts';

/** The one status id that the API's documentation fixes; every other is whatever the lookup says. */
const ACTIVE = 1;

export const mfaKey = z.object({
  id,
  status: reference,
  type: reference,
  creation_date: date,
  activation_date: date,
});
export type MfaKey = z.output<typeof mfaKey>;

/** What *create* tells this once: the secret. Keep it in component state alone. */
export type NewMfaKey = { id: number; secretKey: string | undefined; otpauth: string | undefined };

/** Base32 (RFC 4648); anything else is not shown as a key. */
const setupKey = z.catch(z.optional(z.string().check(z.regex(/^[A-Z2-7]{8,256}=*$/i))), undefined);
/** What a phone does with a QR code is up to its text, so no other address gets into one. */
const keyUri = z.catch(z.optional(z.string().check(z.regex(/^otpauth:\/\//i))), undefined);
const newMfaKey = z
  .object({ id, secret_key: setupKey, otpauth: keyUri })
  .check(z.refine(({ secret_key, otpauth }) => secret_key !== undefined || otpauth !== undefined));

/** `GET /user/mfa/status`: the words for a key's status. */
export const mfaKeyStatusesQuery = queryOptions({
  queryKey: ['lookups', 'mfa-key-status'],
  queryFn: ({ signal }) => read('/api/v1/user/mfa/status', lookup, { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

/** `GET /user/mfa/type`: the kinds of key that can be made, and their words. */
export const mfaKeyTypesQuery = queryOptions({
  queryKey: ['lookups', 'mfa-key-type'],
  queryFn: ({ signal }) => read('/api/v1/user/mfa/type', lookup, { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

/** True for a key that is asked for at sign-in. */
export function isActive(key: MfaKey): boolean {
  return key.status?.id === ACTIVE;
}

/** True for a key that was made but never confirmed by a code. A status that is not known here is neither. */
export function isUnfinished(key: MfaKey): boolean {
  return key.status !== undefined && !isActive(key) && key.activation_date === undefined;
}

/**
 * `POST /user/mfa`. A plain function, never retried: React Query would keep the password and the secret.
 * @throws ApiError 'conflict' (an active key exists), 'rejected' (wrong password, unknown type)
 */
export async function createMfaKey(typeId: number, password: string): Promise<NewMfaKey> {
  const body = { type: { id: typeId }, password: await passwordHash(password) };
  const key = await create('/api/v1/user/mfa', body, newMfaKey);
  return { id: key.id, secretKey: key.secret_key, otpauth: key.otpauth };
}

/**
 * `PATCH /user/mfa/{key_id}`. `code` stands beside `status`, and is a string.
 * @throws ApiError 'rejected' (wrong code), 'not-found', 'conflict' (already active)
 */
export function activateMfaKey(keyId: number, code: string): Promise<void> {
  return change(`/api/v1/user/mfa/${keyId}`, { status: { id: ACTIVE }, code });
}

/**
 * `DELETE /user/{user_id}/mfa/{key_id}`; a key that is gone already counts as deleted.
 * @throws ApiError 'forbidden', or 'conflict' or 'rejected' where MFA is enforced
 */
export function deleteMfaKey(user: number | 'my', keyId: number): Promise<void> {
  return remove(`/api/v1/user/${user}/mfa/${keyId}`);
}
