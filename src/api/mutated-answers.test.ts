import { QueryClient } from '@tanstack/react-query';
import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { mutated, mutatedPaging, runs, SAMPLES } from '../../sandbox/mutation.ts';
import { renewTokens, signInWithApplicationToken, signInWithCode, signInWithPassword } from './authentication.ts';
import { directoryQuery } from './directory.ts';
import { ApiError } from './errors.ts';
import { eventsQuery } from './events.ts';
import { activateMfaKey, createMfaKey, deleteMfaKey, mfaKeyStatusesQuery, mfaKeyTypesQuery } from './mfa-keys.ts';
import { answerWith, inFakeTime } from './testing.ts';
import { revokeTrustedDevice, trustedDevicesQuery } from './trusted-devices.ts';
import { myUserQuery, userQuery, userStatusesQuery } from './users.ts';

const queries = () => new QueryClient();
const criteria = {
  search: 'x',
  status: 1,
  organisation: '',
  sort: 'id',
  descending: false,
  page: 1,
  perPage: 25,
} as const;
const device = { fingerprint: 'f', browser: 'b', operating_system: 'o' };

/** Each operation of this folder. */
const READS: [string, unknown, () => Promise<unknown>][] = [
  ['key statuses', SAMPLES.lookup, () => queries().fetchQuery(mfaKeyStatusesQuery)],
  ['key types', SAMPLES.lookup, () => queries().fetchQuery(mfaKeyTypesQuery)],
  ['user statuses', SAMPLES.lookup, () => queries().fetchQuery(userStatusesQuery)],
  ['own devices', SAMPLES.devices, () => queries().fetchQuery(trustedDevicesQuery('my'))],
  ['devices of another', SAMPLES.devices, () => queries().fetchQuery(trustedDevicesQuery(9))],
  ['events', SAMPLES.events, () => queries().fetchInfiniteQuery({ ...eventsQuery('my', undefined), pages: 3 })],
  ['own account', SAMPLES.user, () => queries().fetchQuery(myUserQuery)],
  ['a user by number', SAMPLES.user, () => queries().fetchQuery(userQuery(9))],
  ['a user by e-mail', SAMPLES.user, () => queries().fetchQuery(userQuery('person@example.com'))],
  ['the directory', SAMPLES.directory, () => queries().fetchQuery(directoryQuery(criteria))],
];
const WITH_ANSWER: [string, unknown, () => Promise<unknown>][] = [
  ['a new key', SAMPLES.newKey, () => createMfaKey(1, 'x')],
  ['first step', SAMPLES.signedIn, () => signInWithPassword('a', 'b', undefined)],
  ['first step, a code is due', SAMPLES.secondFactor, () => signInWithPassword('a', 'b', undefined)],
  ['first step with a fingerprint', SAMPLES.signedIn, () => signInWithPassword('a', 'b', 'f')],
  ['second step', SAMPLES.signedIn, () => signInWithCode('m', '012345', device)],
  ['application token', SAMPLES.signedIn, () => signInWithApplicationToken('t')],
  ['renewal', SAMPLES.signedIn, () => renewTokens('r')],
];
const WITHOUT: [string, () => Promise<unknown>][] = [
  ['activate a key', () => activateMfaKey(7, '012345')],
  ['delete a key', () => deleteMfaKey('my', 7)],
  ['revoke a device', () => revokeTrustedDevice(9, 3)],
];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
  return () => vi.useRealTimers();
});

/** What a call becomes: an answer, or one clear error. */
async function outcome(call: () => Promise<unknown>): Promise<{ answer?: unknown; error?: ApiError }> {
  const { answer, error } = await inFakeTime(call());
  if (error === undefined) return { answer };
  expect(error).toBeInstanceOf(ApiError);
  return { error: error as ApiError };
}

