import { useSyncExternalStore } from 'react';
import { getSession, subscribe } from './session.ts';
import type { Session } from './state.ts';

export function useSession(): Session {
  return useSyncExternalStore(subscribe, getSession, getFirst);
}

/** What the HTML of a build shows: nobody is signed in. The same object where that is so, or all would be drawn again. */
const SIGNED_OUT: Session = { state: 'signed-out' };
const getFirst = () => (getSession().state === 'signed-out' ? getSession() : SIGNED_OUT);
