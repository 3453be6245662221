import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { read } from './client.ts';
import { mfaKey } from './mfa-keys.ts';
import { date, id, nestedRowsOf, reference, rowsOf, text } from './tolerant.ts';

const role = z.object({ id, name: text });
export const organisation = z.catch(z.optional(z.object({ id, name: text })), undefined);

const user = z.object({
  id,
  username: text,
  name: text,
  created: date,
  status: reference,
  organisation,
  roles: nestedRowsOf(role),
  mfa: nestedRowsOf(mfaKey),
});
export type User = z.output<typeof user>;

/** `GET /user/my`: who is signed in, with their MFA keys. An application token may be refused here (403, 404). */
export const myUserQuery = queryOptions({
  queryKey: ['users', 'my'],
  queryFn: ({ signal }) => read('/api/v1/user/my', user, { signal }),
});

/**
 * `GET /user/{id or username}`.
 * @param ref a number, or an e-mail in any case
 * @throws ApiError 'not-found' for one that does not exist or can't be seen, 'forbidden'
 */
export function readUser(ref: number | string, signal?: AbortSignal): Promise<User> {
  return read(`/api/v1/user/${encodeURIComponent(ref)}`, user, { ...(signal && { signal }) });
}

/** One user with their MFA keys, for support staff. */
export function userQuery(ref: number | string) {
  return queryOptions({
    queryKey: ['users', typeof ref === 'string' ? ref.toLowerCase() : ref],
    queryFn: ({ signal }) => readUser(ref, signal),
  });
}

/** `GET /user/status`: the words for a user's status. */
export const userStatusesQuery = queryOptions({
  queryKey: ['lookups', 'user-status'],
  queryFn: ({ signal }) => read('/api/v1/user/status', rowsOf(z.object({ id, description: text })), { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Roles that may list users and revoke for others. Their ids are not published, so they go by name. */
const STAFF_ROLES = ['superadmin', 'administrator'];

/** Whether a user may support others, by their roles; a 403 decides in the end. */
export function isStaff({ roles }: User): boolean {
  return roles.rows.some(({ name }) => name !== undefined && STAFF_ROLES.includes(name.toLowerCase()));
}
