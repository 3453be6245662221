import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { APP_SETUP_KEY } from './accounts.ts';
import { APP_FINGERPRINTS } from './seed.ts';
import { firstStep, newWorld, PASSWORD_SHA1, signIn, totp } from './testing.ts';

const AUTHENTICATE = '/api/v1/authenticate';
const MINUTES = 60;

async function advance(call: ReturnType<typeof newWorld>, seconds: number) {
  await call('/sandbox/clock', { body: { advance_seconds: seconds } });
}

function claims(token: string) {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}

test('the tests’ own TOTP agrees with the vectors of RFC 6238', () => {
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  expect(totp(secret, 59, { digits: 8 })).toBe('94287082');
  expect(totp(secret, 20000000000, { digits: 8 })).toBe('65353130');
});

test('a user with no second factor due gets both tokens for name and password', async () => {
  const call = newWorld();
  const { status, json } = await firstStep(call, 'NEW@example.com');
  expect(status).toBe(200);
  expect(Object.keys(json).sort()).toEqual(['auth_token', 'refresh_token']);
  const { iat, exp } = claims(json.auth_token);
  expect(exp - iat).toBe(240 * MINUTES);
  expect((await call('/api/v1/user/my', { token: json.auth_token })).json.username).toBe('new@example.com');
});

test('a wrong password, an unknown, a suspended and a deleted user get 401 with an empty body', async () => {
  const call = newWorld();
  await call('/sandbox/users', { body: { username: 's@test.com', status: 2 } });
  await call('/sandbox/users', { body: { username: 'd@test.com', status: 3 } });
  const wrong = await call(AUTHENTICATE, { body: { username: 'new@example.com', password: '0'.repeat(40) } });
  const others = await Promise.all(
    ['nobody@example.com', 's@test.com', 'd@test.com'].map((username) => firstStep(call, username)),
  );
  for (const { status, text } of [wrong, ...others]) expect([status, text]).toEqual([401, '']);
});

test.each([
  ['no JSON', '{'],
  ['no known body', {}],
  ['a plain password', { username: 'new@example.com', password: 'sandbox' }],
  ['an upper-case hash', { username: 'new@example.com', password: PASSWORD_SHA1.toUpperCase() }],
  ['two bodies in one', { username: 'new@example.com', password: PASSWORD_SHA1, refresh_token: 'x' }],
  ['a number for a code', { mfa_token: 'x', code: 123456 }],
  [
    'a device without its browser',
    { mfa_token: 'x', code: '123456', trusted_device: { fingerprint: 'f', operating_system: 'o' } },
  ],
])('%s is malformed: 400', async (_, body) => {
  expect((await newWorld()(AUTHENTICATE, { body })).status).toBe(400);
});

test('a code of the authenticator app is good one step either side and no further', async () => {
  const call = newWorld();
  const now = Date.now() / 1000;
  const attempt = async (at: number) => {
    const { mfa_token, auth_token } = (await firstStep(call, 'app@example.com')).json;
    expect(auth_token).toBeUndefined();
    return (await call(AUTHENTICATE, { body: { mfa_token, code: totp(APP_SETUP_KEY, at) } })).status;
  };
  // Three steps away: a step may begin between making the code and its check.
  expect(await attempt(now - 90)).toBe(401);
  expect(await attempt(now + 90)).toBe(401);
  expect(await attempt(now)).toBe(200);
  const start = new Date((Math.floor(now / 30) * 30 + 10) * 1000);
  await call('/sandbox/clock', { body: { set: start.toISOString() } });
  expect(await attempt(start.getTime() / 1000 - 30)).toBe(200);
  expect(await attempt(start.getTime() / 1000 + 30)).toBe(200);
  expect(await attempt(start.getTime() / 1000 - 60)).toBe(401);
});

test('oathtool’s code is accepted', async ({ skip }) => {
  const call = newWorld();
  let code = '';
  try {
    code = execFileSync('oathtool', ['--totp', '-b', APP_SETUP_KEY], { encoding: 'utf8' }).trim();
  } catch {
    skip('oathtool is not installed');
  }
  const { mfa_token } = (await firstStep(call, 'app@example.com')).json;
  expect((await call(AUTHENTICATE, { body: { mfa_token, code } })).status).toBe(200);
});

test('a mailed code has letters and digits, is used once, and gives way to a newer one', async () => {
  const call = newWorld();
  const first = (await firstStep(call, 'mail@example.com')).json;
  const second = (await firstStep(call, 'mail@example.com')).json;
  const [newest, older] = (await call('/sandbox/mailbox?to=MAIL@example.com')).json;
  expect(newest).toMatchObject({
    to: 'mail@example.com',
    code: expect.stringMatching(/^(?=.*[A-Z])(?=.*\d)[A-Z\d]{6}$/),
  });
  const attempt = async (mfa_token: string, code: string) =>
    (await call(AUTHENTICATE, { body: { mfa_token, code } })).status;
  expect(await attempt(first.mfa_token, older.code)).toBe(401);
  expect(await attempt(second.mfa_token, newest.code)).toBe(200);
  expect(await attempt(second.mfa_token, newest.code)).toBe(401);
});

test('a mailed code lives 20 minutes', async () => {
  const call = newWorld();
  const attempt = async (afterSeconds: number) => {
    const { mfa_token } = (await firstStep(call, 'mail@example.com')).json;
    const [{ code }] = (await call('/sandbox/mailbox')).json;
    await advance(call, afterSeconds);
    return call(AUTHENTICATE, { body: { mfa_token, code } });
  };
  expect((await attempt(20 * MINUTES - 5)).status).toBe(200);
  const late = await attempt(20 * MINUTES + 1);
  expect([late.status, late.text]).toEqual([401, '']);
});

