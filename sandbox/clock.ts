/** A world's own time: runs at the pace of the machine's clock, from wherever it was set. */
export class Clock {
  #offset = 0;

  /** Milliseconds since 1970. */
  now(): number {
    return Date.now() + this.#offset;
  }

  /** Whole seconds since 1970, as JWTs and RFC 6238 count. */
  seconds(): number {
    return Math.floor(this.now() / 1000);
  }

  advance(seconds: number): void {
    this.#offset += seconds * 1000;
  }

  set(instant: Date): void {
    this.#offset = instant.getTime() - Date.now();
  }
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** `2014-09-27T08:03:00+0000`: one of the two forms of date the API is seen to use (users, devices, events). */
export function dateWithOffset(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19)}+0000`;
}

/** `2021-11-04T12:51:40.100Z`: the other form (keys). */
export function dateWithMilliseconds(instant: number): string {
  return new Date(instant).toISOString();
}
