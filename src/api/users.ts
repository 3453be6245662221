import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { read } from './client.ts';
import { ApiError } from './errors.ts';
import { mfaKey } from './mfa-keys.ts';
import { date, id, lookup, nestedRowsOf, reference, text } from './tolerant.ts';

const role = z.object({ id, name: text });
export const organisation = z.catch(z.optional(z.object({ id, name: text })), undefined);

/** One's own account needs no number: `my` stands for it in every path. */
const account = z.object({
  id: z.catch(z.optional(id), undefined),
  username: text,
  name: text,
  created: date,
  status: reference,
  organisation,
  roles: nestedRowsOf(role),
  mfa: nestedRowsOf(mfaKey),
});
export type Account = z.output<typeof account>;
export type User = Account & { id: number };

/** An object that names nobody is no account: that it has no keys would say nothing. */
const myAccount = account.check(z.refine(({ id, username }) => id !== undefined || username !== undefined));

/** `GET /user/my`: who is signed in, with their MFA keys. An application token may be refused here (403, 404). */
export const myUserQuery = queryOptions({
  queryKey: ['users', 'my'],
  queryFn: ({ signal }) => read('/api/v1/user/my', myAccount, { signal }),
});

/** True of the answer to an application token whose workspace has no account: no failure that could pass. */
export function meansNoAccount(error: unknown): boolean {
  return error instanceof ApiError && (error.kind === 'forbidden' || error.kind === 'not-found');
}

/**
 * `GET /user/{id or username}`.
 * @param ref a number, or an e-mail in any case
 * @throws ApiError 'not-found' for one that does not exist or can't be seen, 'forbidden', 'unreadable' where the answer
 * is about somebody else or does not say about whom: what goes from an account goes by its number
 */
export async function readUser(ref: number | string, signal?: AbortSignal): Promise<User> {
  const user = await read(`/api/v1/user/${encodeURIComponent(ref)}`, account, { ...(signal && { signal }) });
  const { id } = user;
  const isAsked = typeof ref === 'number' ? id === ref : (user.username ?? ref).toLowerCase() === ref.toLowerCase();
  if (id === undefined || !isAsked) {
    throw new ApiError({ kind: 'unreadable', status: 200 });
  }
  return { ...user, id };
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
  queryFn: ({ signal }) => read('/api/v1/user/status', lookup, { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Whether a user is the one who is signed in; by the e-mail where their own number is not known. */
export function isMyself(
  me: Pick<Account, 'id' | 'username'> | undefined,
  { id, username }: Pick<User, 'id' | 'username'>,
): boolean {
  if (me?.id !== undefined) return me.id === id;
  return me?.username !== undefined && me.username.toLowerCase() === username?.toLowerCase();
}

/** Roles that may list users and revoke for others. Their ids are not published, so they go by name. */
const STAFF_ROLES = ['superadmin', 'administrator'];

/** Whether a user may support others, by their roles; a 403 decides in the end. */
export function isStaff({ roles }: Account): boolean {
  return roles.rows.some(({ name }) => name !== undefined && STAFF_ROLES.includes(name.toLowerCase()));
}
