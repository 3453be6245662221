import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import type { Plan } from './plan.ts';
import { PlanStore } from './plan-store.ts';

const plan = (count: number): Plan => ({
  id: `plan-${Math.random()}`,
  startedAt: Date.now(),
  owner: 'me',
  by: 'admin@x.y',
  work: 'both',
  people: Array.from({ length: count }, (_, id) => ({ id: id + 1, username: `u${id}@x.y`, name: `U ${id}` })),
  leftOut: [],
});

describe('PlanStore', () => {
  it('keeps a plan and what was done of it, for its owner alone, until it is removed', async () => {
    const store = new PlanStore('https://api.test');
    const kept = plan(3);
    expect(await store.begin(kept)).toBe('kept');
    const outcome = { personId: 1, kind: 'device', itemId: 7, label: 'x', isDone: true, at: 0 } as const;
    await store.record(kept, outcome);
    await store.record(kept, outcome);
    await store.finish(kept, 1);
    expect(await store.begin(kept)).toBe('kept');
    expect(await store.begin(plan(1))).toBe('another');
    expect(await store.find('me')).toMatchObject({ plan: kept, progress: { outcomes: [outcome], finished: [1] } });
    expect(await store.find('somebody else')).toBeUndefined();
    expect(await new PlanStore('https://another.test').find('me')).toBeUndefined();
    await store.remove('me');
    expect(await store.find('me')).toBeUndefined();
    expect(await store.begin(plan(1))).toBe('kept');
    expect(await store.find('me')).toMatchObject({ progress: { outcomes: [], finished: [] } });
  });

  it('keeps nothing of a plan that was discarded meanwhile', async () => {
    const store = new PlanStore('https://discarded.test');
    const discarded = { ...plan(1), id: 'the same' };
    await store.begin(discarded);
    await store.remove('me');
    await store.finish(discarded, 1);
    await store.begin(discarded);
    expect(await store.find('me')).toMatchObject({ progress: { finished: [] } });
  });

  it('forgets a plan of long ago, whoever looks', async () => {
    const store = new PlanStore('https://old.test');
    await store.begin({ ...plan(1), owner: 'somebody', startedAt: Date.now() - 31 * 86_400_000 });
    await store.begin({ ...plan(1), owner: 'another', startedAt: Date.now() - 29 * 86_400_000 });
    await store.find('me');
    expect(await store.find('somebody')).toBeUndefined();
    expect(await store.find('another')).toBeDefined();
  });

  it('takes what was tampered with for no plan', async () => {
    const store = new PlanStore('https://tampered.test');
    await store.begin(JSON.parse('{"id":"x","owner":"me","people":"everybody"}'));
    expect(await store.find('me')).toBeUndefined();
    expect(await store.begin(plan(1))).toBe('kept');
  });

  it('says so where the browser keeps nothing', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
    const store = new PlanStore('https://blocked.test');
    expect(await store.begin(plan(1))).toBe('not-kept');
    expect(await store.find('me')).toBeUndefined();
    vi.unstubAllGlobals();
  });
});
