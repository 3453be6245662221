import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { securityHeaders } from '../deploy/policy.ts';
import { PORTS } from '../playwright.config.ts';
import { enrolAndComeBack } from './journey.ts';
import { sandboxOrigin, selfSigned, startNginx } from './nginx.ts';
import { expect, signIn, test } from './test.ts';

/** Each worker has a port of its own. */
const portOf = (parallelIndex: number) => String(PORTS.nginx + parallelIndex);
const BASE_PATH = '/mfa/';
const HEADERS = Object.entries(securityHeaders({}, readFileSync('dist/index.html', 'utf8'))).map(
  ([name, value]) => [name.toLowerCase(), value] as const,
);

test('the whole journey goes through nginx, below a path, and leaves nothing in its log', async ({ page, sandbox }, {
  parallelIndex,
}) => {
  await using nginx = await startNginx({
    BASE_PATH,
    PORT: portOf(parallelIndex),
    EMNIFY_API_URL: await sandboxOrigin(),
  });
  const secrets: string[] = [];
  page.on('request', (request) => secrets.push(request.headers().authorization ?? '', request.postData() ?? ''));
  const { setupKey } = await enrolAndComeBack(page, sandbox, nginx.base);
  await page.getByRole('button', { name: 'new@example.com' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  // Going elsewhere sooner would leave the session as it is.
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await signIn(page, 'admin@example.com', `${nginx.base}/users/new%40example.com?tab=secret-of-the-query`);
  await expect(page).toHaveURL(`${nginx.base}/users/new%40example.com?tab=secret-of-the-query`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nina Ewing');

  const log = nginx.readLog();
  expect(log).toMatch(/POST api 200 /);
  for (const secret of [...new Set(secrets), setupKey, 'example', 'query', '/', 'Bearer', '?'].filter(Boolean)) {
    expect(log).not.toContain(secret);
  }
});

test('every answer of nginx has the headers, and each file is kept as long as it holds', async ({ request, world }, {
  parallelIndex,
}) => {
  await using nginx = await startNginx({
    BASE_PATH,
    PORT: portOf(parallelIndex),
    EMNIFY_API_URL: await sandboxOrigin(),
  });
  const index = await (await request.get(`${nginx.base}/users/42`)).text();
  const [, start] = /src="(\/mfa\/assets\/start[^"]*\.js)"/.exec(index) ?? [];
  const asset = String(start).replace('/mfa', '');

  for (const { path, method = 'GET', status, cache, coding = 'br', sent = undefined } of [
    { path: '/', status: 200, cache: 'no-cache' },
    { path: '/users/42', status: 200, cache: 'no-cache' },
    { path: '/dist-nginx/nginx.conf', status: 200, cache: 'no-cache' },
    { path: '/robots.txt', status: 200, cache: 'no-cache' },
    { path: asset, status: 200, cache: 'public, max-age=31536000, immutable', sent: 'br' },
    { path: asset, coding: 'gzip', status: 200, cache: 'public, max-age=31536000, immutable', sent: 'gzip' },
    { path: asset, coding: 'identity', status: 200, cache: 'public, max-age=31536000, immutable' },
    { path: asset, method: 'POST', status: 405, cache: 'no-cache' },
    { path: '/', method: 'DELETE', status: 405, cache: 'no-cache' },
    { path: '/assets/gone.js', status: 404, cache: 'no-cache' },
    { path: '/assets/', status: 404, cache: 'no-cache' },
    { path: '/healthz', status: 200, cache: 'no-cache' },
    { path: '/healthz', method: 'PUT', status: 405, cache: 'no-cache' },
    { path: '/api/v1/user/my', status: 401, cache: 'no-store' },
    { path: '/api/v1/user/my', method: 'PUT', status: 405, cache: 'no-store' },
    { path: '/api/v1/user/%2e%2e%2fmy', status: 400, cache: 'no-store' },
    { path: '/api/v1/authenticate', method: 'POST', status: 413, cache: 'no-cache' },
    { path: '/../outside', status: 404, cache: 'no-cache' },
    { path: '/..', status: 404, cache: 'no-cache' },
  ]) {
    await test.step(`${method} ${path} as ${coding}`, async () => {
      const answer = await request.fetch(nginx.base + path, {
        method,
        headers: { 'Accept-Encoding': coding, 'X-Sandbox-World': world },
        ...(status === 413 && { data: 'x'.repeat(17_000) }),
      });
      expect(answer.status()).toBe(status);
      expect(answer.headersArray().map(({ name, value }) => [name.toLowerCase(), value])).toEqual(
        expect.arrayContaining([...HEADERS, ['cache-control', cache], ['server', 'nginx']]),
      );
      expect(answer.headersArray().filter(({ name }) => /^cache-control$|^content-security/i.test(name))).toHaveLength(
        2,
      );
      expect(answer.headers()['content-encoding']).toBe(sent);
      expect(answer.headers()['access-control-allow-origin']).toBeUndefined();
    });
  }
});

test('at the root of an origin, which is the default, every page and file is found', async ({ request, world }, {
  parallelIndex,
}) => {
  const env = { PORT: portOf(parallelIndex), EMNIFY_API_URL: await sandboxOrigin() };
  await using nginx = await startNginx({ ...env, BASE_PATH: '/', PORTAL_API_URL: 'https://api.test' });
  const index = await request.get(`${nginx.base}/users/42`);
  expect(index.headers()['content-security-policy']).toContain("connect-src 'self' https://api.test;");
  const [, start] = /src="(\/assets\/start[^"]*\.js)"/.exec(await index.text()) ?? [];
  for (const [path, status] of [
    [String(start), 200],
    ['/', 200],
    ['/licences.md', 200],
    ['/healthz', 200],
    ['/api/v1/user/my', 401],
    ['/assets/gone.js', 404],
  ] as const) {
    const answer = await request.get(nginx.base + path, { headers: { 'X-Sandbox-World': world } });
    expect(answer.status(), path).toBe(status);
  }
});

