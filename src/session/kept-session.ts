import * as z from 'zod/mini';
import { apiUrl, idleMinutes } from '../settings.ts';
import { forget, readStored, store } from './storage.ts';
import { OPEN_UNTIL, portalName, SESSION } from './stored-names.ts';
import { type SharedSession, sharedSession } from './tabs.ts';

/** Tells portals of different APIs apart that share an origin. */
export const NAME = portalName(apiUrl);
const KEPT = NAME + SESSION;
/** The ids of sessions that are over, for tabs that were elsewhere when they ended. */
const ENDED = `${NAME}:ended`;
const MOST_ENDED = 20;

const keptSession = z.extend(sharedSession, { lastActive: z.number() });

/** The session that this tab had before it was reloaded; undefined where it has ended since, or is no such thing. */
export function readKeptSession(): z.output<typeof keptSession> | undefined {
  const kept = z.safeParse(keptSession, readStored('sessionStorage', KEPT));
  return kept.success && !isEnded(kept.data.id) ? kept.data : undefined;
}

export function keepSession({ id, person, tokens }: SharedSession, lastActive: number): void {
  store('sessionStorage', KEPT, { id, person, tokens, lastActive });
  store('localStorage', NAME + OPEN_UNTIL, lastActive + idleMinutes * 60_000);
}

export function forgetKeptSession(): void {
  forget('sessionStorage', KEPT);
}

export function isEnded(id: string): boolean {
  return endedIds().includes(id);
}

export function markEnded(id: string): void {
  forget('localStorage', NAME + OPEN_UNTIL);
  if (!isEnded(id)) store('localStorage', ENDED, [...endedIds(), id].slice(-MOST_ENDED));
}

function endedIds(): unknown[] {
  const stored = readStored('localStorage', ENDED);
  return Array.isArray(stored) ? stored : [];
}
