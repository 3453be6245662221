import { expect, test } from 'vitest';
import { APP_SETUP_KEY } from './accounts.ts';
import { type Caller, firstStep, newWorld, signIn, totp } from './testing.ts';

const DEVICE = { fingerprint: 'f-1', operating_system: 'Windows 11', browser: 'Firefox 145' };

async function secondStep(call: Caller, trusted_device: object) {
  const { mfa_token } = (await firstStep(call, 'app@example.com')).json;
  const code = totp(APP_SETUP_KEY);
  return (await call('/api/v1/authenticate', { body: { mfa_token, code, trusted_device } })).json.auth_token;
}

test('the second step registers a device that skips the next one', async () => {
  const call = newWorld();
  const token = await secondStep(call, DEVICE);
  const rows = (await call('/api/v1/user/my/mfa/trusted_device', { token })).json;
  expect(rows).toHaveLength(4);
  expect(Object.keys(rows[3]).sort()).toEqual(['activation_date', 'browser', 'id', 'operating_system']);
  expect(rows[3]).toMatchObject({ browser: 'Firefox 145', operating_system: 'Windows 11' });
  const { iat } = JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString());
  expect(Math.abs(Date.parse(rows[3].activation_date) / 1000 - iat)).toBeLessThanOrEqual(1);
  expect((await firstStep(call, 'app@example.com', { fingerprint: 'f-1' })).json).toHaveProperty('auth_token');
});

test('a fingerprint that is trusted again is one row, not two', async () => {
  const call = newWorld();
  await secondStep(call, DEVICE);
  const token = await secondStep(call, { ...DEVICE, browser: 'Firefox 146' });
  const rows = (await call('/api/v1/user/mfa/trusted_device', { token })).json;
  expect(rows.map(({ browser }: { browser: string }) => browser).slice(3)).toEqual(['Firefox 146']);
});

test('a revoked device needs the second factor again, by each of the three paths', async () => {
  const call = newWorld();
  for (const path of ['mfa', 'my/mfa', '176257/mfa']) {
    const token = await secondStep(call, DEVICE);
    const { id } = (await call(`/api/v1/user/${path}/trusted_device`, { token })).json.at(-1);
    const remove = () => call(`/api/v1/user/${path}/trusted_device/${id}`, { method: 'DELETE', token });
    expect((await remove()).status).toBe(204);
    expect((await remove()).json.error_token).toBe('NotFound');
    expect((await firstStep(call, 'app@example.com', { fingerprint: 'f-1' })).json).toHaveProperty('mfa_token');
  }
});

test('an expired device stays in the list', async () => {
  const call = newWorld();
  await call('/sandbox/clock', { body: { advance_seconds: 400 * 86_400 } });
  const token = await signIn(call, 'admin@example.com');
  expect((await call('/api/v1/user/176257/mfa/trusted_device', { token })).json).toHaveLength(3);
});

test('another’s devices: Administrator and SuperAdmin alone, within what they see, by number', async () => {
  const call = newWorld();
  const status = async (username: string, user: string) =>
    (await call(`/api/v1/user/${user}/mfa/trusted_device`, { token: await signIn(call, username) })).status;
  expect(await status('new@example.com', '176257')).toBe(403);
  expect(await status('observer@example.com', '176257')).toBe(403);
  expect(await status('admin@example.com', '176257')).toBe(200);
  expect(await status('admin@example.com', '181440')).toBe(404);
  expect(await status('super@example.com', '181440')).toBe(200);
  expect(await status('admin@example.com', '1')).toBe(404);
  expect(await status('admin@example.com', 'app@example.com')).toBe(404);
});

test('a generated user keeps what an administrator changed', async () => {
  const call = newWorld();
  const token = await signIn(call, 'admin@example.com');
  const path = '/api/v1/user/200004/mfa/trusted_device';
  const [first, ...rest] = (await call(path, { token })).json;
  await call(`${path}/${first.id}`, { method: 'DELETE', token });
  expect((await call(path, { token })).json).toEqual(rest);
  expect(rest.length).toBeGreaterThan(0);
});
