import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { renewTokens, signInWithPassword } from './authentication.ts';
import { authenticate, change, connect, create, read, remove } from './client.ts';
import { createMfaKey } from './mfa-keys.ts';
import { type Wire, wire } from './testing.ts';

/** 401 in the middle of things: one renewal, each call once more with the new token. */

const MY = '/api/v1/user/my';
const anything = z.unknown();

let api: Wire;
let fresh: string;
beforeEach(async () => {
  api = wire();
  const step = await signInWithPassword('new@example.com', 'sandbox', undefined);
  if (step.step !== 'signed-in') throw new Error('A second factor is due');
  fresh = step.authToken;
  api.token = 'stale';
  api.renew = async () => {
    api.token = fresh;
    return fresh;
  };
  api.seen.length = 0;
});

const tokensSent = () => api.seen.map(({ headers }) => headers.authorization?.replace(fresh, 'fresh'));

test.each([
  ['GET', () => read(MY, anything)],
  ['POST', () => create('/api/v1/user/mfa', { type: { id: 99 }, password: 'x' }, anything)],
  ['PATCH', () => change('/api/v1/user/mfa/17', { status: { id: 1 }, code: '012345' })],
  ['DELETE', () => remove('/api/v1/user/my/mfa/17')],
])('%s is sent once more with the new token, and with the same body', async (method, call) => {
  const error = await call().then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error) expect(error).not.toMatchObject({ status: 401 });
  expect(tokensSent()).toEqual(['Bearer stale', 'Bearer fresh']);
  expect(api.seen.map((call) => call.method)).toEqual([method, method]);
  expect(api.seen[0]?.body).toEqual(api.seen[1]?.body);
  expect(api.refused).toEqual(['stale']);
});

test('an expired token is renewed by the refresh token', async () => {
  const step = await signInWithPassword('new@example.com', 'sandbox', undefined);
  if (step.step !== 'signed-in') throw new Error('A second factor is due');
  api.token = step.authToken;
  api.renew = async () => (await renewTokens(step.refreshToken ?? '')).authToken;
  await api.control('POST', 'clock', { advance_seconds: 240 * 60 + 1 });
  expect(await read(MY, anything)).toMatchObject({ username: 'new@example.com' });
});

test('a token that is refused again is an error, not a loop', async () => {
  api.renew = async () => 'stale too';
  await expect(read(MY, anything)).rejects.toMatchObject({ kind: 'signed-out', status: 401 });
  expect(tokensSent()).toEqual(['Bearer stale', 'Bearer stale too']);
  expect(api.refused).toEqual(['stale']);
});

test('where nothing is renewed the call fails with what the API said, or with nothing sent at all', async () => {
  api.renew = async () => undefined;
  await expect(read(MY, anything)).rejects.toMatchObject({ kind: 'signed-out', token: 'InvalidToken' });
  api.token = undefined;
  api.seen.length = 0;
  await expect(remove(MY)).rejects.toMatchObject({ kind: 'signed-out', status: undefined });
  expect(api.seen).toEqual([]);
});

test('a failed renewal is what the call fails with', async () => {
  api.renew = () => authenticate({ refresh_token: 'gone' }, anything).then(() => undefined);
  await expect(read(MY, anything)).rejects.toMatchObject({ kind: 'rejected' });
});

test('a call that begins with no token waits for one', async () => {
  api.token = undefined;
  expect(await read(MY, anything)).toMatchObject({ username: 'new@example.com' });
  expect(api.refused).toEqual([undefined]);
  expect(tokensSent()).toEqual(['Bearer fresh']);
});

describe('InvalidCredentials is a wrong password', () => {
  test.each([401, 422])('answered with %i: not renewed, not sent again, one attempt spent', async (status) => {
    api.token = fresh;
    await api.control('PATCH', 'settings', { create_wrong_password: status });
    await expect(createMfaKey(1, 'wrong')).rejects.toMatchObject({ kind: 'rejected', status, code: 1101 });
    expect(api.refused).toEqual([]);
    expect(tokensSent()).toEqual(['Bearer fresh']);
  });
});

test('401 at sign-in is about what was typed', async () => {
  await expect(signInWithPassword('new@example.com', 'wrong', undefined)).rejects.toMatchObject({ kind: 'rejected' });
  expect(api.refused).toEqual([]);
  for (let tries = 0; tries < 2; tries++) await signInWithPassword('new@example.com', 'x', undefined).catch(() => {});
  await expect(signInWithPassword('new@example.com', 'sandbox', undefined)).rejects.toMatchObject({ kind: 'locked' });
  await api.control('PATCH', 'settings', { lockout_status: 429 });
  await expect(signInWithPassword('new@example.com', 'sandbox', undefined)).rejects.toMatchObject({
    kind: 'rate-limited',
  });
});

test('a call that began in one person’s name is not sent again in another’s', async () => {
  let epoch = 1;
  connect({
    apiUrl: 'http://sandbox.test',
    fetch: async () => {
      sent += 1;
      return new Response(null, { status: 401 });
    },
    getToken: () => 'mine',
    getEpoch: () => epoch,
    renew: async () => {
      epoch = 2;
      return 'theirs';
    },
  });
  let sent = 0;
  await expect(remove('/api/v1/user/my/mfa/17')).rejects.toMatchObject({ kind: 'signed-out' });
  expect(sent).toBe(1);
});

test('nor sent at all, where the token that was waited for is another’s', async () => {
  let epoch = 1;
  let sent = 0;
  connect({
    apiUrl: 'http://sandbox.test',
    fetch: async () => {
      sent += 1;
      return Response.json({});
    },
    getToken: () => undefined,
    getEpoch: () => epoch,
    renew: async () => {
      epoch = 2;
      return 'theirs';
    },
  });
  await expect(read(MY, anything)).rejects.toMatchObject({ kind: 'signed-out' });
  expect(sent).toBe(0);
});

test.each([200, 202])('an answer of %i is no deletion', async (status) => {
  connect({
    apiUrl: 'http://sandbox.test',
    fetch: async () => new Response('<html>', { status }),
    getToken: () => 'mine',
    renew: async () => undefined,
  });
  await expect(remove('/api/v1/user/my/mfa/17')).rejects.toMatchObject({ kind: 'unreadable', status });
});
