import { ApiError } from '../api/errors.ts';
import type { MfaKey } from '../api/mfa-keys.ts';
import type { TrustedDevice } from '../api/trusted-devices.ts';
import { type Budget, sleep } from './budget.ts';
import { keyOf, type Outcome, type Plan, type PlannedPerson, type Progress } from './plan.ts';

/** What a run does to the API. */
export type Calls = {
  readDevices: (personId: number) => Promise<TrustedDevice[]>;
  readKeys: (personId: number) => Promise<MfaKey[]>;
  revokeDevice: (personId: number, deviceId: number) => Promise<void>;
  deleteKey: (personId: number, keyId: number) => Promise<void>;
};

/** Where a run keeps what it has done. */
export type Ledger = {
  record: (plan: Plan, outcome: Outcome) => Promise<boolean>;
  finish: (plan: Plan, personId: number) => Promise<boolean>;
};

export type RunState = {
  status: 'running' | 'paused' | 'stopped' | 'finished' | 'signed-out';
  /** What it waits for, while it does. */
  waitingFor: 'connection' | 'limit' | undefined;
  people: number;
  peopleDone: number;
  itemsDone: number;
  failures: number;
  /** Estimated from the pace so far; undefined until there is one. */
  secondsLeft: number | undefined;
  /** False where a closed tab would lose what was done. */
  isKept: boolean;
};

/** People worked on at the same time. */
const AT_ONCE = 4;
/** Tries of one call at an API that answers with errors; a lost connection is waited for however long. */
const TRIES = 6;
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

class SignedOut extends Error {}

/** Carries out a plan: each deletion is sent until it is known to be done, and recorded once. */
export class Run {
  readonly plan: Plan;
  readonly #calls: Calls;
  readonly #budget: Budget;
  readonly #ledger: Ledger;
  readonly #outcomes: Map<string, Outcome>;
  readonly #finished: Set<number>;
  readonly #listeners = new Set<() => void>();
  #itemsDone: number;
  #stopping = new AbortController();
  #goOn: (() => void) | undefined;
  #pause: Promise<void> | undefined;
  #began = { at: 0, done: 0 };
  #state: RunState;

