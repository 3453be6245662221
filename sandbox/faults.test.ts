import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Caller, newWorld, PASSWORD_SHA1, sandbox, signIn } from './testing.ts';

const server = createServer(getRequestListener(sandbox.fetch));
let origin = '';
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const order = (call: Caller, fault: object) => call('/sandbox/faults', { body: fault });
const STATUSES = '/api/v1/user/mfa/status';

test('a fault strikes once, after those it lets pass, on its method and path alone', async () => {
  const call = newWorld();
  const token = await signIn(call, 'new@example.com');
  const { status, json } = await order(call, {
    method: 'GET',
    path: '/api/v1/user/mfa',
    skip: 1,
    status: 503,
    body: '<h1>Down</h1>',
  });
  expect(status).toBe(201);
  const statuses = [];
  for (const path of [STATUSES, '/api/v1/user/my', STATUSES, STATUSES])
    statuses.push((await call(path, { token })).status);
  expect(statuses).toEqual([200, 200, 503, 200]);
  expect((await call('/sandbox/faults')).json).toMatchObject([{ id: json.id, hits: 1 }]);
});

test('always means until cleared; `*` and `$` hold the whole path', async () => {
  const call = newWorld();
  const token = await signIn(call, 'admin@example.com');
  await order(call, { path: '/api/v1/user/*/event', times: 'always', status: 500 });
  await order(call, { path: '/api/v1/user/my$', times: 'always', status: 502 });
  const status = async (path: string) => (await call(path, { token })).status;
  expect(await status('/api/v1/user/176257/event?page=2')).toBe(500);
  expect(await status('/api/v1/user/my/event')).toBe(500);
  expect(await status('/api/v1/user/my')).toBe(502);
  expect(await status('/api/v1/user/my/mfa/trusted_device')).toBe(200);
  await call('/sandbox/faults', { method: 'DELETE' });
  expect(await status('/api/v1/user/my')).toBe(200);
});

test('status, headers and body are as ordered: HTML, truncated JSON, null, empty', async () => {
  const call = newWorld();
  const token = await signIn(call, 'new@example.com');
  const answer = async (fault: object) => {
    await order(call, { path: STATUSES, ...fault });
    return call(STATUSES, { token });
  };
  const html = await answer({
    status: 502,
    body: '<h1>Bad gateway</h1>',
    headers: { 'Retry-After': '7', 'Access-Control-Allow-Origin': null },
  });
  expect([html.status, html.text, html.headers.get('Content-Type')]).toEqual([
    502,
    '<h1>Bad gateway</h1>',
    'text/html',
  ]);
  expect([html.headers.get('Retry-After'), html.headers.get('Access-Control-Allow-Origin')]).toEqual(['7', null]);
  expect((await answer({ body: '[{"id":' })).text).toBe('[{"id":');
  expect((await answer({ body: null })).text).toBe('null');
  expect((await answer({ body: '' })).text).toBe('');
  expect((await answer({ body: [{ id: '1' }] })).json).toEqual([{ id: '1' }]);
  expect((await answer({ status: 204, body: 'x' })).status).toBe(204);
  expect((await answer({ headers: { Date: 'never' } })).json).toHaveLength(2);
});

test('a fault keeps the operation from happening, unless it is applied', async () => {
  const call = newWorld();
  const token = await signIn(call, 'new@example.com');
  const create = () => call('/api/v1/user/mfa', { token, body: { type: { id: 1 }, password: PASSWORD_SHA1 } });
  const keys = async () => (await call('/sandbox/users/new@example.com')).json.keys.length;
  await order(call, { method: 'POST', path: '/api/v1/user/mfa', status: 504 });
  expect([(await create()).status, await keys()]).toEqual([504, 0]);
  await order(call, { method: 'POST', path: '/api/v1/user/mfa', status: 504, applied: true });
  expect([(await create()).status, await keys()]).toEqual([504, 1]);
});

test('latency really waits, and then the operation happens', async () => {
  const call = newWorld();
  const token = await signIn(call, 'new@example.com');
  await order(call, { path: STATUSES, latency_ms: 120 });
  const began = performance.now();
  expect((await call(STATUSES, { token })).status).toBe(200);
  expect(performance.now() - began).toBeGreaterThan(110);
});

test('with no socket a cut is a rejected call, or a body that errs', async () => {
  const call = newWorld();
  const token = await signIn(call, 'new@example.com');
  await order(call, { path: STATUSES, cut: 'before' });
  await expect(call(STATUSES, { token })).rejects.toThrow(TypeError);
  await order(call, { path: STATUSES, cut: 'body', applied: true });
  await expect(call(STATUSES, { token })).rejects.toThrow('terminated');
});

test.each([
  ['before', true],
  ['before', false],
  ['body', true],
  ['body', false],
])('on a socket: cut %s, applied %s', async (cut, applied) => {
  const name = `socket-${cut}-${applied}`;
  const call = newWorld(sandbox, name);
  const token = await signIn(call, 'new@example.com');
  await order(call, { method: 'POST', path: '/api/v1/user/mfa', cut, applied });
  const answer = fetch(`${origin}/api/v1/user/mfa`, {
    method: 'POST',
    headers: { 'X-Sandbox-World': name, Authorization: `Bearer ${token}` },
    body: JSON.stringify({ type: { id: 1 }, password: PASSWORD_SHA1 }),
  });
  if (cut === 'before') await expect(answer).rejects.toThrow('fetch failed');
  else await expect((await answer).text()).rejects.toThrow('terminated');
  expect((await call('/sandbox/users/new@example.com')).json.keys).toHaveLength(applied ? 1 : 0);
});

test('the Date of the world survives the socket', async () => {
  const headers = { 'X-Sandbox-World': 'socket-date' };
  await newWorld(sandbox, 'socket-date')('/sandbox/clock', { body: { set: '2031-05-06T07:08:09Z' } });
  const answer = await fetch(`${origin}/api/v1/user/my`, { headers });
  expect(answer.headers.get('Date')).toMatch(/^Tue, 06 May 2031 07:08:/);
});
