import { isEnded } from './kept-session.ts';
import type { Person, SharedSession, TabMessage } from './tabs.ts';

export type Session =
  | { state: 'signed-out' }
  | ({ state: 'signed-in' } & SharedSession)
  /** The tokens are gone; the page stays, hidden, until the same person signs in over it. */
  | { state: 'locked'; person: Person; reason: LockReason };

/** Why a session locked: nobody was there, or the API would not renew it. */
export type LockReason = 'idle' | 'expired';

/**
 * True unless this tab has the same session already, or a younger one of the same person; or it is over, or only an
 * answer about somebody else, who does not take the place of the one who is here.
 */
export function isNews(
  session: Session,
  { session: received, isAnswer }: Extract<TabMessage, { type: 'session' }>,
): boolean {
  if (isEnded(received.id)) return false;
  if (session.state === 'signed-out') return true;
  if (!isSamePerson(session.person, received.person)) return !isAnswer;
  if (session.state === 'locked') return true;
  if (received.tokens.authToken === session.tokens.authToken) return false;
  const { issuedAt } = session.tokens;
  return issuedAt === undefined || received.tokens.issuedAt === undefined || received.tokens.issuedAt >= issuedAt;
}

export function isSamePerson(one: Person, other: Person): boolean {
  return one.kind === other.kind && one.name === other.name;
}
