import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Budget } from './budget.ts';

const LIMITS = { perWindow: 20, burst: 5, pace: 100 };
const never = new AbortController().signal;

/** localStorage as two tabs share it. */
function stubStorage(): void {
  const items: Record<string, string> = {};
  const storage = new Proxy(
    {
      getItem: (key: string) => items[key] ?? null,
      setItem: (key: string, value: string) => {
        items[key] = value;
      },
      removeItem: (key: string) => {
        delete items[key];
      },
    },
    { ownKeys: () => Object.keys(items), getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }) },
  );
  vi.stubGlobal('localStorage', storage);
  vi.stubGlobal('window', { localStorage: storage });
}

/** How many places are taken within so many milliseconds, by one who takes as many as there are. */
async function takenIn(budget: Budget, milliseconds: number): Promise<number> {
  let taken = 0;
  const stop = new AbortController();
  const taker = (async () => {
    for (;;) {
      await budget.take(stop.signal);
      budget.count();
      taken += 1;
    }
  })().catch(() => undefined);
  await vi.advanceTimersByTimeAsync(milliseconds);
  stop.abort();
  await taker;
  return taken;
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1_800_000_000_000 });
  stubStorage();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('Budget', () => {
  it('lets a burst go, and then one at a time', async () => {
    expect(await takenIn(new Budget('p', LIMITS), 50)).toBe(5);
    expect(await takenIn(new Budget('q', LIMITS), 1_050)).toBe(15);
  });

  it('stops at its share of the window, and goes on when that has passed', async () => {
    const budget = new Budget('p', LIMITS);
    expect(await takenIn(budget, 60_000)).toBe(20);
    expect(budget.left()).toBe(0);
    expect(await takenIn(budget, 310_000)).toBe(20);
  });

  it('counts what pages send besides', () => {
    const budget = new Budget('p', LIMITS);
    for (let request = 0; request < 7; request += 1) budget.count();
    expect(budget.left()).toBe(13);
  });

  it('counts a request that took its place once', async () => {
    const budget = new Budget('p', LIMITS);
    await budget.take(never);
    budget.count();
    expect(budget.left()).toBe(19);
  });

  it('knows what other tabs have sent, also before this one was opened', () => {
    const first = new Budget('p', LIMITS);
    for (let request = 0; request < 15; request += 1) first.count();
    const second = new Budget('p', LIMITS);
    expect(second.left()).toBe(5);
    second.count();
    expect(first.left()).toBe(4);
    expect(new Budget('another API', LIMITS).left()).toBe(20);
  });

  it('holds still when the API has had too much', async () => {
    const budget = new Budget('p', LIMITS);
    budget.hold(30);
    expect(await takenIn(budget, 29_000)).toBe(0);
    expect(await takenIn(budget, 2_000)).toBeGreaterThan(0);
  });

  it('is not fooled by a clock that is set', () => {
    const budget = new Budget('p', LIMITS);
    for (let request = 0; request < 12; request += 1) budget.count();
    for (const step of [-3_600_000, 7_200_000]) {
      vi.setSystemTime(Date.now() + step);
      expect(budget.left()).toBe(8);
    }
    vi.advanceTimersByTime(301_000);
    expect(budget.left()).toBe(20);
  });

  it('works without storage', () => {
    vi.stubGlobal('localStorage', undefined);
    vi.stubGlobal('window', {});
    const budget = new Budget('p', LIMITS);
    budget.count();
    expect(budget.left()).toBe(19);
  });
});
