import { forget, readStored, store } from '../session/storage.ts';

/** The window over which the API counts an address's requests. */
const WINDOW = 300_000;
/** Requests are counted in slices of so many milliseconds: exact enough, and small enough to keep. */
const SLICE = 5_000;
/** How often a tab looks again whether a request fits that did not. */
const LOOK_AGAIN = 1_000;

/** A little slower than the limit: two clocks never agree to the millisecond, and each refusal costs a request. */
const MARGIN = 1.02;

type Slices = Record<string, number>;

export type BudgetLimits = {
  /** Requests in any five minutes that this browser may send. */
  perWindow: number;
  /** Requests that may go out at once, before the pace applies. */
  burst: number;
  /** Milliseconds between two requests after that. */
  pace: number;
};

/**
 * What the API's limits leave to this browser: a burst, and a share of the requests that an address may send in any
 * five minutes. Every request of every tab counts, whoever sent it.
 */
export class Budget {
  readonly #limits: BudgetLimits;
  /** Each tab keeps its own count where the others can read it, so that no two write the same. */
  readonly #prefix: string;
  readonly #mine: string;
  #slices: Slices = {};
  /** When this tab sent its own, by the clock that nobody sets: a step of the other one must not empty the window. */
  #sent: number[] = [];
  #reserved = 0;
  #tokens: number;
  #filledAt = performance.now();
  #heldUntil = 0;

  /** @param name tells portals of different APIs apart that share an origin */
  constructor(name: string, limits: BudgetLimits) {
    this.#limits = { ...limits, pace: limits.pace * MARGIN };
    this.#prefix = `${name}:requests:`;
    // Not crypto.randomUUID, which plain http has not: there the sign-in page has to say so.
    this.#mine = `${this.#prefix}${Math.random().toString(36).slice(2)}`;
    this.#tokens = limits.burst;
    for (const key of this.#keysOfOthers()) {
      if (total(inWindow(asSlices(readStored('localStorage', key)))) === 0) forget('localStorage', key);
    }
  }

  /** Notes a request that is being sent, unless a place was taken for it. */
  count(): void {
    if (this.#reserved > 0) this.#reserved -= 1;
    else this.#note();
  }

  /** Waits until a request fits, and takes its place. @throws AbortError when `signal` says so */
  async take(signal: AbortSignal): Promise<void> {
    for (;;) {
      signal.throwIfAborted();
      const wait = this.#wait();
      if (wait <= 0) break;
      await sleep(Math.min(Math.ceil(wait), LOOK_AGAIN), signal);
    }
    this.#tokens -= 1;
    this.#reserved += 1;
    this.#note();
  }

  /** Nobody takes a place for so many seconds: the API has said that it is too much. */
  hold(seconds: number): void {
    this.#heldUntil = Math.max(this.#heldUntil, performance.now() + seconds * 1_000);
  }

  /** Requests that would still fit into the window. */
  left(): number {
    return Math.max(0, this.#limits.perWindow - this.#used());
  }

  /** Milliseconds for which so many requests keep busy at the pace that the limits allow. */
  timeFor(requests: number): number {
    const beyond = Math.max(0, requests - this.left());
    const perWindow = Math.max(1, this.#limits.perWindow);
    return Math.max(requests * this.#limits.pace, Math.ceil(beyond / perWindow) * WINDOW);
  }

  #wait(): number {
    const now = performance.now();
    const { burst, pace } = this.#limits;
    this.#tokens = Math.min(burst, this.#tokens + (now - this.#filledAt) / pace);
    this.#filledAt = now;
    const forBurst = this.#tokens >= 1 ? 0 : (1 - this.#tokens) * pace;
    return Math.max(this.#heldUntil - now, forBurst, this.left() > 0 ? 0 : LOOK_AGAIN);
  }

  #note(): void {
    const now = performance.now();
    this.#sent = [...this.#sent.filter((at) => now - at <= WINDOW), now];
    const slice = String(Math.floor(Date.now() / SLICE));
    this.#slices = { ...inWindow(this.#slices), [slice]: (this.#slices[slice] ?? 0) + 1 };
    store('localStorage', this.#mine, this.#slices);
  }

  #used(): number {
    const others = this.#keysOfOthers().map((key) => asSlices(readStored('localStorage', key)));
    const mine = this.#sent.filter((at) => performance.now() - at <= WINDOW).length;
    return others.reduce((sum, slices) => sum + total(inWindow(slices)), mine);
  }

  #keysOfOthers(): string[] {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(this.#prefix) && key !== this.#mine);
    } catch {
      // Blocked storage: this tab knows of its own requests alone.
      return [];
    }
  }
}

/** What was sent in the last five minutes; a clock that was set back must not make more of it. */
function inWindow(slices: Slices): Slices {
  const now = Date.now();
  return Object.fromEntries(
    Object.entries(slices).filter(([slice]) => Math.abs(now - Number(slice) * SLICE) <= WINDOW),
  );
}

function total(slices: Slices): number {
  return Object.values(slices).reduce((sum, count) => sum + count, 0);
}

function asSlices(stored: unknown): Slices {
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(Object.entries(stored).filter(([, count]) => typeof count === 'number'));
}

/** @throws AbortError when `signal` says so */
export function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', stop, { once: true });
  });
}
