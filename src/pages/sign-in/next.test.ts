import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextOf, signInPath } from './next.ts';

const at = (next: string) => new URL(`https://portal.test/sign-in?next=${encodeURIComponent(next)}`);

describe('nextOf', () => {
  it.each([
    ['/devices', '/devices'],
    ['/activity?kind=mfa#top', '/activity?kind=mfa#top'],
    ['/users/someone@example.com', '/users/someone@example.com'],
  ])('goes back to %s', (next, path) => {
    expect(nextOf(at(next))).toBe(path);
  });

  it.each([
    '//evil',
    '/\\evil',
    '\\\\evil',
    'javascript:alert(1)',
    'https://evil',
    '/\t/evil',
    '/.//evil',
    'devices',
    '',
    '/sign-in?next=/',
  ])('stays at home for %j', (next) => {
    expect(nextOf(at(next))).toBe('/');
  });

  it('never leaves the origin, whatever comes', () => {
    const hostile = fc.string({
      unit: fc.constantFrom('/', '\\', '.', ':', '@', '\t', '\n', '%', '2', 'f', 'e', 'v', '?', '#'),
    });
    fc.assert(
      fc.property(hostile, (next) => {
        expect(new URL(nextOf(at(next)), 'https://portal.test').origin).toBe('https://portal.test');
      }),
    );
  });

  it('and signInPath agree', () => {
    const page = new URL('https://portal.test/users?q=a%26b&page=2');
    expect(nextOf(new URL(signInPath(page.pathname + page.search), page))).toBe('/users?q=a%26b&page=2');
    expect(signInPath('/')).toBe('/sign-in');
  });
});
