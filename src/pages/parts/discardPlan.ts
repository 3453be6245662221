/** Forgets a job that was cut short; its code and the storage's load only where there is one. */
export async function discardPlan(owner: string): Promise<void> {
  const { planStore } = await import('../../revocation/plans.ts');
  await planStore.remove(owner);
}
