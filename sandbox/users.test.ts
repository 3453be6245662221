import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { createSandbox } from './app.ts';
import { newWorld, signIn } from './testing.ts';

const call = newWorld();
let token = '';
beforeAll(async () => {
  token = await signIn(call, 'admin@example.com');
});

interface Row {
  id: number;
  username: string;
  name: string;
  created: string;
  status: { id: number; description: string };
  organisation: { id: number; name: string };
}

async function list(query: string): Promise<Row[]> {
  return (await call(`/api/v1/user?per_page=1000&${query}`, { token })).json;
}

test('the Administrator sees 250 generated users and the five, of the organisation and its children', async () => {
  const rows = await list('');
  expect(rows).toHaveLength(255);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(255);
  expect(new Set(rows.map(({ username }) => username)).size).toBe(255);
  expect(new Set(rows.map(({ organisation }) => organisation.id)).size).toBe(3);
  expect(new Set(rows.map(({ status }) => status.description)).size).toBe(3);
  expect(rows.filter(({ status }) => status.id === 1).length).toBeGreaterThan(200);
  for (const name of ['app', 'admin', 'new', 'mail', 'observer'])
    expect(rows.map(({ username }) => username)).toContain(`${name}@example.com`);
});

test('paging tells where it is in its headers, and a page past the end is the last', async () => {
  const paged = async (query: string) => {
    const { json, headers } = await call(`/api/v1/user?${query}`, { token });
    const of = (name: string) => Number(headers.get(name));
    return [json.length, of('X-Total-Count'), of('X-Total-Pages'), of('X-Current-Page'), of('X-Count-Per-Page')];
  };
  expect(await paged('')).toEqual([50, 255, 6, 1, 50]);
  expect(await paged('per_page=100&page=3')).toEqual([55, 255, 3, 3, 100]);
  expect(await paged('per_page=100&page=9')).toEqual([55, 255, 3, 3, 100]);
  expect(await paged('per_page=0&page=0')).toEqual([50, 255, 6, 1, 50]);
  expect(await paged('per_page=5000')).toEqual([255, 255, 1, 1, 1000]);
  expect(await paged('q=name:nobody')).toEqual([0, 0, 1, 1, 50]);
});

test('Link leads to the neighbours', async () => {
  const link = (await call('/api/v1/user?per_page=10&page=2&sort=name', { token })).headers.get('Link') ?? '';
  const next = /<([^>]+)>; rel="next"/.exec(link)?.[1] ?? '';
  expect(link).toMatch(/rel="first".*rel="prev".*rel="next".*rel="last"/);
  const whole = await list('sort=name');
  expect((await call(next, { token })).json).toEqual(whole.slice(20, 30));
});

test('q: id and status exactly, text as a substring in any case, `*` for anything between', async () => {
  expect((await list('q=id:176257')).map(({ username }) => username)).toEqual(['app@example.com']);
  expect(await list('q=id:17625')).toEqual([]);
  const suspended = await list('q=status:2');
  expect(suspended.length).toBeGreaterThan(5);
  for (const { status } of suspended) expect(status.id).toBe(2);
  expect((await list('q=name:WIN abb')).map(({ name }) => name)).toContain('Edwin Abbott');
  expect((await list('q=name:ed*bott')).map(({ name }) => name)).toContain('Edwin Abbott');
  expect(await list('q=name:bott*ed')).toEqual([]);
  expect((await list('q=username:APP@')).map(({ id }) => id)).toEqual([176257]);
  const nordic = await list('q=organisation:nordic,status:1');
  expect(nordic.length).toBeGreaterThan(10);
  for (const { organisation, status } of nordic)
    expect([organisation.name, status.id]).toEqual(['Example Industries Nordic', 1]);
  expect((await list(`q=name:${encodeURIComponent('العتيبي')}`)).length).toBeGreaterThan(0);
});

test.each(['colour:red', 'name', 'name:', ':x', 'id:abc', 'name:a,b'])(
  'q=%s can’t be read: 422 InvalidQueryCriteria',
  async (q) => {
    const { status, json } = await call(`/api/v1/user?q=${q}`, { token });
    expect([status, json.error_code, json.error_token]).toEqual([422, 1301, 'InvalidQueryCriteria']);
  },
);

