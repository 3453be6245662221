/** Milliseconds for which storage, or the API, may hold up who wants to sign out. */
const PATIENCE = 1_000;

/** What comes of a task, where it comes in time; undefined where it is late or fails. */
export function inTime<T>(task: Promise<T>): Promise<T | undefined> {
  return Promise.race([
    task.catch(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE, undefined)),
  ]);
}

/** Forgets a job that was cut short; its code and the storage's load only where there is one. Never fails. */
export async function discardPlan(owner: string): Promise<void> {
  await inTime(import('../../revocation/plans.ts').then(({ planStore }) => planStore.remove(owner)));
}
