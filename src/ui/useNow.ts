import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let clock = Date.now;
let now = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** Gives relative times another clock than this computer's, which may be off by a year: the API's. */
export function setClock(source: () => number): void {
  clock = source;
  tick();
}

function tick() {
  now = clock();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, 60_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** React asks several times while it renders and wants one answer: the time only moves by the timer, or while nobody listens. */
function snapshot(): number {
  if (listeners.size === 0 && Math.abs(clock() - now) > 1000) now = clock();
  return now;
}

/** The time in milliseconds, fresh once a minute by one timer for everything on the page. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, snapshot);
}