test('sort by several fields, either way', async () => {
  const rows = await list('sort=organisation,-created');
  const expected = [...rows].sort(
    (a, b) =>
      (a.organisation.name < b.organisation.name ? -1 : a.organisation.name > b.organisation.name ? 1 : 0) ||
      Date.parse(b.created) - Date.parse(a.created),
  );
  expect(rows).toEqual(expected);
  expect(rows[0]?.created).not.toBe(rows[1]?.created);
  const byName = (await list('sort=-name')).map(({ name }) => name.toLowerCase());
  expect(byName).toEqual([...byName].sort().reverse());
  const unknown = await call('/api/v1/user?sort=colour', { token });
  expect([unknown.status, unknown.json.error_code]).toEqual([422, 1302]);
  expect((await call('/api/v1/user?sort=constructor', { token })).status).toBe(422);
});

const answers = async (q: string, sort: string) => {
  expect([200, 422]).toContain((await call(`/api/v1/user?${new URLSearchParams({ q, sort })}`, { token })).status);
};

test('no text breaks the directory', async () => {
  await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string(), answers), { numRuns: 50 });
});

test('no text of a search breaks the directory', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string().map((text) => `name:${text}`),
      fc.constant('name'),
      answers,
    ),
    { numRuns: 50 },
  );
});

test('one user by number or by e-mail in any case; 404 outside what is visible', async () => {
  const byNumber = (await call('/api/v1/user/200004', { token })).json;
  expect(byNumber).toMatchObject({
    id: 200004,
    created: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0000$/),
  });
  expect((await call(`/api/v1/user/${byNumber.username.toUpperCase()}`, { token })).json).toEqual(byNumber);
  for (const user of [
    'stranger@example.net',
    '181440',
    'super@example.com',
    '999',
    'no.one.4@example.com',
    'nonsense',
  ]) {
    expect((await call(`/api/v1/user/${user}`, { token })).status).toBe(404);
  }
});

test('an Observer and a plain user list nobody, and see only themselves', async () => {
  for (const username of ['observer@example.com', 'new@example.com']) {
    const own = await signIn(call, username);
    expect((await call('/api/v1/user', { token: own })).json.error_code).toBe(1104);
    expect((await call('/api/v1/user/176257', { token: own })).status).toBe(403);
    expect((await call(`/api/v1/user/${username}`, { token: own })).json.username).toBe(username);
  }
});

test('statuses, roles and permissions; roles by other ids', async () => {
  const other = newWorld();
  const own = await signIn(other, 'admin@example.com');
  expect((await other('/api/v1/user/status', { token: own })).json.map(({ id }: Row) => id)).toEqual([0, 1, 2]);
  expect((await other('/api/v1/user/my', { token: own })).json.roles).toEqual([{ id: 1, name: 'Administrator' }]);
  const roles = [{ id: 41, name: 'Administrator' }];
  await other('/sandbox/lookups', { method: 'PUT', body: { roles } });
  expect((await other('/api/v1/user/role', { token: own })).json).toEqual(roles);
  expect((await other('/api/v1/user/my', { token: own })).json.roles).toEqual(roles);
  expect((await other('/api/v1/user', { token: own })).status).toBe(200);
  expect((await other('/api/v1/user/my/role/permission', { token: own })).json).toBeTypeOf('object');
});

test('some generated users have enforced MFA with an active key', async () => {
  const { enforced, keys } = (await call('/sandbox/users/200013')).json;
  expect([enforced, keys[0].status]).toEqual([true, 'active']);
});

test('a hundred thousand users cost nothing until somebody looks', async () => {
  const began = performance.now();
  const large = newWorld(createSandbox({ users: 100_000 }));
  const own = await signIn(large, 'admin@example.com');
  expect(performance.now() - began).toBeLessThan(1000);
  const { headers, json } = await large('/api/v1/user?q=name:smith&sort=-name,created', { token: own });
  expect(Number(headers.get('X-Total-Count'))).toBeGreaterThan(2000);
  expect(json).toHaveLength(50);
  expect(performance.now() - began).toBeLessThan(4000);
});
