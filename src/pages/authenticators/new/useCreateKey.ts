import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { ApiError, isInDoubt } from '../../../api/errors.ts';
import { createMfaKey, deleteMfaKey, isActive, type NewMfaKey } from '../../../api/mfa-keys.ts';
import { myUserQuery } from '../../../api/users.ts';
import type { NewKeyRequest } from './newKeyRequest.ts';

type Created =
  | { outcome: 'created'; key: NewMfaKey }
  /** An active key exists. */
  | { outcome: 'exists' }
  /** The page was left while the answer was on its way; the key was deleted. */
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

  const readKeys = async () => (await queryClient.fetchQuery({ ...myUserQuery, staleTime: 0 })).mfa.rows;

  /** Deletes what came to be although its answer was lost: any key that is not known and not active. */
  const deleteAllBut = async (known: Set<number>) => {
    const orphans = (await readKeys()).filter((key) => !known.has(key.id) && !isActive(key));
    await Promise.all(orphans.map(({ id }) => deleteMfaKey('my', id)));
    await queryClient.invalidateQueries({ queryKey: myUserQuery.queryKey });
  };

  return async ({ typeId, password }) => {
    const before = new Set(queryClient.getQueryData(myUserQuery.queryKey)?.mfa.rows.map(({ id }) => id));
    try {
      const key = await createMfaKey(typeId, password);
      if (left.current) {
        await deleteMfaKey('my', key.id);
        return { outcome: 'left' };
      }
      // A browser sends a request again by itself when an old connection breaks under it: then there are two.
      void deleteAllBut(new Set([...before, key.id])).catch(() => undefined);
      return { outcome: 'created', key };
    } catch (error) {
      if (error instanceof ApiError && error.kind === 'conflict') return { outcome: 'exists' };
      // Where even reading fails, the list shows the unfinished key later, with a way to remove it.
      if (isInDoubt(error)) await deleteAllBut(before).catch(() => undefined);
      throw error;
    }
  };
}
