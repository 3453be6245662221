import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../api/errors.ts';
import { Budget } from './budget.ts';
import type { Plan } from './plan.ts';
import type { Calls } from './ports.ts';
import { Run } from './run.ts';

const people = (count: number) =>
  Array.from({ length: count }, (_, id) => ({ id: id + 1, username: `u${id}@x.y`, name: `U ${id}` }));
const plan = (count: number, work: Plan['work'] = 'devices'): Plan => ({
  id: `plan-${Math.random()}`,
  startedAt: 0,
  owner: 'me',
  by: 'admin@x.y',
  work,
  people: people(count),
  leftOut: [],
});
const device = (id: number) => ({ id, browser: 'Firefox', operating_system: 'Linux', activation_date: undefined });
const fast = () => new Budget('t', { perWindow: 100_000, burst: 100_000, pace: 1 });
const NONE = { rows: [], unreadable: 0 };
const NOWHERE = { record: async () => true, finish: async () => true };

/** An API of so many devices a person, that forgets what is revoked. */
function api(perPerson = 2) {
  const devices = new Map<number, number[]>();
  const of = (person: number) => {
    const ids = devices.get(person) ?? Array.from({ length: perPerson }, (_, place) => person * 100 + place);
    devices.set(person, ids);
    return ids;
  };
  const calls: Calls = {
    readDevices: vi.fn(async (person) => ({ rows: of(person).map(device), unreadable: 0 })),
    readKeys: vi.fn(async () => NONE),
    revokeDevice: vi.fn(
      async (person, id) =>
        void devices.set(
          person,
          of(person).filter((kept) => kept !== id),
        ),
    ),
    deleteKey: vi.fn(async () => undefined),
  };
  return { calls, left: () => [...devices.values()].flat().length };
}

/** Starts a run with time moved on until it is over. */
async function toTheEnd(work: Promise<void>): Promise<void> {
  let over = false;
  void work.then(() => {
    over = true;
  });
  while (!over) await vi.advanceTimersByTimeAsync(500);
}

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] }));
afterEach(() => vi.useRealTimers());

