import type { WaitingFor } from './patience.ts';

/** What a run tells of itself while it works. */
export type RunState = {
  status: 'running' | 'paused' | 'stopped' | 'finished' | 'signed-out';
  /** What it waits for, while it does. */
  waitingFor: WaitingFor | 'other-tab' | 'other-job' | undefined;
  people: number;
  peopleDone: number;
  itemsDone: number;
  failures: number;
  /** Estimated from the pace so far; undefined until there is one. */
  secondsLeft: number | undefined;
  /** False where a closed tab would lose what was done. */
  isKept: boolean;
};
