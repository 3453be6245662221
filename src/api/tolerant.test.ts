import { describe, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { isWarning, kindOf } from './events.ts';
import { isActive, isUnfinished, mfaKey } from './mfa-keys.ts';
import { date, id, nestedRowsOf, rowsOf, text, wordsOf } from './tolerant.ts';
import { expiryOf, isExpired } from './trusted-devices.ts';

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
    [null, 1],
    [{}, 1],
    ['x', 1],
  ])(
    'inside a record %j costs the list alone, and what is there but no list is said to be unreadable',
    (value, unreadable) => {
      expect(z.parse(z.object({ mfa: nestedRowsOf(row) }), { mfa: value })).toEqual({ mfa: { rows: [], unreadable } });
    },
  );
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
