/** Milliseconds for which a browser's storage may hold up who wants to sign out. */
export const STORAGE_PATIENCE = 1_000;

/** Forgets a job that was cut short; its code and the storage's load only where there is one. Never fails. */
export async function discardPlan(owner: string): Promise<void> {
  const discarding = import('../../revocation/plans.ts').then(({ planStore }) => planStore.remove(owner));
  await Promise.race([
    discarding.catch(() => undefined),
    new Promise((resolve) => setTimeout(resolve, STORAGE_PATIENCE)),
  ]);
}
