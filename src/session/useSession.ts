import { useSyncExternalStore } from 'react';
import { getSession, type Session, subscribe } from './session.ts';

export function useSession(): Session {
  return useSyncExternalStore(subscribe, getSession);
}
