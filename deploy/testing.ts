import type { PortalSettings } from './settings.ts';

/** Values that would mean something in a policy, in nginx's configuration or in a shell, and those that mean nothing. */
export const REFUSED: (readonly [name: string, value: string])[] = [
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
];

export const HARMLESS_IN_JSON = [
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

export const TAKEN: (readonly [env: Record<string, string>, settings: PortalSettings])[] = [
  ...[
    ['https://api.test:8443/', 'https://api.test:8443'],
    ['http://localhost:4173', 'http://localhost:4173'],
    ['http://127.0.0.1', 'http://127.0.0.1'],
    ['http://[::1]:80', 'http://[::1]:80'],
    ['https://xn--bcher-kva.test', 'https://xn--bcher-kva.test'],
  ].map(([value = '', apiUrl]) => [{ PORTAL_API_URL: value }, { apiUrl }] as const),
  ...['/', '/mfa/', '/team-a/mfa.v2/'].map((value) => [{ BASE_PATH: value }, { basePath: value }] as const),
  ...['0.5', '5', '1.5', '90000'].map(
    (value) => [{ PORTAL_IDLE_MINUTES: value }, { idleMinutes: Number(value) }] as const,
  ),
  [{ PORTAL_REQUESTS_PER_WINDOW: '700', PORTAL_BURST: '' }, { requestsPerWindow: 700 }],
  ...HARMLESS_IN_JSON.map((value) => [{ PORTAL_SUPPORT_CONTACT: value }, { supportContact: value }] as const),
];
