import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fillIndexHtml } from './index-html.ts';
import { metaPolicy, securityHeaders } from './policy.ts';
import { settingsFrom } from './settings.ts';
import { HARMLESS_IN_JSON, REFUSED, TAKEN } from './testing.ts';

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
    expect(metaPolicy({}, INDEX)).toContain("connect-src 'self';");
    expect(metaPolicy({ apiUrl: 'https://api.test' }, INDEX)).toContain("connect-src 'self' https://api.test;");
    expect(metaPolicy({}, INDEX)).not.toMatch(/unsafe|nonce|\*/);
  });

  it.each([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ])('says %s, in the header and in the page', (directive) => {
    expect(metaPolicy({}, INDEX).split('; ')).toContain(directive);
    expect(securityHeaders({}, INDEX)['Content-Security-Policy']?.split('; ')).toContain(directive);
  });

  it.each([
    ['Strict-Transport-Security', /^max-age=31536000; includeSubDomains$/],
    ['X-Content-Type-Options', /^nosniff$/],
    ['Referrer-Policy', /^no-referrer$/],
    ['Cross-Origin-Opener-Policy', /^same-origin$/],
    ['Cross-Origin-Resource-Policy', /^same-origin$/],
    ['Permissions-Policy', /\bcamera=\(\).*\bpublickey-credentials-get=\(\).*\bclipboard-write=\(self\)$/],
    ['X-Robots-Tag', /^noindex/],
  ])('sends %s', (name, value) => {
    expect(securityHeaders({}, INDEX)[name]).toMatch(value);
  });

  it('forbids frames in the header, which a meta element can’t', () => {
    expect(securityHeaders({}, INDEX)['Content-Security-Policy']).toContain("frame-ancestors 'none'");
    expect(metaPolicy({}, INDEX)).not.toContain('frame-ancestors');
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
