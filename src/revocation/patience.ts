import { ApiError } from '../api/errors.ts';
import { type Budget, sleep } from './budget.ts';

/** Tries of one call at an API that answers with errors, or answers others and never this one. */
const TRIES = 6;
/** Where somebody looks on, who had better hear of it soon, and can try again. */
const TRIES_WATCHED = 2;
/** Milliseconds. */
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;
/** Seconds; a `Retry-After` beyond is a mistake, or nothing that anybody waits for. */
const LONGEST_HOLD = 600;

export type WaitingFor = 'connection' | 'limit';

type Waits = {
  signal: AbortSignal;
  /** Resolves when another try may be made: at once, or when a pause is over. */
  ready?: (() => Promise<void> | undefined) | undefined;
  onWait?: ((waitingFor: WaitingFor | undefined) => void) | undefined;
};

/** Sends calls within the budget until the API has answered them: waits for its limit, for the connection, and out of errors. */
export class Patience {
  readonly #budget: Budget;
  readonly #isWatched: boolean;
  /** Calls that the API has answered, whatever it said. */
  #answered = 0;

  constructor(budget: Budget, { isWatched = false } = {}) {
    this.#budget = budget;
    this.#isWatched = isWatched;
  }

  /**
   * @throws ApiError what the API answers to it in the end; or that it never answers this call, though it does others
   * @throws AbortError when `signal` says so
   */
  async send<T>(call: () => Promise<T>, { signal, ready, onWait }: Waits): Promise<T> {
    const tries = { limited: 0, unanswered: 0, failed: 0 };
    const most = this.#isWatched ? TRIES_WATCHED : TRIES;
    const answeredBefore = this.#answered;
    for (;;) {
      await ready?.();
      await this.#budget.take(signal);
      try {
        const answer = await call();
        this.#answered += 1;
        onWait?.(undefined);
        return answer;
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        const what = whatHappened(error);
        if (what !== 'unanswered') this.#answered += 1;
        if (what === 'refused') throw error;
        tries[what] += 1;
        const othersAreAnswered = this.#answered - answeredBefore >= most;
        const isHopeless = what === 'failed' || (what === 'unanswered' && (this.#isWatched || othersAreAnswered));
        if (isHopeless && tries[what] >= most) throw error;
        const wait = backoff(tries[what]);
        if (what !== 'failed') onWait?.(what === 'limited' ? 'limit' : 'connection');
        if (what === 'limited') this.#budget.hold(clamp(error.retryAfter ?? 0, wait / 1_000, LONGEST_HOLD));
        else await sleep(wait, signal);
      }
    }
  }
}

function whatHappened({ kind }: ApiError): 'limited' | 'unanswered' | 'failed' | 'refused' {
  if (kind === 'rate-limited') return 'limited';
  if (kind === 'offline' || kind === 'network' || kind === 'timeout') return 'unanswered';
  return kind === 'server' || kind === 'unreadable' ? 'failed' : 'refused';
}

/** Milliseconds to wait after so many tries, with jitter, so that many tabs do not come back at once. */
function backoff(tries: number): number {
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (tries - 1)) * (0.5 + Math.random());
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
