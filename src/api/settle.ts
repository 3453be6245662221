import { ApiError, isInDoubt } from './errors.ts';

/**
 * Carries out a write. Where its answer is lost, reading tells what became of it before anybody is told anything.
 * @param isDone reads whether the change is there
 * @throws ApiError of the write; `isUndone` where reading has shown that nothing came of it
 */
export async function settle(write: () => Promise<void>, isDone: () => Promise<boolean>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!isInDoubt(error)) throw error;
    const done = await isDone().catch(() => undefined);
    if (done === undefined) throw error;
    if (!done) throw new ApiError({ ...error, isUndone: true });
  }
}
