import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fillIndexHtml } from './index-html.ts';
import { metaPolicy, securityHeaders } from './policy.ts';
import { settingsFrom } from './settings.ts';

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

  it.each([
    ['PORTAL_API_URL', 'cdn.emnify.net'],
    ['PORTAL_API_URL', 'javascript:alert(1)'],
    ['PORTAL_API_URL', 'file:///etc/passwd'],
    ['PORTAL_API_URL', 'https://'],
    ['PORTAL_API_URL', 'https://*'],
    ['PORTAL_API_URL', 'https://*.emnify.net'],
    ['PORTAL_API_URL', 'https://a.test;b.test'],
    ['PORTAL_API_URL', 'https://a.test,b.test'],
    ['PORTAL_API_URL', 'https://a"b.test'],
    ['PORTAL_API_URL', "https://a'b.test"],
    ['PORTAL_IDLE_MINUTES', '0'],
    ['PORTAL_IDLE_MINUTES', 'soon'],
    ['PORTAL_IDLE_MINUTES', '-5'],
    ['PORTAL_IDLE_MINUTES', 'Infinity'],
    ['PORTAL_BURST', '1e999'],
  ])('names %s when it is %s', (name, value) => {
    expect(() => settingsFrom({ [name]: value })).toThrow(name);
  });

  it.each([
    ['https://api.test:8443/', 'https://api.test:8443'],
    ['http://localhost:4173', 'http://localhost:4173'],
    ['http://127.0.0.1', 'http://127.0.0.1'],
    ['http://[::1]:80', 'http://[::1]'],
    ['https://Bücher.test', 'https://xn--bcher-kva.test'],
  ])('takes %s as %s', (value, apiUrl) => {
    expect(settingsFrom({ PORTAL_API_URL: value })).toEqual({ apiUrl });
  });

  it('lets nothing but an origin into the policy', () => {
    const { apiUrl } = settingsFrom({ PORTAL_API_URL: "https://api.test/;script-src 'unsafe-inline'" });
    expect(apiUrl).toBe('https://api.test');
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

  it.each(['</script><script>alert(1)</script>', "$&$'$`", '"quoted"', '\u2028'])(
    'keeps %j inside its block',
    (supportContact) => {
      const html = fillIndexHtml(INDEX, { supportContact });
      expect(blockOf(html)).toEqual({ supportContact });
      expect(html.match(/<script/g)).toHaveLength(2);
    },
  );

  it('fails where there is no place for them', () => {
    expect(() => fillIndexHtml('<html></html>', {})).toThrow('no place');
  });
});
