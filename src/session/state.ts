import type { ApiError } from '../api/errors.ts';
import { isEnded } from './kept-session.ts';
import type { Person, SharedSession, TabMessage } from './tabs.ts';

export type Session =
  | { state: 'signed-out' }
  | { state: 'signed-in'; person: Person }
  /** The tokens are gone; the page stays, hidden, until the same person signs in over it. */
  | { state: 'locked'; person: Person; reason: LockReason };

/** The same with its tokens, for those who send and keep them. */
export type HeldSession = Exclude<Session, { state: 'signed-in' }> | ({ state: 'signed-in' } & SharedSession);

/** Why a session locked: nobody was there, or the API would not renew it. */
export type LockReason = 'idle' | 'expired';

/**
 * True unless this tab has the same session already, or a younger one of the same person; or it is over, or only an
 * answer about somebody else, who does not take the place of the one who is here.
 */
export function isNews(
  session: HeldSession,
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

/**
 * True where the API has looked at the refresh token and does not take it. Anything else may pass: a proxy's page, or
 * an account that somebody has locked by wrong passwords.
 */
export function isRefusal({ kind, status }: ApiError): boolean {
  return kind === 'rejected' && (status === undefined || status === 400 || status === 401);
}

type SignedIn = Exclude<Session, { state: 'signed-out' }>;

/** Whether an application token is signed in, which stands for a workspace and for no person. */
export function isApplication(session: Session): session is SignedIn & { person: { kind: 'application' } } {
  return session.state !== 'signed-out' && session.person.kind === 'application';
}
