/** A timer that is due at a moment of the virtual time. */
type Timer = { id: number; at: number; run: () => void };

/** Turns of the loop in which promises and streams settle, before time may move. */
const QUIET = 12;

let busy = 0;

/** Time stands still while this is done: what answers at once in a test must not time out. */
export async function withTimeStanding<T>(work: () => Promise<T>): Promise<T> {
  busy += 1;
  try {
    return await work();
  } finally {
    busy -= 1;
  }
}

/** Lets hours pass in seconds: time moves to the next timer as soon as nothing else is to be done. */
export function startVirtualClock(): void {
  const begin = Date.now();
  const realImmediate = setImmediate;
  let now = 0;
  let lastId = 0;
  let timers: Timer[] = [];

  Date.now = () => Math.floor(begin + now);
  performance.now = () => now;
  Object.assign(globalThis, {
    setTimeout: (run: () => void, milliseconds = 0) => {
      lastId += 1;
      timers.push({ id: lastId, at: now + Math.max(0, milliseconds), run });
      return lastId;
    },
    clearTimeout: (id: number) => {
      timers = timers.filter((timer) => timer.id !== id);
    },
  });

  let quietTurns = 0;
  const turn = () => {
    quietTurns = busy > 0 ? 0 : quietTurns + 1;
    const next = timers.reduce<Timer | undefined>(
      (first, timer) => (!first || timer.at < first.at ? timer : first),
      undefined,
    );
    if (quietTurns > QUIET && next) {
      quietTurns = 0;
      timers = timers.filter(({ id }) => id !== next.id);
      now = Math.max(now, next.at);
      next.run();
    }
    realImmediate(turn);
  };
  turn();
}
