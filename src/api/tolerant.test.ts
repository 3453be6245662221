import { QueryClient } from '@tanstack/react-query';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { renewTokens, signInWithPassword } from './authentication.ts';
import { ApiError } from './errors.ts';
import { eventsQuery, isWarning, kindOf } from './events.ts';
import { createMfaKey, isActive, isUnfinished, mfaKey, mfaKeyStatusesQuery } from './mfa-keys.ts';
import { answerWith } from './testing.ts';
import { date, id, nestedRowsOf, rowsOf, text, wordsOf } from './tolerant.ts';
import { expiryOf, isExpired, trustedDevicesQuery } from './trusted-devices.ts';
import { myUserQuery } from './users.ts';

describe('id', () => {
  test.each([
    [7, 7],
    ['7', 7],
    ['007', 7],
    [0, 0],
    ['123456789012345', 123456789012345],
  ])('%j is %j', (value, expected) => {
    expect(z.parse(id, value)).toBe(expected);
  });
  test.each([
    1.5,
    '1.5',
    '',
    ' 7',
    '7e3',
    '1234567890123456',
    null,
    undefined,
    [7],
    { id: 7 },
    Number.NaN,
    2 ** 60,
    true,
  ])('%j is none', (value) => {
    expect(z.safeParse(id, value).success).toBe(false);
  });
});

describe('date', () => {
  test.each([
    ['2014-09-27T08:03:00+0000', '2014-09-27T08:03:00.000Z'],
    ['2014-09-27T08:03:00-0530', '2014-09-27T13:33:00.000Z'],
    ['2014-09-27T08:03:00+00:00', '2014-09-27T08:03:00.000Z'],
    ['2021-11-04T12:51:40.100Z', '2021-11-04T12:51:40.100Z'],
    ['2021-11-04', '2021-11-04T00:00:00.000Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59.000Z'],
  ])('%s', (value, expected) => {
    expect(z.parse(date, value)?.toISOString()).toBe(expected);
  });
  test.each([
    null,
    undefined,
    '',
    0,
    1411804980,
    {},
    [],
    'yesterday',
    'device 7',
    '27.9.2014',
    '2014-13-01',
    '2014-09-27T99:00:00Z',
  ])('%j is none', (value) => {
    expect(z.parse(date, value)).toBeUndefined();
  });
});

test('+0000 is read by a browser that wants +00:00, as Safari does', () => {
  class Strict extends Date {
    constructor(value: string) {
      super(/[+-]\d{4}$/.test(value) ? Number.NaN : value);
    }
  }
  vi.stubGlobal('Date', Strict);
  expect(z.parse(date, '2014-09-27T08:03:00+0000')?.toISOString()).toBe('2014-09-27T08:03:00.000Z');
  vi.unstubAllGlobals();
});

describe('rows', () => {
  const row = z.object({ id, name: text });
  test('a bad row costs that row and is counted; one that comes twice stands once, where it stood first', () => {
    const rows = [{ id: 2, name: 'a' }, null, { name: 'no id' }, { id: '1', name: 7 }, { id: 2, name: 'b' }, [], 'x'];
    expect(z.parse(rowsOf(row), rows)).toEqual({ rows: [{ id: 2, name: 'a' }, { id: 1 }], unreadable: 4 });
  });
  test.each([null, undefined, {}, 'x', 7])('%j is no collection', (value) => {
    expect(z.safeParse(rowsOf(row), value).success).toBe(false);
  });
  test.each([
    [undefined, 0],
    [null, 0],
    [{}, 1],
    ['x', 1],
  ])('inside a record %j is an empty one, and what is no list is said to be unreadable', (value, unreadable) => {
    expect(z.parse(z.object({ mfa: nestedRowsOf(row) }), { mfa: value })).toEqual({ mfa: { rows: [], unreadable } });
  });
  test('ten thousand rows', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({ id: index, name: 'x' }));
    expect(z.parse(rowsOf(row), many).rows).toHaveLength(10_000);
  });
});

test('words: of the lookup, else those that came along, else the id', () => {
  const lookup = { rows: [{ id: 1, description: 'Active' }, { id: 2 }], unreadable: 0 };
  expect(wordsOf({ id: 1, description: 'old' }, lookup)).toBe('Active');
  expect(wordsOf({ id: 2, description: 'came along' }, lookup)).toBe('came along');
  expect(wordsOf({ id: 3, description: undefined }, lookup)).toBe('3');
  expect(wordsOf({ id: 1, description: undefined }, undefined)).toBe('1');
  expect(wordsOf(undefined, lookup)).toBe('');
});

test.each([
  [{ status: { id: 1 }, activation_date: '2026-01-01' }, true, false],
  [{ status: { id: 1 } }, true, false],
  [{ status: { id: '1' } }, true, false],
  [{ status: { id: 0 } }, false, true],
  [{ status: { id: 70 }, activation_date: '2026-01-01' }, false, false],
  [{}, false, false],
  [{ status: null }, false, false],
])('a key with %j: active %s, unfinished %s', (given, active, unfinished) => {
  const key = z.parse(mfaKey, { id: 1, ...given });
  expect([isActive(key), isUnfinished(key)]).toEqual([active, unfinished]);
});

test('a device expires 90 days after its activation, to the millisecond; one of unknown age does not', () => {
  const device = { id: 1, operating_system: '', browser: '', activation_date: new Date('2026-01-01T00:00:00Z') };
  const end = Date.parse('2026-04-01T00:00:00Z');
  expect(expiryOf(device)?.getTime()).toBe(end);
  expect([isExpired(device, end - 1), isExpired(device, end)]).toEqual([false, true]);
  const undated = { ...device, activation_date: undefined };
  expect([expiryOf(undated), isExpired(undated, end)]).toEqual([undefined, false]);
});

test('events: kinds by the documented ids, warnings by alert or severity', () => {
  const event = (more: object) => ({
    id: 1,
    timestamp: undefined,
    description: '',
    alert: undefined,
    event_type: undefined,
    event_severity: undefined,
    ...more,
  });
  expect([6, 13, 14, 0].map((type) => kindOf(event({ event_type: { id: type } })))).toEqual([
    'sign-in-failed',
    'support-access',
    'mfa',
    'other',
  ]);
  expect(kindOf(event({}))).toBe('other');
  const warns = (more: object) => isWarning(event(more));
  expect([
    warns({ alert: true }),
    warns({ event_severity: { id: 1, description: 'Warn' } }),
    warns({ event_severity: { id: 0, description: 'Info' } }),
    warns({}),
  ]).toEqual([true, true, false, false]);
});

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
