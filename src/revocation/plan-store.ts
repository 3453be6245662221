import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import * as z from 'zod/mini';
import { keyOf, type Outcome, outcomesSchema, type Plan, type Progress, planSchema } from './plan.ts';

/** Milliseconds for which an unfinished plan is kept: it names people, and an incident is over by then. */
const KEPT = 30 * 86_400_000;

interface Plans extends DBSchema {
  /** One unfinished plan a user; the key is whose it is. */
  plans: { key: string; value: Plan };
  outcomes: { key: [string, string]; value: Outcome & { plan: string; key: string }; indexes: { plan: string } };
  finished: { key: [string, number]; value: { plan: string; personId: number }; indexes: { plan: string } };
}

/**
 * Keeps a plan and what was done of it, so that a tab that dies loses no more than the answer under way. Where the
 * browser keeps nothing, all of this does nothing, and `isKept` says so.
 */
export class PlanStore {
  readonly #name: string;
  #database: Promise<IDBPDatabase<Plans> | undefined> | undefined;

  /** @param name the API's address: plans for one are nothing to another */
  constructor(name: string) {
    this.#name = name;
  }

  /** The plan that its owner left unfinished, with its progress; what was tampered with is none. */
  async find(owner: string): Promise<{ plan: Plan; progress: Progress } | undefined> {
    let found: { plan: Plan; progress: Progress } | undefined;
    await this.#try(async (database) => {
      for (const old of await database.getAll('plans')) {
        // Beyond, or by a clock that was set since.
        if (!(Math.abs(Date.now() - old.startedAt) < KEPT)) await this.remove(old.owner);
      }
      const kept = z.safeParse(planSchema, await database.get('plans', owner));
      if (!kept.success) return;
      const plan = kept.data;
      const outcomes = z.parse(outcomesSchema, await database.getAllFromIndex('outcomes', 'plan', plan.id));
      const finished = await database.getAllFromIndex('finished', 'plan', plan.id);
      found = { plan, progress: { outcomes, finished: finished.map(({ personId }) => personId) } };
    });
    return found;
  }

  /**
   * Keeps a plan; one that is taken up again keeps its progress.
   * @returns whether it will survive this tab, or that another of its owner's is unfinished, which is thrown away by
   *   nobody but them
   */
  async begin(plan: Plan): Promise<'kept' | 'not-kept' | 'another'> {
    const kept = (await this.find(plan.owner))?.plan;
    if (kept) return kept.id === plan.id ? 'kept' : 'another';
    const isKept = await this.#try(async (database) => {
      // What was tampered with.
      await this.remove(plan.owner);
      await database.put('plans', plan, plan.owner);
    });
    return isKept ? 'kept' : 'not-kept';
  }

  async record(plan: Plan, outcome: Outcome): Promise<boolean> {
    return this.#add(plan, 'outcomes', { ...outcome, plan: plan.id, key: keyOf(outcome) });
  }

  async finish(plan: Plan, personId: number): Promise<boolean> {
    return this.#add(plan, 'finished', { plan: plan.id, personId });
  }

  /** Not after the plan was discarded: nobody would find it, or delete it. */
  async #add<Store extends 'outcomes' | 'finished'>(plan: Plan, store: Store, row: Plans[Store]['value']) {
    return this.#try(async (database) => {
      const change = database.transaction(['plans', store], 'readwrite');
      const isThere = (await change.objectStore('plans').get(plan.owner))?.id === plan.id;
      if (isThere) await change.objectStore(store).put(row);
      await change.done;
      if (!isThere) throw new Error('the plan is not kept');
    });
  }

  /** Forgets the owner's plan, and all that was done of it. */
  async remove(owner: string): Promise<void> {
    await this.#try(async (database) => {
      const plan = await database.get('plans', owner);
      if (!plan) return;
      const change = database.transaction(['plans', 'outcomes', 'finished'], 'readwrite');
      await change.objectStore('plans').delete(owner);
      for (const store of ['outcomes', 'finished'] as const) {
        const index = change.objectStore(store).index('plan');
        for await (const cursor of index.iterate(plan.id)) await cursor.delete();
      }
      await change.done;
    });
  }

  async #try(work: (database: IDBPDatabase<Plans>) => Promise<unknown>): Promise<boolean> {
    try {
      const database = await this.#open();
      if (!database) return false;
      await work(database);
      return true;
    } catch {
      // Full, blocked or broken: the job goes on, and its page says that it would not survive.
      return false;
    }
  }

  #open(): Promise<IDBPDatabase<Plans> | undefined> {
    // A browser that blocks it throws, at once or later.
    this.#database ??= open(`${this.#name}:revocation`).catch(() => undefined);
    return this.#database;
  }
}

async function open(name: string): Promise<IDBPDatabase<Plans>> {
  return openDB<Plans>(name, 1, {
    upgrade(database) {
      database.createObjectStore('plans');
      for (const [store, keyPath] of [
        ['outcomes', ['plan', 'key']],
        ['finished', ['plan', 'personId']],
      ] as const) {
        database.createObjectStore(store, { keyPath: [...keyPath] }).createIndex('plan', 'plan');
      }
    },
  });
}
