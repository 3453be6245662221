/**
 * Lets the browser paint the answer to a press before what it leads to begins: setting up a request or a navigation
 * takes longer than that may wait. Safari can't say when it has, and goes on at once.
 */
export async function answeredPress(): Promise<void> {
  await globalThis.scheduler?.yield?.();
}
