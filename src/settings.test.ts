import { afterEach, describe, expect, it, vi } from 'vitest';

const DEFAULTS = { basePath: '/', apiUrl: '', supportContact: '', idleMinutes: 15, requestsPerWindow: 1_000, burst: 5 };

/** The settings of a page whose block holds this text; undefined is a page without one. */
async function settingsOf(block: string | undefined) {
  vi.resetModules();
  vi.stubGlobal('document', {
    getElementById: (id: string) => (id === 'settings' && block !== undefined ? { textContent: block } : null),
  });
  return { ...(await import('./settings.ts')) };
}
afterEach(() => vi.unstubAllGlobals());

describe('settings', () => {
  it('are those of the block', async () => {
    const limits = { idleMinutes: 0.5, requestsPerWindow: 7, burst: 1 };
    const set = { basePath: '/mfa/', apiUrl: 'https://api.test', supportContact: 'x', ...limits };
    expect(await settingsOf(JSON.stringify({ ...set, unheard: true }))).toEqual(set);
  });

  it.each([
    undefined,
    '',
    '{',
    'null',
    '[]',
    '"x"',
    '7',
    '{}',
    '{"idleMinutes":0,"apiUrl":null,"burst":1.5,"basePath":"mfa"}',
  ])('fall back where the block is %s', async (block) => {
    expect(await settingsOf(block)).toEqual(DEFAULTS);
  });

  it('call the API below the portal’s own path where no origin is set', async () => {
    expect(await settingsOf('{"basePath":"/mfa/"}')).toEqual({ ...DEFAULTS, basePath: '/mfa/', apiUrl: '/mfa' });
  });

  it('fall back one by one', async () => {
    expect(await settingsOf('{"idleMinutes":"5","supportContact":"x"}')).toEqual({ ...DEFAULTS, supportContact: 'x' });
  });
});