describe('Run', () => {
  it('revokes everything of everybody, and records each thing once', async () => {
    const { calls, left } = api();
    const run = new Run(plan(30), { outcomes: [], finished: [] }, calls, fast(), NOWHERE);
    await toTheEnd(run.start());
    expect(run.getState()).toMatchObject({ status: 'finished', peopleDone: 30, itemsDone: 60, failures: 0 });
    expect(left()).toBe(0);
    expect(calls.revokeDevice).toHaveBeenCalledTimes(60);
    expect(run.getOutcomes()).toHaveLength(60);
  });

  it('works on a few people at a time', async () => {
    const { calls } = api();
    let under = 0;
    let most = 0;
    calls.readDevices = async () => {
      under += 1;
      most = Math.max(most, under);
      await new Promise((resolve) => setTimeout(resolve, 50));
      under -= 1;
      return NONE;
    };
    const run = new Run(plan(20), { outcomes: [], finished: [] }, calls, fast(), NOWHERE);
    await toTheEnd(run.start());
    expect(most).toBe(4);
  });

  it.each([
    ['too many requests', () => new ApiError({ kind: 'rate-limited', status: 429, retryAfter: 20 })],
    ['a wait of years', () => new ApiError({ kind: 'rate-limited', status: 429, retryAfter: 1e12 })],
    ['a lost connection', () => new ApiError({ kind: 'network' })],
    ['errors of the service', () => new ApiError({ kind: 'server', status: 503 })],
  ])('goes on after %s', async (_, failure) => {
    const { calls, left } = api();
    const revoke = calls.revokeDevice;
    let failures = 0;
    calls.revokeDevice = async (person, id) => {
      failures += 1;
      if (failures <= 4) throw failure();
      return revoke(person, id);
    };
    const run = new Run(plan(5), { outcomes: [], finished: [] }, calls, fast(), NOWHERE);
    await toTheEnd(run.start());
    expect(run.getState()).toMatchObject({ status: 'finished', itemsDone: 10, failures: 0, waitingFor: undefined });
    expect(left()).toBe(0);
  });

  it('says why something stays, does the rest, and retries that alone', async () => {
    const { calls, left } = api();
    const revoke = calls.revokeDevice;
    let refuses = true;
    calls.revokeDevice = vi.fn(async (person, id) => {
      if (refuses && id === 201) throw new ApiError({ kind: 'forbidden', status: 403, token: 'Forbidden' });
      return revoke(person, id);
    });
    const run = new Run(plan(3), { outcomes: [], finished: [] }, calls, fast(), NOWHERE);
    await toTheEnd(run.start());
    expect(run.getState()).toMatchObject({ status: 'finished', itemsDone: 5, failures: 1 });
    expect(run.getOutcomes().find(({ isDone }) => !isDone)).toMatchObject({
      itemId: 201,
      status: 403,
      token: 'Forbidden',
    });
    refuses = false;
    vi.mocked(calls.revokeDevice).mockClear();
    await toTheEnd(run.retryFailed());
    expect(calls.revokeDevice).toHaveBeenCalledTimes(1);
    expect(run.getState()).toMatchObject({ itemsDone: 6, failures: 0 });
    expect(left()).toBe(0);
  });

  it('records a person who can’t be read', async () => {
    const { calls } = api();
    calls.readDevices = async () => {
      throw new ApiError({ kind: 'not-found', status: 404 });
    };
    const run = new Run(plan(1), { outcomes: [], finished: [] }, calls, fast(), NOWHERE);
    await toTheEnd(run.start());
    expect(run.getOutcomes()).toMatchObject([{ kind: 'person', isDone: false, status: 404 }]);
  });

  it('tells of what had no number to delete it by, and deletes the rest', async () => {
    const { calls, left } = api();
    const { readDevices } = calls;
    calls.readDevices = async (person) => ({ ...(await readDevices(person)), unreadable: 1 });
    const run = new Run(plan(1), { outcomes: [], finished: [] }, calls, fast(), NOWHERE);
    await toTheEnd(run.start());
    expect(left()).toBe(0);
    expect(run.getState()).toMatchObject({ itemsDone: 2, failures: 1 });
    expect(run.getOutcomes()).toContainEqual(expect.objectContaining({ kind: 'person', problem: 'unreadable' }));
  });

  it('pauses, goes on, and stops', async () => {
    const { calls } = api();
    calls.readDevices = async () => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      return NONE;
    };
    const run = new Run(plan(40), { outcomes: [], finished: [] }, calls, fast(), NOWHERE);
    const work = run.start();
    await vi.advanceTimersByTimeAsync(250);
    run.pause();
    await vi.advanceTimersByTimeAsync(1_000);
    const { peopleDone } = run.getState();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(run.getState()).toMatchObject({ status: 'paused', peopleDone });
    run.resume();
    await vi.advanceTimersByTimeAsync(300);
    expect(run.getState().peopleDone).toBeGreaterThan(peopleDone);
    run.stop();
    await toTheEnd(work);
    expect(run.getState().status).toBe('stopped');
    expect(run.getState().peopleDone).toBeLessThan(40);
  });

  it('does nothing when it was stopped before it began', async () => {
    const { calls } = api();
    const run = new Run(plan(3), { outcomes: [], finished: [] }, calls, fast(), NOWHERE);
    run.ready();
    run.stop();
    await toTheEnd(run.start());
    expect(run.getState().status).toBe('stopped');
    expect(calls.readDevices).not.toHaveBeenCalled();
  });

  it('takes up what failed, and leaves what was not begun', async () => {
    const { calls } = api();
    const progress = {
      outcomes: [{ personId: 1, kind: 'device' as const, itemId: 100, label: '', isDone: false, at: 0 }],
      finished: [1, 2],
    };
    const run = new Run(plan(9), progress, calls, fast(), NOWHERE);
    await toTheEnd(run.retryFailed());
    expect(calls.readDevices).toHaveBeenCalledExactlyOnceWith(1);
    expect(run.getState()).toMatchObject({ status: 'stopped', peopleDone: 2, failures: 0 });
  });

  it('ends when the session is over', async () => {
    const { calls } = api();
    calls.readDevices = async () => {
      throw new ApiError({ kind: 'signed-out', status: 401 });
    };
    const run = new Run(plan(2), { outcomes: [], finished: [] }, calls, fast(), NOWHERE);
    await toTheEnd(run.start());
    expect(run.getState()).toMatchObject({ status: 'signed-out', failures: 0, peopleDone: 0 });
  });
});