describe('an answer in which anything has become anything', () => {
  test.each([...READS, ...WITH_ANSWER])('%s: is read, or one clear error', async (_, sample, call) => {
    await fc.assert(
      fc.asyncProperty(mutated(sample), mutatedPaging, async (body, paging) => {
        answerWith(() => new Response(body, { headers: { 'Content-Type': 'application/json', ...paging } }));
        const { error } = await outcome(call);
        if (error) expect(error.kind).toBe('unreadable');
      }),
      runs(60),
    );
  });

  test('what is no person names nobody, and a person of another number is not the one asked for', async () => {
    for (const body of [{}, { message: 'x' }, { id: null, mfa: [] }, [], { ...SAMPLES.user, id: 10 }]) {
      answerWith(() => Response.json(body));
      expect((await outcome(() => queries().fetchQuery(userQuery(9)))).error?.kind).toBe('unreadable');
    }
    answerWith(() => Response.json({ mfa: [] }));
    expect((await outcome(() => queries().fetchQuery(myUserQuery))).error?.kind).toBe('unreadable');
  });

  test.each(['', 'a b', 'a\nb', 'ä', '\ud800'])('%j, which fits into no header, is no token', async (token) => {
    answerWith(() => Response.json({ auth_token: token, refresh_token: 'r' }));
    expect((await outcome(() => renewTokens('r'))).error?.kind).toBe('unreadable');
  });

  test.each([
    [{ secret_key: 'JBSWY3DPEHPK3PXP' }, 'JBSWY3DPEHPK3PXP', undefined],
    [{ secret_key: 'JBSWY3DPEHPK3PXP', otpauth: 'https://evil.example' }, 'JBSWY3DPEHPK3PXP', undefined],
    [{ secret_key: 'not Base32', otpauth: 'otpauth://totp/x' }, undefined, 'otpauth://totp/x'],
    [{ secret_key: 'not Base32', otpauth: 'javascript:alert(1)' }, 'unreadable', 'unreadable'],
    [{}, 'unreadable', 'unreadable'],
  ])('of a new key with %j one of setup key and Key URI is enough', async (given, secretKey, otpauth) => {
    answerWith(() => Response.json({ id: 7, ...given }));
    const { answer, error } = await outcome(() => createMfaKey(1, 'x'));
    if (error) expect([secretKey, otpauth]).toEqual([error.kind, error.kind]);
    else expect(answer).toEqual({ id: 7, secretKey, otpauth });
  });

  test('own account needs no number, and a lookup of which nothing can be read is none', async () => {
    answerWith(() => Response.json({ username: 'person@example.com' }));
    expect((await outcome(() => queries().fetchQuery(myUserQuery))).answer).toMatchObject({
      username: 'person@example.com',
    });
    answerWith(() => Response.json([{ description: 'no id' }]));
    expect((await outcome(() => queries().fetchQuery(mfaKeyTypesQuery))).error?.kind).toBe('unreadable');
  });

  test('a field that is bad costs that field alone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(SAMPLES.user)), fc.jsonValue(), async (field, value) => {
        answerWith(() => Response.json({ ...SAMPLES.user, [field]: value }));
        const read = await queries().fetchQuery(myUserQuery);
        const rest = { username: read.username, name: read.name, organisation: read.organisation };
        expect({ ...rest, mfa: read.mfa.rows.length, [field]: undefined }).toEqual({
          username: 'person@example.com',
          name: 'A Person',
          organisation: { id: 1, name: 'Example' },
          mfa: 2,
          [field]: undefined,
        });
      }),
      runs(100),
    );
  });
});

describe('an error whose body is anything', () => {
  const statuses = fc.constantFrom(
    400,
    401,
    403,
    404,
    405,
    408,
    409,
    413,
    418,
    422,
    423,
    429,
    451,
    500,
    502,
    503,
    504,
    599,
  );
  const calls = [...READS, ...WITH_ANSWER, ...WITHOUT.map(([name, call]) => [name, undefined, call] as const)];
  test.each(calls)('%s: is one clear error, and holds no more than text', async (_name, _sample, call) => {
    await fc.assert(
      fc.asyncProperty(statuses, mutated(SAMPLES.error), async (status, body) => {
        answerWith(() => new Response(body, { status, headers: { 'Content-Type': 'application/json' } }));
        const { error } = await outcome(call);
        // A deletion of what the API says is gone has done what was wanted.
        if (!error) return expect([status, body.includes('"NotFound"')]).toEqual([404, true]);
        expect(error.status).toBe(status);
        expect([error.reason ?? '', error.token ?? ''].map((text) => typeof text)).toEqual(['string', 'string']);
        expect(typeof (error.code ?? 0)).toBe('number');
      }),
      runs(25),
    );
  });
});
