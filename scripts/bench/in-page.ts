/** What a page tells about itself, in milliseconds since it began to load. */
export interface Seen {
  /** When a password can be typed. */
  field: number;
  /** When the page showed its data, after the last click if there was one. */
  shown: number;
  clicked: number;
  /** Layout shift. */
  shifts: number;
  longTasks: number[];
  /** When each interaction began and how long it waited for a frame, by its number. */
  interactions: Record<number, { start: number; wait: number }>;
}

/**
 * Runs in a page before its own scripts.
 * @param data selector of what is there once the page's data is; without it nobody looks
 */
export function observe(data: string | undefined): void {
  const seen: Seen = { field: 0, shown: 0, clicked: 0, shifts: 0, longTasks: [], interactions: {} };
  Object.assign(globalThis, { seen });
  type Entry = PerformanceEntry & { value: number; interactionId: number };
  const watch = (type: string, note: (entry: Entry) => void) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) note(entry as Entry);
    }).observe({ type, buffered: true, ...(type === 'event' && { durationThreshold: 16 }) });
  watch('layout-shift', ({ value }) => {
    seen.shifts += value;
  });
  watch('longtask', ({ duration }) => seen.longTasks.push(duration));
  watch('event', ({ interactionId, startTime, duration }) => {
    const { start = startTime, wait = 0 } = seen.interactions[interactionId] ?? {};
    if (interactionId) seen.interactions[interactionId] = { start, wait: Math.max(wait, duration) };
  });
  addEventListener(
    'click',
    () => {
      seen.clicked = performance.now();
      seen.shown = 0;
    },
    true,
  );
  if (!data) return;
  const look = () => {
    if (seen.field === 0 && document.querySelector('input[type="password"]')) seen.field = performance.now();
    const isShown = document.querySelector(data) && !document.querySelector('main [aria-busy="true"]');
    if (seen.shown === 0 && isShown) seen.shown = performance.now();
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Scrolls to the end of the page, a part in each frame. @returns milliseconds between the frames */
export async function scrollThrough(): Promise<number[]> {
  const frame = () => new Promise<number>(requestAnimationFrame);
  const gaps: number[] = [];
  let before = await frame();
  for (let count = 0; count < 180; count++) {
    scrollBy(0, 60);
    const now = await frame();
    gaps.push(now - before);
    before = now;
  }
  return gaps;
}
