import { expect, test, vi } from 'vitest';
import { ApiError } from './errors.ts';
import { settle } from './settle.ts';

const fails = (kind: ApiError['kind']) => async () => {
  throw new ApiError({ kind });
};

test('a write whose answer is lost is done where reading shows it', async () => {
  await settle(fails('network'), async () => true);
});

test('it is undone where reading shows that, and says so', async () => {
  await expect(settle(fails('timeout'), async () => false)).rejects.toMatchObject({ kind: 'timeout', isUndone: true });
});

test('it stays in doubt where nothing can be read', async () => {
  const failure = settle(fails('server'), fails('network')).catch((error: unknown) => error);
  expect(await failure).toMatchObject({ kind: 'server' });
  expect(await failure).not.toMatchObject({ isUndone: true });
});

test('a refusal is told at once', async () => {
  const isDone = vi.fn(async () => true);
  await expect(settle(fails('forbidden'), isDone)).rejects.toMatchObject({ kind: 'forbidden' });
  expect(isDone).not.toHaveBeenCalled();
});
