import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { apiNow } from '../../../api/clock.ts';
import { ApiError, isInDoubt } from '../../../api/errors.ts';
import { createMfaKey, deleteMfaKey, isActive, isUnfinished, type NewMfaKey } from '../../../api/mfa-keys.ts';
import { myUserQuery } from '../../../api/users.ts';
import { getEpoch } from '../../../session/session.ts';
import type { NewKeyRequest } from './newKeyRequest.ts';

export type Created =
  | { outcome: 'created'; key: NewMfaKey }
  /** An active key exists. */
  | { outcome: 'exists' }
  /** The page was left before there was a key, or with it; the key was deleted. */
  | { outcome: 'left' };

/**
 * Creates a key so that none is left behind that nobody has the secret of: not when the answer is lost, and not when
 * the page is left before it comes. Not a mutation: its cache would keep the password.
 */
export function useCreateKey(): (request: NewKeyRequest) => Promise<Created> {
  const queryClient = useQueryClient();
  const left = useRef(false);
  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
    };
  }, []);

  /**
   * What the account has before a key is created, or undefined where that can't be told: then nothing is deleted.
   */
  const readIds = async (): Promise<Set<number> | undefined> => {
    const user = await queryClient.fetchQuery({ ...myUserQuery, staleTime: 0 }).catch(() => undefined);
    return user && user.mfa.unreadable === 0 ? new Set(user.mfa.rows.map(({ id }) => id)) : undefined;
  };

  /** Deletes what came to be in this set-up although its answer was lost: new since it began, and unfinished. */
  const deleteAllBut = async (known: Set<number>, began: number) => {
    const { mfa } = await queryClient.fetchQuery({ ...myUserQuery, staleTime: 0 });
    const orphans = mfa.rows.filter(
      (key) => !known.has(key.id) && isUnfinished(key) && (key.creation_date?.getTime() ?? 0) >= began,
    );
    await Promise.all(orphans.map(({ id }) => deleteMfaKey('my', id)));
    await queryClient.invalidateQueries({ queryKey: myUserQuery.queryKey });
  };

  /** The API may refuse a new key for other reasons; where the keys can't be read, an active one is the likeliest. */
  const mayHaveActiveKey = async (): Promise<boolean> => {
    const user = await queryClient.fetchQuery({ ...myUserQuery, staleTime: 0 }).catch(() => undefined);
    return !user || user.mfa.unreadable > 0 || user.mfa.rows.some(isActive);
  };

  return async ({ typeId, password }) => {
    const epoch = getEpoch();
    const before = await readIds();
    if (left.current) return { outcome: 'left' };
    // Whole seconds, and an answer's time cut to them: the API's clock is known no better.
    const began = apiNow() - 2_000;
    /**
     * Where even reading fails, the list shows the unfinished key later, with a way to remove it.
     * @returns whether it is known that nothing else is left
     */
    const tidy = async (...mine: number[]): Promise<boolean> => {
      if (!before || getEpoch() !== epoch) return false;
      return deleteAllBut(new Set([...before, ...mine]), began).then(
        () => true,
        () => false,
      );
    };
    try {
      const key = await createMfaKey(typeId, password);
      if (left.current) {
        // In nobody else's name: a key of the one before stays in their list.
        if (getEpoch() === epoch) {
          await deleteMfaKey('my', key.id);
          await queryClient.invalidateQueries({ queryKey: myUserQuery.queryKey });
        }
        return { outcome: 'left' };
      }
      // A browser sends a request again by itself when an old connection breaks under it: then there are two.
      void tidy(key.id);
      return { outcome: 'created', key };
    } catch (error) {
      if (error instanceof ApiError && error.kind === 'conflict' && (await mayHaveActiveKey()))
        return { outcome: 'exists' };
      if (!isInDoubt(error)) throw error;
      throw new ApiError({ ...error, isUndone: await tidy() });
    }
  };
}
