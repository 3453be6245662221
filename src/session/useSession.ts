import { useSyncExternalStore } from 'react';
import { getSession, subscribe } from './session.ts';
import type { Session } from './state.ts';

export function useSession(): Session {
  return useSyncExternalStore(subscribe, getSession);
}
