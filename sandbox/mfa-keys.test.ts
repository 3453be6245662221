import { expect, test } from 'vitest';
import { type Caller, firstStep, newWorld, PASSWORD_SHA1, sandbox, signIn, totp } from './testing.ts';

const KEYS = '/api/v1/user/mfa';

async function newUser(call: Caller, order: object = {}) {
  const username = 'own@test.com';
  const { id, keys } = (await call('/sandbox/users', { body: { username, ...order } })).json;
  return { id, keys, token: await signIn(call, username) };
}

const create = (call: Caller, token: string, body: object = {}) =>
  call(KEYS, { token, body: { type: { id: 1 }, password: PASSWORD_SHA1, ...body } });

const activate = (call: Caller, token: string, id: number, body: object) =>
  call(`${KEYS}/${id}`, { method: 'PATCH', token, body });

test('create shows a 160-bit secret and its Key URI once; the list never does', async () => {
  const call = newWorld();
  const { token } = await newUser(call);
  expect((await call('/api/v1/user/my', { token })).json).not.toHaveProperty('mfa');
  const { status, json } = await create(call, token);
  expect(status).toBe(200);
  expect(json.secret_key).toMatch(/^[A-Z2-7]{32}$/);
  expect(json.otpauth).toBe(`otpauth://totp/emnify:own%40test.com?secret=${json.secret_key}&issuer=emnify`);
  const { mfa } = (await call('/api/v1/user/my', { token })).json;
  expect(mfa).toEqual([
    {
      id: json.id,
      status: { id: 0, description: 'Activation Pending' },
      type: { id: 1, description: 'Time-Based One-Time Password' },
      creation_date: json.creation_date,
    },
  ]);
});

test('activation takes a real code beside the status, as a string', async () => {
  const call = newWorld();
  const { token } = await newUser(call);
  const { id, secret_key } = (await create(call, token)).json;
  const code = totp(secret_key);
  const statuses = [];
  for (const body of [
    { status: { id: 1 }, code: totp(secret_key, Date.now() / 1000 - 300) },
    { status: { id: 1 }, code: Number(code) },
    { status: { id: 1, code } },
    { status: { id: 2 }, code },
    { status: { id: 1 }, code },
    { status: { id: 1 }, code },
  ]) {
    statuses.push((await activate(call, token, id, body)).status);
  }
  expect(statuses).toEqual([422, 422, 422, 422, 204, 409]);
  expect((await activate(call, token, 1, { status: { id: 1 }, code })).status).toBe(404);
  const [key] = (await call('/api/v1/user/my', { token })).json.mfa;
  expect(key.status).toEqual({ id: 1, description: 'Active' });
  expect(Date.parse(key.activation_date)).toBeGreaterThanOrEqual(Date.parse(key.creation_date));
  expect((await firstStep(call, 'own@test.com')).json).toHaveProperty('mfa_token');
});

test('several keys may be pending, but none is made beside an active one', async () => {
  const call = newWorld();
  const { token } = await newUser(call);
  const first = (await create(call, token)).json;
  const second = (await create(call, token)).json;
  expect(second.secret_key).not.toBe(first.secret_key);
  await activate(call, token, second.id, { status: { id: 1 }, code: totp(second.secret_key) });
  expect((await create(call, token)).status).toBe(409);
  expect((await activate(call, token, first.id, { status: { id: 1 }, code: totp(first.secret_key) })).status).toBe(409);
});

test('two requests at once of a generated user both count', async () => {
  const call = newWorld(sandbox, 'at-once');
  const { username } = (await call('/sandbox/users/200002')).json;
  const { mfa_token } = (await firstStep(call, username)).json;
  const [{ code }] = (await call('/sandbox/mailbox')).json;
  const token = (await call('/api/v1/authenticate', { body: { mfa_token, code } })).json.auth_token;
  // The slow one is let in first, and its body ends after the quick one is done.
  const slow = new TransformStream<Uint8Array, Uint8Array>();
  const slowAnswer = sandbox.request(KEYS, {
    method: 'POST',
    headers: { 'X-Sandbox-World': 'at-once', Authorization: `Bearer ${token}` },
    body: slow.readable,
    duplex: 'half',
  } as RequestInit);
  await new Promise((resolve) => setTimeout(resolve, 50));
  await create(call, token);
  const writer = slow.writable.getWriter();
  await writer.write(new TextEncoder().encode(JSON.stringify({ type: { id: 1 }, password: PASSWORD_SHA1 })));
  await writer.close();
  expect((await slowAnswer).status).toBe(200);
  expect((await call('/api/v1/user/my', { token })).json.mfa).toHaveLength(2);
});

