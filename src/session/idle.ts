import { noteUse, secondsUntilLock } from './last-use.ts';
import { getSession, isUsedElsewhere, lock, markActive, subscribe } from './session.ts';

/** Seconds before the lock at which the warning shows. */
const WARN_AHEAD = 60;
/** Milliseconds between two marks that somebody is there, for storage and other tabs. */
const MARK_EVERY = 5_000;
/** `click` comes alone where a screen reader or voice control presses a button. */
const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'wheel', 'touchstart', 'click'] as const;

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
    noteUse();
  };
}

/** Watches for key presses and taps, warns, and locks the session; called once at start. */
export function watchIdle(): void {
  for (const sign of SIGNS_OF_LIFE) {
    addEventListener(sign, noteActivity, { capture: true, passive: sign === 'wheel' || sign === 'touchstart' });
  }
  subscribe(() => {
    if (getSession().state !== 'signed-in') show(undefined);
  });
  setInterval(check, 1_000);
  document.addEventListener('visibilitychange', check);
}

function noteActivity(event: Event): void {
  if (getSession().state !== 'signed-in') return;
  // A key pressed after the time was up must not open what should have locked.
  if (secondsUntilLock() <= 0) {
    swallow(event);
    void check();
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
  noteUse();
  show(undefined);
  // By the clock that is never set back: else nobody would hear of this tab until the other one has caught up.
  if (performance.now() - lastMark < MARK_EVERY) return;
  lastMark = performance.now();
  // The press itself is answered first.
  setTimeout(markActive);
}

async function check(): Promise<void> {
  if (getSession().state !== 'signed-in') return;
  // Work that goes on keeps the session open, but not over a sleep: nobody was there, and nothing went on.
  if (holds > 0 && secondsUntilLock() > 0) beActive();
  const left = secondsUntilLock();
  show(left <= WARN_AHEAD ? Math.max(0, Math.ceil(left)) : undefined);
  if (left <= 0 && !(await isUsedElsewhere()) && secondsUntilLock() <= 0) lock('idle');
}

function show(next: number | undefined): void {
  if (next === secondsLeft) return;
  secondsLeft = next;
  for (const listener of listeners) listener();
}
