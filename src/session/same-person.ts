import { ApiError } from '../api/errors.ts';
import { getEpoch } from './session.ts';

/**
 * For a job of many calls: calls that are made one after the other, each only while the session is still that of who
 * began it. Without it the rest would be done in the name of whoever signs in meanwhile.
 * @returns a way to make a call; it throws ApiError 'signed-out' once somebody else, or nobody, is signed in
 */
export function inOneName(): <T>(call: () => Promise<T>) => Promise<T> {
  const epoch = getEpoch();
  return async (call) => {
    if (getEpoch() !== epoch) throw new ApiError({ kind: 'signed-out' });
    return call();
  };
}
