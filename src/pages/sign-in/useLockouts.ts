import { useEffect, useState } from 'react';
import { ApiError } from '../../api/errors.ts';

/** Seconds for which three failures in a row lock an account, at most. */
const LOCKOUT = 300;
const FAILURES_TO_LOCK = 3;

type Account = { failures: number; lockedUntil: number | undefined };
const NO_FAILURE: Account = { failures: 0, lockedUntil: undefined };

/** What this page has seen of accounts: failures in a row, and locks. */
export type Lockouts = {
  /** Seconds that the account is locked for at most, counting down; 0 when it is not, as far as is known here. */
  secondsLeft: (username: string) => number;
  /** True when the next failure will lock the account. */
  isLastTry: (username: string) => boolean;
  /** Runs a sign-in step and keeps count of how it ends. */
  watch: <T>(username: string, step: () => Promise<T>) => Promise<T>;
};

export function useLockouts(): Lockouts {
  const [accounts, setAccounts] = useState<ReadonlyMap<string, Account>>(new Map());
  const [now, setNow] = useState(() => performance.now());

  const ticking = [...accounts.values()].some(({ lockedUntil }) => lockedUntil !== undefined && lockedUntil > now);
  useEffect(() => {
    if (!ticking) return;
    const timer = setInterval(() => setNow(performance.now()), 1_000);
    return () => clearInterval(timer);
  }, [ticking]);

  const accountOf = (username: string) => accounts.get(keyOf(username)) ?? NO_FAILURE;
  const set = (username: string, change: (account: Account) => Account) =>
    setAccounts((all) => {
      const key = keyOf(username);
      return new Map(all).set(key, change(all.get(key) ?? NO_FAILURE));
    });

  return {
    secondsLeft: (username) => {
      const { lockedUntil } = accountOf(username);
      return lockedUntil === undefined ? 0 : Math.max(0, Math.ceil((lockedUntil - now) / 1_000));
    },
    isLastTry: (username) => accountOf(username).failures === FAILURES_TO_LOCK - 1,
    watch: async (username, step) => {
      try {
        // A right password does not end the row here: wrong codes may follow, and go on counting.
        return await step();
      } catch (error) {
        if (error instanceof ApiError && isLock(error, accountOf(username).failures)) {
          const lockedAt = performance.now();
          setNow(lockedAt);
          const seconds = Math.min(error.retryAfter ?? LOCKOUT, LOCKOUT);
          set(username, () => ({ failures: 0, lockedUntil: lockedAt + seconds * 1_000 }));
        } else if (error instanceof ApiError && error.status === 401) {
          set(username, (account) => ({ ...account, failures: account.failures + 1 }));
        }
        throw error;
      }
    },
  };
}

/**
 * Told apart from a network that asked too often: the lock has a token of its own with 401. A bare 429 can be either;
 * it is the account's when this page has just seen it fail three times.
 */
function isLock({ kind, status }: ApiError, failures: number): boolean {
  return kind === 'locked' || (status === 429 && failures >= FAILURES_TO_LOCK);
}

function keyOf(username: string): string {
  return username.trim().toLowerCase();
}
