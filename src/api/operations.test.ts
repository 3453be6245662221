import { createHash } from 'node:crypto';
import { QueryClient } from '@tanstack/react-query';
import { beforeEach, expect, test } from 'vitest';
import { APPLICATION_TOKEN } from '../../sandbox/accounts.ts';
import { totp } from '../../sandbox/testing.ts';
import {
  renewTokens,
  signInWithApplicationToken,
  signInWithCode,
  signInWithPassword,
  type Tokens,
} from './authentication.ts';
import { eventsQuery } from './events.ts';
import { activateMfaKey, createMfaKey, deleteMfaKey, mfaKeyStatusesQuery, mfaKeyTypesQuery } from './mfa-keys.ts';
import { type Wire, wire } from './testing.ts';
import { revokeTrustedDevice, trustedDevicesQuery } from './trusted-devices.ts';
import { myUserQuery } from './users.ts';

/** Each operation as the documentation has it: method, path, body and headers on the wire. */

const SHA1 = createHash('sha1').update('sandbox').digest('hex');
const SETUP_KEY = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

let api: Wire;
const queries = new QueryClient();
beforeEach(() => {
  api = wire();
  queries.clear();
});

const last = () => api.seen.at(-1);

async function enter(username: string): Promise<Tokens> {
  const step = await signInWithPassword(username, 'sandbox', undefined);
  if (step.step !== 'signed-in') throw new Error(`A second factor is due for ${username}`);
  api.token = step.authToken;
  return step;
}

/** From the first step to the code of the app. */
async function secondFactor(): Promise<string> {
  const step = await signInWithPassword('app@example.com', 'sandbox', undefined);
  if (step.step !== 'second-factor') throw new Error('No second factor is due');
  return step.mfaToken;
}

test('first step: the SHA-1 of the password, no fingerprint where there is none, no token', async () => {
  await enter('new@example.com');
  expect(last()).toMatchObject({
    method: 'POST',
    path: '/api/v1/authenticate',
    body: { username: 'new@example.com', password: SHA1 },
  });
  expect(Object.keys(last()?.body as object)).toEqual(['username', 'password']);
  expect(last()?.headers).toMatchObject({ 'content-type': 'application/json', accept: 'application/json' });
  expect(last()?.headers).not.toHaveProperty('authorization');
});

test('the SHA-1 is that of the UTF-8 password, in lower case', async () => {
  await signInWithPassword('new@example.com', 'Straße 🔑', undefined).catch(() => undefined);
  expect(last()?.body).toMatchObject({ password: createHash('sha1').update('Straße 🔑', 'utf8').digest('hex') });
});

test('second step: code and device as given, and from then on the fingerprint takes its place', async () => {
  const device = { fingerprint: 'f-1', browser: 'Firefox', operating_system: 'Linux' };
  const mfaToken = await secondFactor();
  const code = totp(SETUP_KEY);
  const tokens = await signInWithCode(mfaToken, code, device);
  expect(last()).toMatchObject({ method: 'POST', path: '/api/v1/authenticate' });
  expect(last()?.body).toEqual({ mfa_token: mfaToken, code, trusted_device: device });
  expect(tokens.refreshToken).toBeTruthy();
  expect((tokens.expiresAt ?? 0) - (tokens.issuedAt ?? 0)).toBe(240 * 60);

  expect(await signInWithPassword('app@example.com', 'sandbox', 'f-1')).toMatchObject({ step: 'signed-in' });
  expect(last()?.body).toEqual({ username: 'app@example.com', password: SHA1, fingerprint: 'f-1' });
});

test('second step without trust sends no device, and keeps a leading zero', async () => {
  const mfaToken = await secondFactor();
  await expect(signInWithCode(mfaToken, '012345', undefined)).rejects.toMatchObject({ kind: 'rejected', status: 401 });
  expect(last()?.body).toEqual({ mfa_token: mfaToken, code: '012345' });
});

test('application token', async () => {
  await expect(signInWithApplicationToken('nonsense')).rejects.toMatchObject({ kind: 'rejected' });
  expect(last()?.body).toEqual({ application_token: 'nonsense' });
  expect(await signInWithApplicationToken(APPLICATION_TOKEN)).toMatchObject({ refreshToken: undefined });
});

test('renewal keeps the refresh token, or takes the new one', async () => {
  const { refreshToken = '' } = await enter('new@example.com');
  expect((await renewTokens(refreshToken)).refreshToken).toBe(refreshToken);
  expect(last()?.body).toEqual({ refresh_token: refreshToken });
  await api.control('PATCH', 'settings', { refresh_rotation: true });
  const rotated = await renewTokens(refreshToken);
  expect(rotated.refreshToken).toBeTruthy();
  expect(rotated.refreshToken).not.toBe(refreshToken);
});

