import type { MiddlewareHandler } from 'hono';
import { MINUTE } from './clock.ts';
import type { SandboxEnv } from './environment.ts';
import { refuse } from './errors.ts';
import type { Settings } from './settings.ts';

const WINDOW = 5 * MINUTE;
const PUBLISHED = { all: 2_000, authenticate: 100 };

/** Requests of the last five minutes; a world stands for one network address. */
export class RateLimits {
  #all: number[] = [];
  #authenticate: number[] = [];

  /**
   * Counts a request at `now` (milliseconds). Undefined when it is within the limits, else in how many seconds the
   * oldest request leaves the window. A refused request isn't counted.
   */
  admit(limits: { all: number; authenticate: number }, isAuthenticate: boolean, now: number): number | undefined {
    this.#all = this.#all.filter((at) => at > now - WINDOW);
    this.#authenticate = this.#authenticate.filter((at) => at > now - WINDOW);
    const full = [
      ...(this.#all.length >= limits.all ? [this.#all[this.#all.length - limits.all]] : []),
      ...(isAuthenticate && this.#authenticate.length >= limits.authenticate
        ? [this.#authenticate[this.#authenticate.length - limits.authenticate]]
        : []),
    ];
    if (full.length > 0)
      return Math.max(1, Math.ceil((Math.max(...full.map((at) => at ?? now)) + WINDOW - now) / 1000));
    this.#all.push(now);
    if (isAuthenticate) this.#authenticate.push(now);
    return undefined;
  }
}

/** So many requests at once, and then so many a second (a token bucket). */
export class Pace {
  #tokens: number | undefined;
  #filledAt = 0;

  /** Undefined when a request at `now` (milliseconds) may pass, else in how many seconds the next one may. */
  admit({ per_second, burst }: { per_second: number; burst: number }, now: number): number | undefined {
    const filled = ((now - this.#filledAt) / 1_000) * per_second;
    this.#tokens = Math.min(burst, (this.#tokens ?? burst) + filled);
    this.#filledAt = now;
    if (this.#tokens < 1) return Math.max(1, Math.ceil((1 - this.#tokens) / per_second));
    this.#tokens -= 1;
    return undefined;
  }
}

function limitsOf({ rate_limits: limits }: Settings) {
  if (limits === false) return undefined;
  return limits === true ? PUBLISHED : limits;
}

/** 2,000 requests in 5 minutes over everything and 100 on authenticate; 429 beyond. Source: section "Limits". */
export const limitRate: MiddlewareHandler<SandboxEnv> = async (c, next) => {
  const { settings, limits, pace, clock } = c.get('world');
  const allowed = limitsOf(settings);
  const wait =
    (settings.pace && pace.admit(settings.pace, clock.now())) ||
    (allowed && limits.admit(allowed, c.req.path === '/api/v1/authenticate', clock.now()));
  if (!wait) return next();
  if (settings.retry_after) c.header('Retry-After', String(wait));
  throw refuse(429, 'TooManyRequests', 'Too many requests');
};
