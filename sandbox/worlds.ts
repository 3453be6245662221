import type { MiddlewareHandler } from 'hono';
import type { SandboxEnv } from './environment.ts';
import type { Roster } from './roster.ts';
import { World } from './world.ts';

const WORLDS_KEPT = 500;
const DEFAULT = 'default';

/** The worlds of a sandbox by name; the least recently used ones past 500 are dropped. */
export class Worlds {
  readonly #worlds = new Map<string, World>();
  readonly #roster: Roster;
  readonly #log: ((line: string) => void) | undefined;

  constructor(roster: Roster, log?: (line: string) => void) {
    this.#roster = roster;
    this.#log = log;
  }

  /** The world of this name, freshly seeded when it is first named. Only the default world logs its mail. */
  named(name = DEFAULT): World {
    const world = this.#worlds.get(name) ?? new World(this.#roster, name === DEFAULT ? this.#log : undefined);
    // A Map keeps the order of insertion: taken out and put back is most recently used.
    this.#worlds.delete(name);
    this.#worlds.set(name, world);
    const [oldest] = this.#worlds.keys();
    if (this.#worlds.size > WORLDS_KEPT && oldest !== undefined) this.#worlds.delete(oldest);
    return world;
  }

  forget(name = DEFAULT): void {
    this.#worlds.delete(name);
  }
}

/** Picks the world that `X-Sandbox-World` names, and dates the answer by that world's clock. */
export function enterWorld(worlds: Worlds): MiddlewareHandler<SandboxEnv> {
  return async (c, next) => {
    const world = worlds.named(c.req.header('X-Sandbox-World'));
    c.set('world', world);
    await next();
    c.header('Date', new Date(world.clock.now()).toUTCString());
  };
}
