import { expect, test } from 'vitest';
import { createSandbox } from './app.ts';
import { firstStep, newWorld, sandbox, signIn } from './testing.ts';

test('worlds don’t meet: users, clock, faults, settings, tokens', async () => {
  const here = newWorld();
  const there = newWorld();
  const token = await signIn(here, 'new@example.com');
  await here('/sandbox/users', { body: { username: 'mine@test.com' } });
  await here('/sandbox/clock', { body: { set: '2030-01-01T00:00:00Z' } });
  await here('/sandbox/faults', { body: { path: '/api', times: 'always', status: 500 } });
  expect((await there('/sandbox/users/mine@test.com')).status).toBe(404);
  expect((await there('/sandbox/clock')).json.now < '2030').toBe(true);
  expect((await there('/api/v1/user/my', { token })).json.error_token).toBe('InvalidToken');
  expect((await here('/api/v1/user/my', { token })).status).toBe(500);
});

test('a forgotten world begins anew, and its tokens are good for nothing', async () => {
  const call = newWorld();
  const token = await signIn(call, 'admin@example.com');
  await call('/api/v1/user/176257/mfa/717', { method: 'DELETE', token });
  expect((await call('/sandbox/users/176257')).json.keys).toHaveLength(0);
  await call('/sandbox/world', { method: 'DELETE' });
  expect((await call('/sandbox/users/176257')).json.keys).toHaveLength(1);
  expect((await call('/api/v1/user/my', { token })).status).toBe(401);
});

test('past 500 worlds the least recently used one goes', async () => {
  const app = createSandbox({ users: 1 });
  const mark = (name: string) => newWorld(app, name)('/sandbox/users', { body: { username: 'mark@test.com' } });
  const isMarked = async (name: string) => (await newWorld(app, name)('/sandbox/users/mark@test.com')).status === 200;
  await mark('first');
  await mark('second');
  for (let n = 0; n < 498; n++) await newWorld(app, `w${n}`)('/sandbox/clock');
  expect(await isMarked('first')).toBe(true);
  await newWorld(app, 'one more')('/sandbox/clock');
  expect([await isMarked('first'), await isMarked('second')]).toEqual([true, false]);
});

test('only the default world’s mail is logged', async () => {
  const lines: string[] = [];
  const app = createSandbox({ log: (line) => lines.push(line) });
  await firstStep(newWorld(app, 'other'), 'mail@example.com');
  expect(lines).toEqual([]);
  await firstStep(newWorld(app, 'default'), 'mail@example.com');
  const [{ code }] = await (await app.request('/sandbox/mailbox')).json();
  expect(lines).toEqual([expect.stringContaining(code)]);
});

test('the mailbox is a page for a browser: escaped, nothing active, under a strict policy', async () => {
  const call = newWorld();
  await call('/sandbox/users', { body: { username: '<img src=x>@test.com', second_factor: 'email' } });
  await firstStep(call, '<img src=x>@test.com');
  const { text, headers } = await call('/sandbox/mailbox', { headers: { Accept: 'text/html,*/*' } });
  expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  expect(text).toContain('&lt;img src=x&gt;@test.com');
  expect(text).not.toMatch(/<img|<script|<style|style=/);
});

test('every other origin may call, and reads the paging headers and no more', async () => {
  const preflight = await sandbox.request('/api/v1/user/my', {
    method: 'OPTIONS',
    headers: {
      Origin: 'https://portal.example',
      'Access-Control-Request-Method': 'PATCH',
      'Access-Control-Request-Headers': 'authorization,content-type,x-sandbox-world',
    },
  });
  expect([preflight.status, preflight.headers.get('Access-Control-Allow-Origin')]).toEqual([204, '*']);
  expect(preflight.headers.get('Access-Control-Allow-Methods')).toMatch(/PATCH.*/);
  for (const name of ['authorization', 'content-type', 'x-sandbox-world']) {
    expect(preflight.headers.get('Access-Control-Allow-Headers')).toContain(name);
  }
  const refused = await newWorld()('/api/v1/user/my', { headers: { Origin: 'https://portal.example' } });
  expect([refused.status, refused.headers.get('Access-Control-Allow-Origin')]).toEqual([401, '*']);
  const exposed = refused.headers.get('Access-Control-Expose-Headers')?.split(',').sort();
  expect(exposed).toEqual(['Link', 'X-Count-Per-Page', 'X-Current-Page', 'X-Total-Count', 'X-Total-Pages']);
});

test('an unknown path is 404 in JSON; no token and a forged one are InvalidToken', async () => {
  const call = newWorld();
  const unknown = await call('/api/v2/nothing');
  expect([unknown.status, unknown.json.error_token]).toEqual([404, 'NotFound']);
  const token = await signIn(call, 'new@example.com');
  for (const bad of [undefined, 'nonsense', `${token.slice(0, -3)}abc`]) {
    const { status, json } = await call('/api/v1/user/my', bad ? { token: bad } : {});
    expect([status, json.error_code]).toEqual([401, 1102]);
  }
});

test('a user suspended in the middle has no valid token and no renewal', async () => {
  const call = newWorld();
  const { auth_token, refresh_token } = (await firstStep(call, 'new@example.com')).json;
  await call('/sandbox/users/new@example.com', { method: 'PATCH', body: { status: 2 } });
  expect((await call('/api/v1/user/my', { token: auth_token })).status).toBe(401);
  expect((await call('/api/v1/authenticate', { body: { refresh_token } })).status).toBe(401);
});

test('rate limits: off, then over everything and on authenticate by itself, with and without Retry-After', async () => {
  const call = newWorld();
  await call('/sandbox/settings', { method: 'PATCH', body: { rate_limits: { all: 5, authenticate: 2 } } });
  const token = await signIn(call, 'new@example.com');
  await signIn(call, 'new@example.com');
  const third = await firstStep(call, 'new@example.com');
  expect([third.status, third.json.error_code]).toEqual([429, 1105]);
  const seconds = Number(third.headers.get('Retry-After'));
  expect(seconds).toBeGreaterThan(290);
  const statuses = [];
  for (let n = 0; n < 4; n++) statuses.push((await call('/api/v1/user/my', { token })).status);
  expect(statuses).toEqual([200, 200, 200, 429]);
  await call('/sandbox/settings', { method: 'PATCH', body: { retry_after: false } });
  expect((await call('/api/v1/user/my', { token })).headers.get('Retry-After')).toBeNull();
  await call('/sandbox/clock', { body: { advance_seconds: 301 } });
  expect((await call('/api/v1/user/my', { token })).status).toBe(200);
});

test('an order that the sandbox doesn’t know is refused, not swallowed', async () => {
  const call = newWorld();
  for (const [path, method, body] of [
    ['/sandbox/settings', 'PATCH', { rate_limit: true }],
    ['/sandbox/faults', 'POST', { path: '/api', state: 500 }],
    ['/sandbox/users', 'POST', { username: 'x@test.com', role: 'User' }],
    ['/sandbox/clock', 'POST', { advance: 3 }],
  ] as const) {
    expect((await call(path, { method, body })).status).toBe(400);
  }
});
