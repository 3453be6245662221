import { idleMinutes } from '../settings.ts';

type Moment = { wall: number; monotonic: number };

let lastUse = now();

/** Notes that somebody is there, in this tab or in another. */
export function noteUse(): void {
  lastUse = now();
}

/** When somebody was last there: milliseconds since 1970 by this computer's clock. */
export function lastUsedAt(): number {
  return lastUse.wall;
}

/** Seconds after which the session must lock; none left, or less, where it should have. */
export function secondsUntilLock(): number {
  const { wall, monotonic } = now();
  // By whichever clock has gone further: one stands still in sleep, the other can be set back.
  return idleMinutes * 60 - Math.max(wall - lastUse.wall, monotonic - lastUse.monotonic) / 1_000;
}

function now(): Moment {
  return { wall: Date.now(), monotonic: performance.now() };
}
