import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../api/errors.ts';
import { Budget } from './budget.ts';
import { Patience } from './patience.ts';

const { signal } = new AbortController();
const fails = (kind: ApiError['kind'], retryAfter?: number) => new ApiError({ kind, retryAfter });

/** A call that fails in these ways, one after the other, and answers then. */
function failing(...failures: ApiError[]) {
  return vi.fn(async () => {
    const failure = failures.shift();
    if (failure) throw failure;
    return 'answer';
  });
}

function settled<T>(work: Promise<T>) {
  const outcome = { value: undefined as T | undefined, error: undefined as unknown, isOver: false };
  work.then(
    (value) => Object.assign(outcome, { value, isOver: true }),
    (error: unknown) => Object.assign(outcome, { error, isOver: true }),
  );
  return outcome;
}

const open = () => new Patience(new Budget('p', { perWindow: 10_000, burst: 1_000, pace: 1 }));

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('Patience', () => {
  it('counts errors of the service by themselves, however often the connection broke before', async () => {
    const call = failing(...Array.from({ length: 10 }, () => fails('network')), fails('server'), fails('server'));
    const sent = settled(open().send(call, { signal }));
    await vi.advanceTimersByTimeAsync(600_000);
    expect(sent).toMatchObject({ value: 'answer' });
  });

  it('gives an error of the service so many tries, and then tells it', async () => {
    const call = failing(...Array.from({ length: 50 }, () => fails('server')));
    const sent = settled(open().send(call, { signal }));
    await vi.advanceTimersByTimeAsync(600_000);
    expect(sent.error).toMatchObject({ kind: 'server' });
    expect(call).toHaveBeenCalledTimes(6);
  });

  it('waits for the connection while nothing is answered, and gives up what alone is never answered', async () => {
    const patience = open();
    const call = failing(...Array.from({ length: 500 }, () => fails('timeout')));
    const sent = settled(patience.send(call, { signal }));
    await vi.advanceTimersByTimeAsync(1_800_000);
    expect(sent.isOver).toBe(false);
    for (let other = 0; other < 6; other += 1) {
      const answered = settled(patience.send(failing(), { signal }));
      await vi.advanceTimersByTimeAsync(10);
      expect(answered.value).toBe('answer');
    }
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent.error).toMatchObject({ kind: 'timeout' });
  });

  it.each([
    ['none', undefined, 400, 60_000],
    ['none at all to wait', 0, 400, 60_000],
    ['a sensible one', 30, 30_000, 30_000],
    ['one of years', 999_999_999, 600_000, 600_000],
  ])('heeds Retry-After within reason: %s', async (_, retryAfter, least, most) => {
    const call = failing(fails('rate-limited', retryAfter));
    settled(open().send(call, { signal }));
    await vi.advanceTimersByTimeAsync(least - 1);
    expect(call).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(most - least + 1_100);
    expect(call).toHaveBeenCalledTimes(2);
  });

  it.each(['forbidden', 'not-found', 'conflict', 'signed-out'] as const)(
    'tells a refusal at once: %s',
    async (kind) => {
      const call = failing(fails(kind));
      await expect(open().send(call, { signal })).rejects.toMatchObject({ kind });
      expect(call).toHaveBeenCalledTimes(1);
    },
  );
});
