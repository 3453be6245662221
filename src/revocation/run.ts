import { ApiError } from '../api/errors.ts';
import type { Rows } from '../api/tolerant.ts';
import type { Budget } from './budget.ts';
import { Patience } from './patience.ts';
import { keyOf, type Outcome, type Plan, type PlannedPerson, type Progress } from './plan.ts';
import type { Calls, Ledger } from './ports.ts';
import type { RunState } from './run-state.ts';

/** People worked on at the same time. */
const AT_ONCE = 4;
class SignedOut extends Error {}

/** Carries out a plan: each deletion is sent until it is known to be done, and recorded once. */
export class Run {
  readonly plan: Plan;
  readonly #calls: Calls;
  readonly #patience: Patience;
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
    this.#patience = new Patience(budget);
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

  /** Gets ready to work: from now on it shows as running, and can be stopped before it has begun. */
  ready(): void {
    this.#stopping = new AbortController();
    this.#show({ status: 'running', waitingFor: undefined });
  }

  /** Works until all is done, or it is stopped. Resolves when nothing is under way any more. */
  async start(): Promise<void> {
    await this.#work(this.plan.people.filter(({ id }) => !this.#finished.has(id)));
  }

  /** Takes up again what failed, and nothing else. */
  async retryFailed(): Promise<void> {
    const failed = new Set<number>();
    for (const [key, { isDone, personId }] of this.#outcomes) {
      if (isDone) continue;
      this.#outcomes.delete(key);
      this.#finished.delete(personId);
      failed.add(personId);
    }
    await this.#work(this.plan.people.filter(({ id }) => failed.has(id)));
  }

  async #work(queue: PlannedPerson[]): Promise<void> {
    this.#began = { at: performance.now(), done: this.#finished.size };
    const work = async () => {
      for (let person = queue.shift(); person; person = queue.shift()) await this.#process(person);
    };
    const workers = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
    const broken = workers.find((worker) => worker.status === 'rejected');
    const isThrough = this.#finished.size === this.plan.people.length;
    const status = broken?.reason instanceof SignedOut ? 'signed-out' : isThrough ? 'finished' : 'stopped';
    this.#show({ status, waitingFor: undefined });
  }

  /** The browser would not keep the plan. */
  tellThatNothingIsKept(): void {
    this.#show({ isKept: false });
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

  /** Shows what was done earlier, and starts nothing: because that was asked for, or another tab or job comes first. */
  rest(waitingFor?: 'other-tab' | 'other-job'): void {
    this.#show({ status: 'stopped', waitingFor });
  }

  /** Finishes what is under way, and starts nothing new. */
  stop(): void {
    this.#stopping.abort(new DOMException('stopped', 'AbortError'));
    this.#goOn?.();
    this.#pause = undefined;
  }

  async #process(person: PlannedPerson): Promise<void> {
    const { work } = this.plan;
    let unreadable = 0;
    const read = async <T>(call: () => Promise<Rows<T>>): Promise<T[]> => {
      const rows = await this.#until(call);
      unreadable += rows.unreadable;
      return rows.rows;
    };
    try {
      if (work !== 'keys') {
        for (const { id, browser, operating_system } of await read(() => this.#calls.readDevices(person.id))) {
          const label = [browser, operating_system].filter(Boolean).join(', ');
          await this.#remove(person, { kind: 'device', itemId: id, label });
        }
      }
      if (work !== 'devices') {
        for (const { id, type } of await read(() => this.#calls.readKeys(person.id))) {
          await this.#remove(person, { kind: 'key', itemId: id, label: type?.description ?? '' });
        }
      }
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      await this.#record(person, { kind: 'person', itemId: person.id, label: '' }, failureOf(error));
    }
    // What has no readable number can't be deleted, and must not pass for gone.
    if (unreadable > 0) {
      await this.#record(person, { kind: 'person', itemId: person.id, label: '' }, { problem: 'unreadable' });
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
      await this.#record(person, item, failureOf(error));
    }
  }

  async #record(
    person: PlannedPerson,
    item: Pick<Outcome, 'kind' | 'itemId' | 'label'>,
    failure?: Pick<Outcome, 'problem' | 'status' | 'token' | 'reason'>,
  ): Promise<void> {
    const outcome: Outcome = {
      personId: person.id,
      ...item,
      isDone: failure === undefined,
      ...failure,
      at: Date.now(),
    };
    if (outcome.isDone) this.#itemsDone += 1;
    this.#outcomes.set(keyOf(outcome), outcome);
    const kept = await this.#ledger.record(this.plan, outcome);
    this.#show({ isKept: kept });
  }

  /** Sends one call until the API has answered it. */
  async #until<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await this.#patience.send(call, {
        signal: this.#stopping.signal,
        ready: () => this.#pause,
        onWait: (waitingFor) => {
          if (this.#state.waitingFor !== waitingFor) this.#show({ waitingFor });
        },
      });
    } catch (error) {
      if (error instanceof ApiError && error.kind === 'signed-out') throw new SignedOut();
      throw error;
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

function failureOf({
  kind,
  status,
  token,
  reason,
}: ApiError): Pick<Outcome, 'problem' | 'status' | 'token' | 'reason'> {
  return { problem: kind, status, token, reason };
}