test('a wrong password in create is 422 (401 by setting) and counts toward the lockout; so is an unknown type 422', async () => {
  const call = newWorld();
  const { token } = await newUser(call);
  const unknownType = await create(call, token, { type: { id: 77 } });
  expect([unknownType.status, unknownType.json.error_token]).toEqual([422, 'InvalidReference']);
  const wrong = () => create(call, token, { password: '0'.repeat(40) });
  const first = await wrong();
  expect([first.status, first.json.error_token]).toEqual([422, 'InvalidCredentials']);
  await call('/sandbox/settings', { method: 'PATCH', body: { create_wrong_password: 401 } });
  const second = await wrong();
  expect([second.status, second.json.error_token]).toEqual([401, 'InvalidCredentials']);
  await wrong();
  expect((await firstStep(call, 'own@test.com')).json.error_token).toBe('TooManyRequests');
});

test('wrong codes in activate lock nothing, unless the setting says so', async () => {
  const call = newWorld();
  const { token } = await newUser(call);
  const { id } = (await create(call, token)).json;
  const wrong = () => activate(call, token, id, { status: { id: 1 }, code: 'no code' });
  for (let i = 0; i < 4; i++) await wrong();
  expect((await firstStep(call, 'own@test.com')).status).toBe(200);
  await call('/sandbox/settings', { method: 'PATCH', body: { activation_counts: true } });
  for (let i = 0; i < 3; i++) await wrong();
  expect((await firstStep(call, 'own@test.com')).json.error_token).toBe('TooManyRequests');
});

test('an own key goes by `my` and by number; a deleted one is 404', async () => {
  const call = newWorld();
  const { id, token } = await newUser(call);
  const [one, two] = [(await create(call, token)).json.id, (await create(call, token)).json.id];
  const remove = async (path: string) => (await call(path, { method: 'DELETE', token })).status;
  expect(await remove(`/api/v1/user/my/mfa/${one}`)).toBe(204);
  expect(await remove(`/api/v1/user/my/mfa/${one}`)).toBe(404);
  expect(await remove(`/api/v1/user/${id}/mfa/${two}`)).toBe(204);
  expect((await call('/api/v1/user/my', { token })).json.mfa).toEqual([]);
});

test('another’s key goes by Administrator and SuperAdmin alone', async () => {
  const call = newWorld();
  const statuses = [];
  for (const username of ['new', 'observer', 'admin', 'super']) {
    const key = (await call('/sandbox/users', { body: { username: `${username}@test.com`, key: {} } })).json;
    const token = await signIn(call, `${username}@example.com`);
    statuses.push((await call(`/api/v1/user/${key.id}/mfa/${key.keys[0].id}`, { method: 'DELETE', token })).status);
  }
  expect(statuses).toEqual([403, 403, 204, 204]);
});

test('where MFA is enforced, the last active key stays', async () => {
  const call = newWorld();
  const token = await signIn(call, 'admin@example.com');
  const order = { username: 'bound@test.com', enforced: true, keys: [{ status: 'active' }, { status: 'pending' }] };
  const { id, keys } = (await call('/sandbox/users', { body: order })).json;
  const remove = (key: { id: number }) => call(`/api/v1/user/${id}/mfa/${key.id}`, { method: 'DELETE', token });
  const refused = await remove(keys[0]);
  expect([refused.status, refused.json.message]).toEqual([409, expect.stringContaining('enforced')]);
  expect((await remove(keys[1])).status).toBe(204);
  await call('/sandbox/settings', { method: 'PATCH', body: { enforced_status: 422 } });
  expect((await remove(keys[0])).status).toBe(422);
});

test('other lookups hold for old and new keys alike; ids may come alone', async () => {
  const call = newWorld();
  const { token } = await newUser(call, { keys: [{ status: 'pending' }] });
  const mfa_status = [
    { id: 1, description: 'In use' },
    { id: 7, description: 'Awaiting Confirmation' },
  ];
  const mfa_type = [
    { id: 3, description: 'Letter by post' },
    { id: 9, description: 'Time-Based One-Time Password' },
  ];
  await call('/sandbox/lookups', { method: 'PUT', body: { mfa_status, mfa_type } });
  expect((await call('/api/v1/user/mfa/status', { token })).json).toEqual(mfa_status);
  expect((await call('/api/v1/user/mfa/type', { token })).json).toEqual(mfa_type);
  expect((await create(call, token)).status).toBe(422);
  await create(call, token, { type: { id: 9 } });
  for (const key of (await call('/api/v1/user/my', { token })).json.mfa)
    expect(key).toMatchObject({ status: mfa_status[1], type: mfa_type[1] });
  await call('/sandbox/settings', { method: 'PATCH', body: { key_lookup_ids_only: true } });
  for (const key of (await call('/api/v1/user/my', { token })).json.mfa)
    expect([key.status, key.type]).toEqual([{ id: 7 }, { id: 9 }]);
});

test('a key with eight digits, 60 s and SHA256 is checked as such', async () => {
  const call = newWorld();
  const key = { secret: 'JBSWY3DPEHPK3PXP', digits: 8, period: 60, algorithm: 'sha256' };
  await call('/sandbox/users', { body: { username: 'eight@test.com', key } });
  const { mfa_token } = (await firstStep(call, 'eight@test.com')).json;
  const code = totp(key.secret, Date.now() / 1000, key);
  expect((await call('/api/v1/authenticate', { body: { mfa_token, code } })).status).toBe(200);
});
