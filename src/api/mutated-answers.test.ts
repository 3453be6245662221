import { QueryClient } from '@tanstack/react-query';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renewTokens, signInWithPassword } from './authentication.ts';
import { ApiError } from './errors.ts';
import { eventsQuery } from './events.ts';
import { createMfaKey, mfaKeyStatusesQuery } from './mfa-keys.ts';
import { answerWith } from './testing.ts';
import { trustedDevicesQuery } from './trusted-devices.ts';
import { myUserQuery } from './users.ts';

describe('an answer in which anything has become anything', () => {
  const key = {
    id: 1,
    status: { id: 1, description: 'Active' },
    type: { id: 1, description: 'T' },
    creation_date: '2026-01-01T00:00:00+0000',
  };
  const device = { id: 1, operating_system: 'Linux', browser: 'Firefox', activation_date: '2026-01-01T00:00:00+0000' };
  const event = {
    id: 1,
    timestamp: '2026-01-01',
    alert: false,
    description: 'x',
    event_type: { id: 6, description: 'x' },
    event_severity: { id: 0, description: 'Info' },
  };
  const user = {
    id: 1,
    username: 'a@b',
    name: 'A',
    created: '2026-01-01',
    status: { id: 1, description: 'Active' },
    organisation: { id: 1, name: 'O' },
    roles: [{ id: 1, name: 'User' }],
    mfa: [key],
  };
  const queries = () => new QueryClient();

  const calls: [string, unknown, () => Promise<unknown>][] = [
    ['lookup', [{ id: 1, description: 'Active' }], () => queries().fetchQuery(mfaKeyStatusesQuery)],
    ['devices', [device, { ...device, id: 2 }], () => queries().fetchQuery(trustedDevicesQuery('my'))],
    ['events', [event], () => queries().fetchInfiniteQuery(eventsQuery('my', undefined))],
    ['user', user, () => queries().fetchQuery(myUserQuery)],
    ['new key', { ...key, secret_key: 'ABC', otpauth: 'otpauth://totp/x?secret=ABC' }, () => createMfaKey(1, 'x')],
    ['sign-in', { auth_token: 'a.b.c', refresh_token: 'r' }, () => signInWithPassword('a', 'b', undefined)],
    ['renewal', { auth_token: 'a.b.c' }, () => renewTokens('r')],
  ];

  test.each(calls)('%s: is read, or one clear error', async (_, answer, call) => {
    await fc.assert(
      fc.asyncProperty(mutated(answer), async (body) => {
        answerWith(() => new Response(body, { headers: { 'Content-Type': 'application/json' } }));
        await call().catch((error: unknown) => {
          expect(error).toBeInstanceOf(ApiError);
          expect((error as ApiError).kind).toBe('unreadable');
        });
      }),
      { numRuns: 150 },
    );
  });

  test('a field that is bad costs that field alone', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(user).filter((field) => field !== 'id')),
        fc.jsonValue(),
        async (field, value) => {
          answerWith(() => Response.json({ ...user, [field]: value }));
          const read = await queries().fetchQuery(myUserQuery);
          const rest = {
            username: read.username,
            name: read.name,
            organisation: read.organisation,
            mfa: read.mfa.rows.length,
          };
          expect({ ...rest, [field]: undefined }).toEqual({
            username: 'a@b',
            name: 'A',
            organisation: { id: 1, name: 'O' },
            mfa: 1,
            [field]: undefined,
          });
        },
      ),
    );
  });
});

/** The JSON of a value in which some parts, at any depth, are missing, null, or something else. */
function mutated(value: unknown): fc.Arbitrary<string> {
  const change = (part: unknown): fc.Arbitrary<unknown> => {
    const kept: fc.Arbitrary<unknown> = Array.isArray(part)
      ? fc.tuple(...part.map(change))
      : typeof part === 'object' && part !== null
        ? fc.record(Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, change(inner)])), {
            requiredKeys: [],
          })
        : fc.constant(part);
    return fc.oneof({ weight: 6, arbitrary: kept }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) });
  };
  const whole = change(value).map((changed) => JSON.stringify(changed));
  const truncated = fc.tuple(whole, fc.nat(60)).map(([json, length]) => json.slice(0, length));
  return fc.oneof({ weight: 5, arbitrary: whole }, { weight: 1, arbitrary: truncated });
}