  constructor(plan: Plan, progress: Progress, calls: Calls, budget: Budget, ledger: Ledger) {
    this.plan = plan;
    this.#calls = calls;
    this.#budget = budget;
    this.#ledger = ledger;
    this.#outcomes = new Map(progress.outcomes.map((outcome) => [keyOf(outcome), outcome]));
    this.#itemsDone = progress.outcomes.filter(({ isDone }) => isDone).length;
    this.#finished = new Set(progress.finished);
    this.#state = {
      status: 'running',
      waitingFor: undefined,
      people: plan.people.length,
      peopleDone: 0,
      itemsDone: 0,
      failures: 0,
      secondsLeft: undefined,
      isKept: true,
    };
    this.#show({});
  }

  readonly getState = (): RunState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The people with whom it is through. */
  get finished(): ReadonlySet<number> {
    return this.#finished;
  }

  getOutcomes(): Outcome[] {
    return [...this.#outcomes.values()];
  }

  /** Works until all is done, or it is stopped. Resolves when nothing is under way any more. */
  async start(): Promise<void> {
    this.#stopping = new AbortController();
    this.#began = { at: performance.now(), done: this.#finished.size };
    this.#show({ status: 'running' });
    const queue = this.plan.people.filter(({ id }) => !this.#finished.has(id));
    const work = async () => {
      for (let person = queue.shift(); person; person = queue.shift()) await this.#process(person);
    };
    const workers = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
    const broken = workers.find((worker) => worker.status === 'rejected');
    if (!broken) this.#show({ status: 'finished', waitingFor: undefined });
    else this.#show({ status: broken.reason instanceof SignedOut ? 'signed-out' : 'stopped', waitingFor: undefined });
  }

  pause(): void {
    this.#pause ??= new Promise((resolve) => {
      this.#goOn = resolve;
    });
    this.#show({ status: 'paused' });
  }

  resume(): void {
    this.#goOn?.();
    this.#pause = undefined;
    this.#began = { at: performance.now(), done: this.#finished.size };
    this.#show({ status: 'running' });
  }

  /** Finishes what is under way, and starts nothing new. */
  stop(): void {
    this.#stopping.abort(new DOMException('stopped', 'AbortError'));
    this.#goOn?.();
    this.#pause = undefined;
  }

  /** Takes up again what failed. */
  async retryFailed(): Promise<void> {
    for (const [key, { isDone, personId }] of this.#outcomes) {
      if (isDone) continue;
      this.#outcomes.delete(key);
      this.#finished.delete(personId);
    }
    await this.start();
  }

  async #process(person: PlannedPerson): Promise<void> {
    const { work } = this.plan;
    try {
      if (work !== 'keys') {
        for (const { id, browser, operating_system } of await this.#until(() => this.#calls.readDevices(person.id))) {
          const label = [browser, operating_system].filter(Boolean).join(', ');
          await this.#remove(person, { kind: 'device', itemId: id, label });
        }
      }
      if (work !== 'devices') {
        for (const { id, type } of await this.#until(() => this.#calls.readKeys(person.id))) {
          await this.#remove(person, { kind: 'key', itemId: id, label: type?.description ?? '' });
        }
      }
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      await this.#record(person, { kind: 'person', itemId: person.id, label: '' }, error);
    }
    this.#finished.add(person.id);
    const kept = await this.#ledger.finish(this.plan, person.id);
    this.#show({ isKept: kept });
  }

  async #remove(person: PlannedPerson, item: Pick<Outcome, 'kind' | 'itemId' | 'label'>): Promise<void> {
    if (this.#outcomes.get(keyOf({ personId: person.id, ...item }))?.isDone) return;
    const remove = item.kind === 'device' ? this.#calls.revokeDevice : this.#calls.deleteKey;
    try {
      await this.#until(() => remove(person.id, item.itemId));
      await this.#record(person, item);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      await this.#record(person, item, error);
    }
  }

  async #record(
    person: PlannedPerson,
    item: Pick<Outcome, 'kind' | 'itemId' | 'label'>,
    error?: ApiError,
  ): Promise<void> {
    const outcome: Outcome = {
      personId: person.id,
      ...item,
      isDone: error === undefined,
      ...(error && { status: error.status, token: error.token, reason: error.reason ?? error.kind }),
      at: Date.now(),
    };
    if (outcome.isDone) this.#itemsDone += 1;
    this.#outcomes.set(keyOf(outcome), outcome);
    const kept = await this.#ledger.record(this.plan, outcome);
    this.#show({ isKept: kept });
  }

  /** Sends one call until the API has answered it: waits for the limit, for the connection, and out of errors. */
  async #until<T>(call: () => Promise<T>): Promise<T> {
    const { signal } = this.#stopping;
    for (let attempt = 1; ; attempt += 1) {
      await this.#pause;
      await this.#budget.take(signal);
      try {
        const answer = await call();
        if (this.#state.waitingFor) this.#show({ waitingFor: undefined });
        return answer;
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        if (error.kind === 'signed-out') throw new SignedOut();
        const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (attempt - 1)) * (0.5 + Math.random());
        if (error.kind === 'rate-limited') {
          this.#budget.hold(error.retryAfter ?? wait / 1_000);
          this.#show({ waitingFor: 'limit' });
        } else if (['offline', 'network', 'timeout'].includes(error.kind)) {
          this.#show({ waitingFor: 'connection' });
          await sleep(wait, signal);
        } else if (['server', 'unreadable'].includes(error.kind) && attempt < TRIES) await sleep(wait, signal);
        else throw error;
      }
    }
  }

  #show(change: Partial<RunState>): void {
    const peopleDone = this.#finished.size;
    const elapsed = (performance.now() - this.#began.at) / 1_000;
    const pace = (peopleDone - this.#began.done) / elapsed;
    this.#state = {
      ...this.#state,
      ...change,
      isKept: (change.isKept ?? true) && this.#state.isKept,
      peopleDone,
      itemsDone: this.#itemsDone,
      failures: this.#outcomes.size - this.#itemsDone,
      secondsLeft: pace > 0 ? Math.ceil((this.plan.people.length - peopleDone) / pace) : undefined,
    };
    for (const listener of this.#listeners) listener();
  }
}
