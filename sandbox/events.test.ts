import { expect, test } from 'vitest';
import { type Caller, newWorld, PASSWORD_SHA1, signIn } from './testing.ts';

interface Event {
  id: number;
  timestamp: string;
  alert: boolean;
  description: string;
  event_type: { id: number; description: string };
}

async function list(call: Caller, token: string, path = 'my/event'): Promise<Event[]> {
  return (await call(`/api/v1/user/${path}`, { token })).json;
}

test('a failed sign-in and every key operation are written in emnify’s words', async () => {
  const call = newWorld();
  const token = await signIn(call, 'new@example.com');
  await call('/api/v1/authenticate', { body: { username: 'new@example.com', password: '0'.repeat(40) } });
  const { id } = (await call('/api/v1/user/mfa', { token, body: { type: { id: 1 }, password: PASSWORD_SHA1 } })).json;
  await call(`/api/v1/user/my/mfa/${id}`, { method: 'DELETE', token });
  const [deleted, created, failed] = await list(call, token);
  const key = `MFA key with Id '${id}' of Type 'Time-Based One-Time Password'`;
  expect(deleted).toMatchObject({
    description: `${key} deleted for user 'new@example.com'`,
    event_type: { id: 14, description: 'Multi-factor Authentication' },
  });
  expect(created?.description).toBe(`${key} created for user 'new@example.com'`);
  expect(failed).toMatchObject({
    event_type: { id: 6, description: 'User authentication failed' },
    event_severity: { description: 'Warn' },
  });
});

test('the third failure is an alert', async () => {
  const call = newWorld();
  const token = await signIn(call, 'new@example.com');
  for (let i = 0; i < 3; i++)
    await call('/api/v1/authenticate', { body: { username: 'new@example.com', password: '0'.repeat(40) } });
  expect((await list(call, token)).slice(0, 3).map(({ alert }) => alert)).toEqual([true, false, false]);
});

test('filtered by type, sorted either way, paged', async () => {
  const call = newWorld();
  const events = Array.from({ length: 120 }, (_, n) => ({
    type: n % 3 === 0 ? 6 : 13,
    description: `event ${n}`,
    seconds_ago: n * 60,
  }));
  const { id } = (await call('/sandbox/users', { body: { username: 'busy@test.com', events } })).json;
  const token = await signIn(call, 'admin@example.com');
  const failures = await list(call, token, `${id}/event?q=type:6%7C14&per_page=1000`);
  expect(failures).toHaveLength(40);
  const oldestFirst = await list(call, token, `${id}/event?sort=timestamp&per_page=2&page=2`);
  expect(oldestFirst.map(({ description }) => description)).toEqual(['event 117', 'event 116']);
  const { headers, json } = await call(`/api/v1/user/${id}/event?sort=-timestamp`, { token });
  expect([headers.get('X-Total-Count'), json[0].description]).toEqual(['120', 'event 0']);
});

test.each([
  ['q=type:1|2|3|4|5|6|7', 1301],
  ['q=colour:1', 1301],
  ['q=type:x', 1301],
  ['sort=id', 1302],
])('%s can’t be read', async (query, code) => {
  const call = newWorld();
  const token = await signIn(call, 'new@example.com');
  const { status, json } = await call(`/api/v1/user/my/event?${query}`, { token });
  expect([status, json.error_code]).toEqual([422, code]);
});

test('another’s events: staff and, by setting, Observers; an unknown user has none', async () => {
  const call = newWorld();
  const status = async (username: string) =>
    (await call('/api/v1/user/176257/event', { token: await signIn(call, username) })).status;
  expect([
    await status('new@example.com'),
    await status('observer@example.com'),
    await status('admin@example.com'),
  ]).toEqual([403, 200, 200]);
  await call('/sandbox/settings', { method: 'PATCH', body: { events_for_observer: false } });
  expect(await status('observer@example.com')).toBe(403);
  const token = await signIn(call, 'admin@example.com');
  for (const user of ['999', '181440']) {
    const { status: found, json } = await call(`/api/v1/user/${user}/event`, { token });
    expect([found, json]).toEqual([200, []]);
  }
});

test('the five accounts have a believable past', async () => {
  const call = newWorld();
  const token = await signIn(call, 'admin@example.com');
  const types = new Set((await list(call, token, '176257/event')).map(({ event_type }) => event_type.id));
  expect([...types].sort((a, b) => a - b)).toEqual([0, 6, 13, 14]);
});
