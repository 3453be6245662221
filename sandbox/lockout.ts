import { MINUTE } from './clock.ts';

const FAILURES_ALLOWED = 3;
/** How long an account stays locked, in milliseconds. */
const LOCKED_FOR = 5 * MINUTE;

interface Failures {
  count: number;
  lockedUntil: number;
}

/**
 * Three failures in a row, of the first or the second step, lock an account for five minutes. Counted per address, so
 * that one which no user has behaves the same and tells nothing.
 */
export class Lockout {
  #failures = new Map<string, Failures>();

  isLocked(username: string, now: number): boolean {
    return (this.#failures.get(username.toLowerCase())?.lockedUntil ?? 0) > now;
  }

  /** Counts a failure; answers whether it is the one that locks. */
  countFailure(username: string, now: number): boolean {
    const key = username.toLowerCase();
    const before = this.#failures.get(key);
    const begunAnew = !before || (before.lockedUntil > 0 && before.lockedUntil <= now);
    const count = begunAnew ? 1 : before.count + 1;
    const locks = count >= FAILURES_ALLOWED;
    this.#failures.set(key, { count, lockedUntil: locks ? now + LOCKED_FOR : 0 });
    return locks;
  }

  reset(username: string): void {
    this.#failures.delete(username.toLowerCase());
  }
}
