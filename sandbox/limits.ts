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

function limitsOf({ rate_limits: limits }: Settings) {
  if (limits === false) return undefined;
  return limits === true ? PUBLISHED : limits;
}

/** 2,000 requests in 5 minutes over everything and 100 on authenticate; 429 beyond. Source: section "Limits". */
export const limitRate: MiddlewareHandler<SandboxEnv> = async (c, next) => {
  const { settings, limits, clock } = c.get('world');
  const allowed = limitsOf(settings);
  const wait = allowed && limits.admit(allowed, c.req.path === '/api/v1/authenticate', clock.now());
  if (wait === undefined) return next();
  if (settings.retry_after) c.header('Retry-After', String(wait));
  throw refuse(429, 'TooManyRequests', 'Too many requests');
};