test('three failures over both steps lock the account for five minutes, and a success begins anew', async () => {
  const call = newWorld();
  const now = () => Date.now() / 1000;
  const fail = () => call(AUTHENTICATE, { body: { username: 'app@example.com', password: '0'.repeat(40) } });
  await fail();
  await fail();
  const passing = (await firstStep(call, 'app@example.com')).json;
  await call(AUTHENTICATE, { body: { mfa_token: passing.mfa_token, code: totp(APP_SETUP_KEY, now()) } });
  await fail();
  await fail();
  const { mfa_token } = (await firstStep(call, 'app@example.com')).json;
  const third = await call(AUTHENTICATE, { body: { mfa_token, code: 'AAAAA1' } });
  expect([third.status, third.text]).toEqual([401, '']);
  const locked = await firstStep(call, 'app@example.com');
  expect([locked.status, locked.json.error_token]).toEqual([401, 'TooManyRequests']);
  expect((await firstStep(call, 'new@example.com')).status).toBe(200);
  await advance(call, 5 * MINUTES - 2);
  expect((await firstStep(call, 'app@example.com')).status).toBe(401);
  await advance(call, 3);
  await fail();
  expect((await firstStep(call, 'app@example.com')).status).toBe(200);
});

test('a locked account answers 429 by setting', async () => {
  const call = newWorld();
  await call('/sandbox/settings', { method: 'PATCH', body: { lockout_status: 429 } });
  for (let i = 0; i < 3; i++)
    await call(AUTHENTICATE, { body: { username: 'new@example.com', password: '0'.repeat(40) } });
  const { status, json } = await firstStep(call, 'new@example.com');
  expect([status, json.error_token]).toEqual([429, 'TooManyRequests']);
});

test('each token is good for its own purpose alone', async () => {
  const call = newWorld();
  const { mfa_token } = (await firstStep(call, 'app@example.com')).json;
  const asBearer = await call('/api/v1/user/my', { token: mfa_token });
  expect([asBearer.status, asBearer.json.error_token]).toEqual([401, 'InvalidToken']);
  const auth_token = await signIn(call, 'new@example.com');
  const asMfa = await call(AUTHENTICATE, { body: { mfa_token: auth_token, code: totp(APP_SETUP_KEY) } });
  expect([asMfa.status, asMfa.text]).toEqual([401, '']);
});

test('an auth token expires after 240 minutes, and the refresh token brings a new one', async () => {
  const call = newWorld();
  const { auth_token, refresh_token } = (await firstStep(call, 'new@example.com')).json;
  await advance(call, 240 * MINUTES - 5);
  expect((await call('/api/v1/user/my', { token: auth_token })).status).toBe(200);
  await advance(call, 6);
  expect((await call('/api/v1/user/my', { token: auth_token })).json.error_token).toBe('TokenExpired');
  const renewed = (await call(AUTHENTICATE, { body: { refresh_token } })).json;
  expect(Object.keys(renewed)).toEqual(['auth_token']);
  expect((await call('/api/v1/user/my', { token: renewed.auth_token })).status).toBe(200);
  expect((await call(AUTHENTICATE, { body: { refresh_token: `${refresh_token}x` } })).status).toBe(401);
});

test('with rotation a refresh token works once', async () => {
  const call = newWorld();
  await call('/sandbox/settings', { method: 'PATCH', body: { refresh_rotation: true } });
  const { refresh_token } = (await firstStep(call, 'new@example.com')).json;
  const renewed = (await call(AUTHENTICATE, { body: { refresh_token } })).json;
  expect(renewed.refresh_token).not.toBe(refresh_token);
  expect((await call(AUTHENTICATE, { body: { refresh_token } })).status).toBe(401);
  expect((await call(AUTHENTICATE, { body: { refresh_token: renewed.refresh_token } })).status).toBe(200);
});

test('an application token stands for a workspace: no account, but directory and revocation', async () => {
  const call = newWorld();
  const { json } = await call(AUTHENTICATE, { body: { application_token: 'sandbox-application-token' } });
  expect(Object.keys(json)).toEqual(['auth_token']);
  const token = json.auth_token;
  expect((await call('/api/v1/user/my', { token })).status).toBe(403);
  expect((await call('/api/v1/user', { token })).headers.get('X-Total-Count')).toBe('255');
  const device = '/api/v1/user/176257/mfa/trusted_device/2467';
  expect((await call(device, { method: 'DELETE', token })).status).toBe(204);
  expect((await call(AUTHENTICATE, { body: { application_token: 'other' } })).status).toBe(401);
});

test('a trusted fingerprint skips the second factor for its own user, until the 90 days end or the password changes', async () => {
  const call = newWorld();
  const [newest, , oldest] = APP_FINGERPRINTS;
  const outcome = async (username: string, fingerprint: string) =>
    Object.keys((await firstStep(call, username, { fingerprint })).json)[0];
  expect(await outcome('app@example.com', newest)).toBe('auth_token');
  expect(await outcome('app@example.com', oldest)).toBe('auth_token');
  expect(await outcome('app@example.com', 'another')).toBe('mfa_token');
  expect(await outcome('mail@example.com', newest)).toBe('mfa_token');
  await advance(call, 18 * 60 * MINUTES);
  expect(await outcome('app@example.com', oldest)).toBe('mfa_token');
  expect(await outcome('app@example.com', newest)).toBe('auth_token');
  await call('/sandbox/users/app@example.com', { method: 'PATCH', body: { password: 'sandbox' } });
  expect(await outcome('app@example.com', newest)).toBe('mfa_token');
});