test('the address reaches the API as it was sent, and the API’s clock comes back', async ({ request, sandbox }, {
  parallelIndex,
}) => {
  await using nginx = await startNginx({
    BASE_PATH,
    PORT: portOf(parallelIndex),
    EMNIFY_API_URL: await sandboxOrigin(),
  });
  await sandbox.advance(86_400 * 365);
  const answer = await request.get(`${nginx.base}/api/v1/user/a%2Fb%40x.test`);
  expect(Date.parse(String(answer.headers().date))).toBeGreaterThan(Date.now() + 86_400_000 * 364);
});

/** What browsers would take for the portal's own word. */
const STEERING = {
  'Set-Cookie': 'a=b',
  'Alt-Svc': 'h3=":443"',
  'Clear-Site-Data': '"*"',
  Link: '<https://evil.test>; rel=preload',
  NEL: '{"report_to":"x","max_age":9}',
  'Report-To': '{"group":"x","endpoints":[{"url":"https://evil.test"}],"max_age":9}',
  'Reporting-Endpoints': 'x="https://evil.test"',
  'WWW-Authenticate': 'Basic realm="x"',
  Refresh: '0; url=https://evil.test',
};

for (const { name, trusts, status } of [
  { name: 'signed by nobody', trusts: false, status: 502 },
  { name: 'to be trusted', trusts: true, status: 204 },
]) {
  test(`an API whose certificate is ${name} gets ${trusts ? 'the' : 'no'} request`, async ({ request }, {
    parallelIndex,
  }) => {
    const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
    const { cert, key } = selfSigned(folder);
    const seen: (string | undefined)[] = [];
    const api = createServer({ cert: readFileSync(cert), key: readFileSync(key) }, ({ url, headers }, response) => {
      seen.push(url, headers.cookie, headers.origin, String(headers['x-forwarded-for']));
      response.writeHead(204, STEERING).end();
    }).listen(PORTS.nginx + 2 + parallelIndex, '127.0.0.1');
    await using nginx = await startNginx({
      BASE_PATH,
      PORT: portOf(parallelIndex),
      EMNIFY_API_URL: `https://127.0.0.1:${PORTS.nginx + 2 + parallelIndex}`,
      ...(trusts && { SSL_CERT_FILE: cert }),
    });
    const headers = { Cookie: 'of=another', Origin: 'http://portal.test', 'X-Forwarded-For': '192.0.2.1' };
    const answer = await request.get(`${nginx.base}/api/v1/user/a%2Fb?q=secret-of-the-query`, { headers });
    expect(answer.status()).toBe(status);
    const sent = ['/api/v1/user/a%2Fb?q=secret-of-the-query', undefined, undefined, '127.0.0.1'];
    expect(seen).toEqual(trusts ? sent : []);
    for (const name of Object.keys(STEERING)) expect(answer.headers()).not.toHaveProperty(name.toLowerCase());
    expect(nginx.readLog()).not.toContain('query');
    api.close();
    rmSync(folder, { recursive: true });
  });
}

for (const coding of ['br', 'gzip']) {
  test(`the preview server sends files as ${coding} too`, async ({ request }) => {
    const [, start] = /src="(\/assets\/start[^"]*)"/.exec(await (await request.get('/')).text()) ?? [];
    const answer = await request.get(String(start), { headers: { 'Accept-Encoding': coding } });
    expect(answer.headers()).toMatchObject({
      'content-encoding': coding,
      'content-type': 'text/javascript; charset=utf-8',
    });
    expect(await answer.text()).toContain('mfa-portal');
    expect(answer.headers()['cache-control']).toContain('immutable');
  });
}
