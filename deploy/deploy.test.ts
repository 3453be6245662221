import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fillIndexHtml } from './index-html.ts';
import { metaPolicy, securityHeaders } from './policy.ts';
import { settingsFrom } from './settings.ts';

/** Values that would mean something in a policy, in nginx's configuration or in a shell, and those that mean nothing. */
const REFUSED = [
  ...[
    'cdn.emnify.net',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://',
    'https://*',
    'https://*.emnify.net',
    'https://a.test;b.test',
    'https://a.test,b.test',
    'https://a"b.test',
    "https://a'b.test",
    "https://api.test/;script-src 'unsafe-inline'",
    'https://api.test/path',
    'https://user@api.test',
    'https://api.test?x',
    'https://api.test\nhttps://evil.test',
    'https://Bücher.test',
    'https://$host',
    'https://api.test:443443',
    'https://api.test ',
  ].map((value) => ['PORTAL_API_URL', value] as const),
  ...[
    'mfa',
    '/mfa',
    'mfa/',
    '//evil/',
    '/../',
    '/mfa/./',
    '/a b/',
    '/$a/',
    '/a;b/',
    '/a"/',
    "/a'/",
    '/a{/',
    '/ä/',
    '/a\n/',
  ].map((value) => ['BASE_PATH', value] as const),
  ...['0', 'soon', '-5', 'Infinity', '1e1', '0x1', '007', '0.0', '.5', '5.', '5\n6', '1234567890', '٣'].map(
    (value) => ['PORTAL_IDLE_MINUTES', value] as const,
  ),
  ...['1e999', '1.5', '0', '5;'].map((value) => ['PORTAL_BURST', value] as const),
  ['PORTAL_REQUESTS_PER_WINDOW', '0.5'],
  ...['a\nb', 'a\u0000b', '\u001b[31m', 'a\r', '\u007f'].map((value) => ['PORTAL_SUPPORT_CONTACT', value] as const),
] as const;

const HARMLESS_IN_JSON = [
  '</script><script>alert(1)</script>',
  '<!--',
  "$&$'$`",
  '"quoted"',
  'back\\slash\\n\\',
  '\u2028',
  '@BASE_PATH@ @SETTINGS@',
  '& | / # ; {} $(id) `id`',
  'Bücher 🔑 مرحبا',
  '-n',
];

const TAKEN = [
  ...[
    ['https://api.test:8443/', 'https://api.test:8443'],
    ['http://localhost:4173', 'http://localhost:4173'],
    ['http://127.0.0.1', 'http://127.0.0.1'],
    ['http://[::1]:80', 'http://[::1]:80'],
    ['https://xn--bcher-kva.test', 'https://xn--bcher-kva.test'],
  ].map(([value, apiUrl]) => [{ PORTAL_API_URL: value }, { apiUrl }] as const),
  ...['/', '/mfa/', '/team-a/mfa.v2/'].map((value) => [{ BASE_PATH: value }, { basePath: value }] as const),
  ...['0.5', '5', '1.50', '90000'].map(
    (value) => [{ PORTAL_IDLE_MINUTES: value }, { idleMinutes: Number(value) }] as const,
  ),
  [{ PORTAL_REQUESTS_PER_WINDOW: '700', PORTAL_BURST: '' }, { requestsPerWindow: 700 }],
  ...HARMLESS_IN_JSON.map((value) => [{ PORTAL_SUPPORT_CONTACT: value }, { supportContact: value }] as const),
] as const;

const INDEX = readFileSync('index.html', 'utf8');
const blockOf = (html: string) => JSON.parse(/id="settings">([^<]*)</.exec(html)?.[1] ?? '');

describe('settingsFrom', () => {
  it('reads what is set, and leaves out the rest', () => {
    expect(settingsFrom({})).toEqual({});
    expect(
      settingsFrom({ PORTAL_API_URL: 'https://api.test/', PORTAL_IDLE_MINUTES: '5', PORTAL_SUPPORT_CONTACT: 'x' }),
    ).toEqual({
      apiUrl: 'https://api.test',
      idleMinutes: 5,
      supportContact: 'x',
    });
  });

  it.each(REFUSED)('names %s when it is %j', (name, value) => {
    expect(() => settingsFrom({ [name]: value })).toThrow(name);
  });

  it.each(TAKEN)('takes %j as %j', (env, settings) => {
    expect(settingsFrom(env)).toEqual(settings);
  });
});

describe('the policy', () => {
  it('opens nothing but the API', () => {
    expect(metaPolicy({})).toContain("connect-src 'self';");
    expect(metaPolicy({ apiUrl: 'https://api.test' })).toContain("connect-src 'self' https://api.test;");
    expect(metaPolicy({})).not.toMatch(/unsafe|nonce|\*/);
  });

  it('forbids frames in the header, which a meta element can’t', () => {
    expect(securityHeaders({})['Content-Security-Policy']).toContain("frame-ancestors 'none'");
    expect(metaPolicy({})).not.toContain('frame-ancestors');
  });
});

describe('fillIndexHtml', () => {
  it('fills again what was filled before', () => {
    const once = fillIndexHtml(INDEX, { apiUrl: 'https://one.test' });
    const twice = fillIndexHtml(once, { supportContact: 'help@example.com' });
    expect(twice).not.toContain('one.test');
    expect(blockOf(twice)).toEqual({ supportContact: 'help@example.com' });
  });

  it('points to the portal’s files from its path', () => {
    const html = fillIndexHtml(fillIndexHtml(INDEX, { basePath: '/one/' }), { basePath: '/two/' });
    expect(html).toContain('href="/two/favicon.svg"');
    expect(html).not.toContain('/one/');
  });

  it.each(HARMLESS_IN_JSON)('keeps %j inside its block', (supportContact) => {
    const html = fillIndexHtml(INDEX, { supportContact });
    expect(blockOf(html)).toEqual({ supportContact });
    expect(html.match(/<script/g)).toHaveLength(2);
  });

  it('fails where there is no place for them', () => {
    expect(() => fillIndexHtml('<html></html>', {})).toThrow('no place');
  });
});
