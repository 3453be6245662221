import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newBrowser } from './testing.ts';

/** The idle lock, by faked clocks: that of the wall, and the one that only ever goes on. */

const ME = { kind: 'user', name: 'me@example.com' } as const;
const TOKENS = { authToken: 'mine', refreshToken: undefined, issuedAt: undefined, expiresAt: undefined, receivedAt: 0 };
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** How long a tab waits for others to say that they are in use. */
const ASKING = 150;

let session: typeof import('./session.ts');
let idle: typeof import('./idle.ts');
let page: EventTarget;
let otherTab: BroadcastChannel;
let heard: { type: string }[];
const wait = setTimeout;

beforeEach(async () => {
  page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('document', new EventTarget());
  session = await newBrowser().openTab();
  idle = await import('./idle.ts');
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout', 'Date', 'performance'] });
  idle.watchIdle();
  session.signIn(ME, TOKENS);
  otherTab = new BroadcastChannel('mfa-portal:');
  await delivery();
  heard = [];
  otherTab.addEventListener('message', ({ data }) => heard.push(data));
});
afterEach(() => {
  otherTab.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const press = () => page.dispatchEvent(new Event('keydown', { cancelable: true }));
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
/** The time goes on while nothing runs: a laptop sleeps, a tab is frozen, or the clock is set. */
const shiftWallClock = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);
const state = () => session.getSession().state;
/** Messages between tabs come in a turn of their own. */
const delivery = () => new Promise((resolve) => wait(resolve, 20));
const marks = () => heard.filter(({ type }) => type === 'active').length;

describe('the lock', () => {
  it('is held off by work, but not over a sleep', async () => {
    const release = idle.holdIdleLock();
    await pass(40 * MINUTE);
    expect(state()).toBe('signed-in');
    shiftWallClock(20 * MINUTE);
    await pass(SECOND + ASKING);
    expect(state()).toBe('locked');
    release();
  });

  it('warns for the last minute, counting down, and comes after fifteen', async () => {
    await pass(14 * MINUTE - SECOND);
    expect([state(), idle.getIdleWarning()]).toEqual(['signed-in', undefined]);
    await pass(SECOND);
    expect(idle.getIdleWarning()).toBe(60);
    await pass(59 * SECOND);
    expect([state(), idle.getIdleWarning()]).toEqual(['signed-in', 1]);
    await pass(SECOND + ASKING);
    expect(session.getSession()).toEqual({ state: 'locked', person: ME, reason: 'idle' });
    expect(idle.getIdleWarning()).toBeUndefined();
    expect(session.getToken()).toBeUndefined();
  });

  it.each(['keydown', 'wheel', 'click'])('is put off by %s, which takes the warning away', async (sign) => {
    await pass(14 * MINUTE + 30 * SECOND);
    page.dispatchEvent(new Event(sign));
    expect(idle.getIdleWarning()).toBeUndefined();
    await pass(15 * MINUTE - SECOND);
    expect(state()).toBe('signed-in');
    await pass(2 * SECOND);
    expect(state()).toBe('locked');
  });

  it('is not put off by a mouse that is pushed about', async () => {
    await pass(10 * MINUTE);
    page.dispatchEvent(new Event('mousemove'));
    await pass(5 * MINUTE + ASKING);
    expect(state()).toBe('locked');
  });

  it('can’t be escaped by a key that is pressed after a sleep, before the next tick', async () => {
    shiftWallClock(16 * MINUTE);
    expect(press()).toBe(false);
    await pass(ASKING);
    expect(state()).toBe('locked');
  });

  it('comes as soon as a page that slept is looked at', async () => {
    shiftWallClock(16 * MINUTE);
    document.dispatchEvent(new Event('visibilitychange'));
    await pass(ASKING);
    expect(state()).toBe('locked');
  });

  it.each([-60, -365 * 24 * 60])('is not put off by a wall clock that is set by %i minutes', async (minutes) => {
    await pass(5 * MINUTE);
    shiftWallClock(minutes * MINUTE);
    await pass(10 * MINUTE + ASKING);
    expect(state()).toBe('locked');
  });

  it('begins anew with the next sign-in', async () => {
    await pass(75 * MINUTE);
    session.signIn(ME, TOKENS);
    await pass(15 * MINUTE - SECOND);
    expect(state()).toBe('signed-in');
  });

  it('is held off by work, and comes fifteen minutes after its end', async () => {
    const release = idle.holdIdleLock();
    const releaseOther = idle.holdIdleLock();
    await pass(60 * MINUTE);
    release();
    release();
    await pass(60 * MINUTE);
    expect(state()).toBe('signed-in');
    releaseOther();
    await pass(15 * MINUTE - SECOND);
    expect(state()).toBe('signed-in');
    await pass(2 * SECOND);
    expect(state()).toBe('locked');
  });
});

describe('other tabs', () => {
  it('put the lock off when they are used', async () => {
    await pass(14 * MINUTE);
    otherTab.postMessage({ type: 'active' });
    await delivery();
    const { lastActive } = JSON.parse(window.sessionStorage.getItem('mfa-portal::session') ?? '');
    expect(Date.now() - lastActive).toBeLessThan(SECOND);
    await pass(14 * MINUTE);
    expect(state()).toBe('signed-in');
  });

  it('are told of use, though not of every key, and after the clock was set back, too', async () => {
    for (let key = 0; key < 20; key += 1) {
      if (key === 10) shiftWallClock(-60 * MINUTE);
      press();
      await pass(SECOND);
    }
    await delivery();
    expect(marks()).toBe(4);
  });

  it('lock with this one, and are told why', async () => {
    await pass(15 * MINUTE + ASKING);
    await delivery();
    expect(heard.at(-1)).toEqual({ type: 'locked', reason: 'idle' });
  });

  it('get nothing from one that should have locked', async () => {
    shiftWallClock(16 * MINUTE);
    otherTab.postMessage({ type: 'ask' });
    await delivery();
    expect(heard).toEqual([]);
  });

  it('that are in use are not locked by one that slept and has not heard of it', async () => {
    const kept = JSON.parse(window.sessionStorage.getItem('mfa-portal::session') ?? '');
    otherTab.addEventListener('message', ({ data }) => {
      if (data.type === 'ask') otherTab.postMessage({ type: 'session', isAnswer: true, session: kept });
    });
    shiftWallClock(16 * MINUTE);
    document.dispatchEvent(new Event('visibilitychange'));
    await delivery();
    await pass(ASKING);
    expect([state(), heard.some(({ type }) => type === 'locked')]).toEqual(['signed-in', false]);
  });
});
