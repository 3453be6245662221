import { idleMinutes } from '../settings.ts';
import { getSession, lock, markActive, onActivityElsewhere, subscribe } from './session.ts';

/** Seconds before the lock at which the warning shows. */
const WARN_AHEAD = 60;
/** Milliseconds between two marks that somebody is there, for storage and other tabs. */
const MARK_EVERY = 5_000;
/** `click` comes alone where a screen reader or voice control presses a button. */
const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'wheel', 'touchstart', 'click'] as const;

type Moment = { wall: number; monotonic: number };

let lastActive = now();
let lastMark = Number.NEGATIVE_INFINITY;
let secondsLeft: number | undefined;
let holds = 0;
const listeners = new Set<() => void>();

/** Seconds until the session locks, while the warning should show; undefined otherwise. */
export function getIdleWarning(): number | undefined {
  return secondsLeft;
}

export function subscribeToIdleWarning(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Keeps the session open while work goes on that nobody has to watch. @returns the way to end that */
export function holdIdleLock(): () => void {
  holds += 1;
  let held = true;
  return () => {
    if (held) holds -= 1;
    held = false;
    restart();
  };
}

/** Watches for key presses and taps, warns, and locks the session; called once at start. */
export function watchIdle(): void {
  for (const sign of SIGNS_OF_LIFE) {
    addEventListener(sign, noteActivity, { capture: true, passive: sign === 'wheel' || sign === 'touchstart' });
  }
  onActivityElsewhere(() => restart());
  subscribe(() => {
    if (getSession().state !== 'signed-in') show(undefined);
  });
  let signedIn = getSession().state === 'signed-in';
  subscribe(() => {
    const before = signedIn;
    signedIn = getSession().state === 'signed-in';
    if (signedIn && !before) restart();
  });
  setInterval(check, 1_000);
  document.addEventListener('visibilitychange', check);
}

function noteActivity(event: Event): void {
  if (getSession().state !== 'signed-in') return;
  // A key pressed after the time was up must not open what should have locked.
  check();
  if (getSession().state !== 'signed-in') {
    swallow(event);
    return;
  }
  if (secondsLeft !== undefined) {
    // The warning must not vanish under a finger: the rest of the tap would hit what lies below. Its click answers.
    if (event.type === 'pointerdown' || event.type === 'touchstart') return;
    swallow(event);
  }
  beActive();
}

/** What answers the warning, or meets the lock, does nothing else: no button below gets the key, no dialog closes. */
function swallow(event: Event): void {
  if (event.type !== 'keydown' && event.type !== 'click') return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Starts the time anew, here and in other tabs. */
function beActive(): void {
  restart();
  // By the clock that is never set back: else nobody would hear of this tab until the other one has caught up.
  if (lastActive.monotonic - lastMark < MARK_EVERY) return;
  lastMark = lastActive.monotonic;
  markActive(lastActive.wall);
}

function restart(): void {
  lastActive = now();
  show(undefined);
}

function check(): void {
  if (getSession().state !== 'signed-in') return;
  if (holds > 0) beActive();
  const left = idleMinutes * 60 - secondsSince(lastActive);
  if (left <= 0) lock('idle');
  else show(left <= WARN_AHEAD ? Math.ceil(left) : undefined);
}

/** By whichever clock has gone further: one stands still in sleep, the other can be set back. */
function secondsSince(then: Moment): number {
  const { wall, monotonic } = now();
  return Math.max(wall - then.wall, monotonic - then.monotonic) / 1_000;
}

function now(): Moment {
  return { wall: Date.now(), monotonic: performance.now() };
}

function show(next: number | undefined): void {
  if (next === secondsLeft) return;
  secondsLeft = next;
  for (const listener of listeners) listener();
}