test('create, activate and delete a key', async () => {
  const { authToken } = await enter('new@example.com');
  const key = await createMfaKey(1, 'sandbox');
  expect(last()).toMatchObject({ method: 'POST', path: '/api/v1/user/mfa' });
  expect(last()?.body).toEqual({ type: { id: 1 }, password: SHA1 });
  expect(last()?.headers.authorization).toBe(`Bearer ${authToken}`);
  expect(key.otpauth).toContain(key.secretKey);

  await expect(activateMfaKey(key.id, '012345')).rejects.toMatchObject({ kind: 'rejected', status: 422 });
  expect(last()).toMatchObject({ method: 'PATCH', path: `/api/v1/user/mfa/${key.id}` });
  expect(last()?.body).toEqual({ status: { id: 1 }, code: '012345' });
  await activateMfaKey(key.id, totp(key.secretKey ?? ''));

  await deleteMfaKey('my', key.id);
  expect(last()).toMatchObject({ method: 'DELETE', path: `/api/v1/user/my/mfa/${key.id}`, body: undefined });
  expect(last()?.headers).not.toHaveProperty('content-type');
});

test("delete another user's key and device, by number", async () => {
  const other = await api.control<{ id: number; keys: { id: number }[]; devices: { id: number }[] }>('POST', 'users', {
    username: 'other@example.com',
    key: {},
    devices: [{ browser: 'Edge', operating_system: 'Windows' }],
  });
  await enter('admin@example.com');
  await deleteMfaKey(other.id, other.keys[0]?.id ?? 0);
  expect(last()?.path).toBe(`/api/v1/user/${other.id}/mfa/${other.keys[0]?.id}`);
  const { rows } = await queries.fetchQuery(trustedDevicesQuery(other.id));
  expect(last()).toMatchObject({ method: 'GET', path: `/api/v1/user/${other.id}/mfa/trusted_device` });
  expect(rows).toMatchObject([{ id: other.devices[0]?.id, browser: 'Edge', activation_date: expect.any(Date) }]);
  await revokeTrustedDevice(other.id, other.devices[0]?.id ?? 0);
  expect(last()?.path).toBe(`/api/v1/user/${other.id}/mfa/trusted_device/${other.devices[0]?.id}`);
  expect(await api.control('GET', 'users/other@example.com')).toMatchObject({ keys: [], devices: [] });
});

test('the lookups of statuses and types, whatever ids and words they hold', async () => {
  await enter('new@example.com');
  const rows = [
    { id: 70, description: 'Läuft' },
    { id: 0, description: '' },
  ];
  await api.control('PUT', 'lookups', { mfa_status: rows, mfa_type: rows.toReversed() });
  expect(await queries.fetchQuery(mfaKeyStatusesQuery)).toEqual({ rows, unreadable: 0 });
  expect(last()).toMatchObject({ method: 'GET', path: '/api/v1/user/mfa/status', body: undefined });
  expect(await queries.fetchQuery(mfaKeyTypesQuery)).toEqual({ rows: rows.toReversed(), unreadable: 0 });
  expect(last()).toMatchObject({ method: 'GET', path: '/api/v1/user/mfa/type', body: undefined });
});

test('own profile, devices, and the revocation of one', async () => {
  await enter('new@example.com');
  expect(await queries.fetchQuery(myUserQuery)).toMatchObject({ username: 'new@example.com', mfa: { rows: [] } });
  expect(last()).toMatchObject({ method: 'GET', path: '/api/v1/user/my' });
  await queries.fetchQuery(trustedDevicesQuery('my'));
  expect(last()?.path).toBe('/api/v1/user/my/mfa/trusted_device');
  await revokeTrustedDevice('my', 17);
  expect(last()).toMatchObject({ method: 'DELETE', path: '/api/v1/user/my/mfa/trusted_device/17' });
});

test('events: newest first, one kind by the API, the rest with all, a page at a time', async () => {
  await api.control('POST', 'users', {
    username: 'busy@example.com',
    events: Array.from({ length: 30 }, (_, index) => ({ type: index % 2 ? 14 : 0, description: `event ${index}` })),
  });
  await enter('busy@example.com');
  const events = eventsQuery('my', undefined);
  const { pages } = await queries.fetchInfiniteQuery({ ...events, pages: 2 });
  expect(api.seen.slice(-2).map(({ path }) => path)).toEqual(
    [1, 2].map((page) => `/api/v1/user/my/event?sort=-timestamp&page=${page}&per_page=25`),
  );
  expect(pages.map(({ rows, isLast }) => [rows.length, isLast])).toEqual([
    [25, false],
    [5, true],
  ]);
  queries.clear();
  await queries.fetchInfiniteQuery(eventsQuery('my', 'mfa'));
  expect(last()?.path).toBe('/api/v1/user/my/event?q=type%3A14&sort=-timestamp&page=1&per_page=25');
  await queries.fetchInfiniteQuery(eventsQuery('my', 'other'));
  expect(last()?.path).toBe('/api/v1/user/my/event?sort=-timestamp&page=1&per_page=25');
});

test('a call keeps no cookies, no cache, and follows no redirect that could carry a password away', async () => {
  await enter('new@example.com');
  for (const { credentials, cache, redirect } of api.requests)
    expect([credentials, cache, redirect]).toEqual(['omit', 'no-store', 'error']);
});
