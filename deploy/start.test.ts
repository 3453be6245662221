import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fillIndexHtml, indexHtmlTemplate } from './index-html.ts';
import { nginxTemplate } from './nginx-files.ts';
import { settingsFrom } from './settings.ts';
import { REFUSED, TAKEN } from './testing.ts';

const INDEX = readFileSync('index.html', 'utf8');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-'));
  for (const name of ['dist', 'nginx']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'nginx/start.sh'), readFileSync('deploy/start.sh'), { mode: 0o755 });
  writeFileSync(join(folder, 'nginx/index.html'), indexHtmlTemplate(INDEX));
  writeFileSync(join(folder, 'nginx/nginx.conf'), nginxTemplate(INDEX));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What start.sh makes of an environment: the two files, or why it made none. */
function make(env: Record<string, string>) {
  const run = join(folder, 'run');
  rmSync(run, { recursive: true, force: true });
  const { status, stderr } = spawnSync(join(folder, 'nginx/start.sh'), ['--only-make'], {
    env: { PATH: process.env.PATH, RUN_DIR: run, ...env },
    encoding: 'utf8',
  });
  const file = (path: string) => (existsSync(join(run, path)) ? readFileSync(join(run, path), 'utf8') : undefined);
  const index = file(`public${env.BASE_PATH ?? '/'}index.html`);
  return { status, stderr, index, configuration: file('nginx.conf') };
}

it.each(TAKEN)('makes of %j what Node makes of it', (env) => {
  const { stderr, index } = make(env);
  expect(stderr).toBe('');
  expect(index).toBe(fillIndexHtml(INDEX, settingsFrom({ BASE_PATH: '/', ...env })));
});

const refused: typeof REFUSED = [
  // No environment can hold a zero byte.
  ...REFUSED.filter(([, value]) => !value.includes('\0')),
  ...REFUSED.flatMap(([name, value]) => (name === 'PORTAL_API_URL' ? [['EMNIFY_API_URL', value] as const] : [])),
  ['PORT', '80;'],
  ['PORT', '65536'],
  ['ACCESS_LOG', '/tmp/log;'],
  ['ACCESS_LOG', 'log'],
  ['RUN_DIR', '/tmp/../etc'],
  ['SSL_CERT_FILE', '/nowhere'],
];
it.each(refused)('names %s when it is %j, and makes nothing', (name, value) => {
  const { status, stderr, index, configuration } = make({ [name]: value });
  expect({ status, index, configuration }).toEqual({ status: 1, index: undefined, configuration: undefined });
  expect(stderr).toMatch(new RegExp(`^start.sh: ${name} is no [^\\n]*\\n$`));
});

it('serves as no root', () => {
  const bin = mkdtempSync(join(tmpdir(), 'bin-'));
  writeFileSync(join(bin, 'id'), '#!/bin/sh\necho 0\n', { mode: 0o755 });
  const { status, stderr } = spawnSync(join(folder, 'nginx/start.sh'), [], {
    env: { PATH: `${bin}:${process.env.PATH}`, RUN_DIR: join(folder, 'run'), ACCESS_LOG: 'off' },
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: 'start.sh: the portal needs no root: start it as another user\n',
  });
  rmSync(bin, { recursive: true });
});

it('leaves no name in the configuration without its value', () => {
  const { configuration } = make({ BASE_PATH: '/mfa/', PORTAL_API_URL: 'https://api.test/' });
  expect(configuration).not.toMatch(/@/);
  expect(configuration).toContain("connect-src 'self' https://api.test; ");
  expect(configuration).toContain('set $api https://cdn.emnify.net;');
});
