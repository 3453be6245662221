import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { read } from './client.ts';
import { mfaKey } from './mfa-keys.ts';
import { date, id, nestedRowsOf, reference, text } from './tolerant.ts';

const user = z.object({
  id,
  username: text,
  name: text,
  created: date,
  status: reference,
  organisation: z.catch(z.optional(z.object({ id, name: text })), undefined),
  roles: nestedRowsOf(z.object({ id, name: text })),
  mfa: nestedRowsOf(mfaKey),
});

/** `GET /user/my`: who is signed in, with their MFA keys. An application token may be refused here (403, 404). */
export const myUserQuery = queryOptions({
  queryKey: ['users', 'my'],
  queryFn: ({ signal }) => read('/api/v1/user/my', user, { signal }),
});
