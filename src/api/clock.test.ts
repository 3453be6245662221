import { afterEach, beforeEach, expect, test, vi } from 'vitest';

/** This computer's clock stands still, a year behind the API's. */
const HERE = Date.parse('2026-01-01T00:00:00Z');
const THERE = Date.parse('2027-01-01T00:00:00Z');

let clock: typeof import('./clock.ts');
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: HERE });
  vi.resetModules();
  clock = await import('./clock.ts');
});
afterEach(() => {
  vi.useRealTimers();
});

const dated = (date: string) => new Response(null, { headers: { Date: date } });
const THERE_AS_DATE = new Date(THERE).toUTCString();

test("this computer's own clock, until the API has told", () => {
  expect(clock.apiNow()).toBe(HERE);
});

test('by Date, from the middle of its second, and going on from there', () => {
  clock.learnFromDate(dated(THERE_AS_DATE));
  expect(clock.apiNow()).toBe(THERE + 500);
  vi.setSystemTime(HERE + 90_000);
  expect(clock.apiNow()).toBe(THERE + 90_500);
});

test.each(['', 'never'])('a Date of %j tells nothing', (date) => {
  clock.learnFromDate(new Response(null, { headers: date ? { Date: date } : {} }));
  expect(clock.apiNow()).toBe(HERE);
});

test('by iat where Date is hidden; a newer token tells it anew', () => {
  clock.learnFromToken(THERE / 1000);
  expect(clock.apiNow()).toBe(THERE);
  clock.learnFromToken(THERE / 1000 + 7);
  expect(clock.apiNow()).toBe(THERE + 7_000);
});

test('Date knows better than iat, whichever comes first', () => {
  clock.learnFromToken(HERE / 1000 + 60);
  clock.learnFromDate(dated(THERE_AS_DATE));
  clock.learnFromToken(HERE / 1000 + 60);
  expect(clock.apiNow()).toBe(THERE + 500);
});

test('answers and tokens of the client set it', async () => {
  const { answerWith } = await import('./testing.ts');
  const { renewTokens } = await import('./authentication.ts');
  const claims = { iat: THERE / 1000, exp: THERE / 1000 + 60, sub: 'ab?>?>?>~~~' };
  const jwt = `x.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.y`;
  expect(jwt).toMatch(/-.*_|_.*-/);
  answerWith(() => Response.json({ auth_token: jwt, refresh_token: null }));
  expect(await renewTokens('r')).toMatchObject({ issuedAt: THERE / 1000, expiresAt: THERE / 1000 + 60 });
  expect(clock.apiNow()).toBe(THERE);
  answerWith(() => Response.json({ auth_token: 'opaque' }, { headers: { Date: new Date(HERE).toUTCString() } }));
  expect(await renewTokens('r')).toMatchObject({ authToken: 'opaque', issuedAt: undefined, expiresAt: undefined });
  expect(clock.apiNow()).toBe(HERE + 500);
  // An error tells the time as well.
  answerWith(() => new Response(null, { status: 401, headers: { Date: THERE_AS_DATE } }));
  await renewTokens('r').catch(() => undefined);
  expect(clock.apiNow()).toBe(THERE + 500);
});
