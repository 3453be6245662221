import { renewTokens, type Tokens } from '../api/authentication.ts';
import { apiNow, learnFromToken } from '../api/clock.ts';
import { ApiError } from '../api/errors.ts';
import { idleMinutes } from '../settings.ts';
import { forgetKeptSession, isEnded, keepSession, markEnded, NAME, readKeptSession } from './kept-session.ts';
import { lastUsedAt, noteUse, secondsUntilLock } from './last-use.ts';
import { type HeldSession, isNews, isRefusal, isSamePerson, type LockReason, type Session } from './state.ts';
import { connectTabs, type Person, type SharedSession, type TabMessage } from './tabs.ts';

/** The longest that a timer can wait. */
const LONGEST_TIMER = 2_147_483_647;
/** Seconds before its end at which a token is renewed. */
const RENEW_AHEAD = 300;

let session: HeldSession = { state: 'signed-out' };
/** React keeps what a component has read for as long as it likes, so no token is in it. */
let shown: Session = session;
let renewal: Promise<string | undefined> | undefined;
let renewalTimer: ReturnType<typeof setTimeout> | undefined;
let epoch = 0;
const listeners = new Set<() => void>();
const endListeners = new Set<() => void>();
const waiting = new Set<(token: string | undefined) => void>();
const tabs = connectTabs(NAME, receive);

export function getSession(): Session {
  return shown;
}

/**
 * Counts the people who have used this tab: work that began in one epoch must not go on in another, where it would be
 * done in somebody else's name.
 */
export function getEpoch(): number {
  return epoch;
}

/** Whether what this tab shows belongs to a session that goes on. */
export function isOver(): boolean {
  return session.state !== 'signed-in' || isEnded(session.id);
}

/** Calls back after each change of the session. @returns the way to stop */
export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Calls back when all that a person has seen must go: after a sign-out, or for another person. @returns the way to stop */
export function onSessionEnd(listener: () => void): () => void {
  endListeners.add(listener);
  return () => endListeners.delete(listener);
}

/** The session of before a reload, else another tab's; settles once that is known. */
export const ready: Promise<void> = restore();

/** Begins a session, or goes on with a locked one where it is the same person. */
export function signIn(person: Person, tokens: Tokens): void {
  noteUse();
  const next = { id: crypto.randomUUID(), person, tokens };
  adopt(next);
  tabs.send({ type: 'session', session: next, isAnswer: false });
}

/** Ends the session in every tab. The API has no call that ends a token: it is forgotten here. */
export function signOut(): void {
  end();
  tabs.send({ type: 'signed-out' });
}

/** Forgets the tokens, in every tab, and leaves the pages as they are. */
export function lock(reason: LockReason): void {
  if (session.state !== 'signed-in') return;
  lockHere(reason);
  tabs.send({ type: 'locked', reason });
}

/** Marks that somebody is there, for this tab's storage and for the other tabs. */
export function markActive(): void {
  keep();
  tabs.send({ type: 'active' });
}

/** Whether another tab has this session in use: one that slept may not have heard of it. */
export async function isUsedElsewhere(): Promise<boolean> {
  const elsewhere = await tabs.ask();
  return session.state === 'signed-in' && elsewhere?.id === session.id;
}

export function getToken(): string | undefined {
  return session.state === 'signed-in' ? session.tokens.authToken : undefined;
}

/**
 * Another token than the one that was refused. Renews once for all calls and all tabs; where the API does not renew,
 * locks, and waits until the person has signed in over the page.
 * @returns undefined when the session is over
 * @throws ApiError when the API could not be reached: the session is not over for that
 */
export async function renew(refused: string | undefined): Promise<string | undefined> {
  if (session.state === 'signed-out') return undefined;
  if (session.state === 'locked') return signedInAgain();
  if (session.tokens.authToken !== refused) return session.tokens.authToken;
  renewal ??= tabs
    .exclusively(() => renewOnce(refused))
    .finally(() => {
      renewal = undefined;
    });
  return (await renewal) ?? signedInAgain();
}

async function renewOnce(refused: string): Promise<string | undefined> {
  // Another tab may have renewed while this one waited for its turn: then its tokens have been taken over by now.
  await tabs.ask();
  if (session.state !== 'signed-in' || session.tokens.authToken !== refused) return getToken();

  const before = session;
  const { refreshToken } = before.tokens;
  try {
    if (!refreshToken) throw new ApiError({ kind: 'rejected' });
    const tokens = await renewTokens(refreshToken);
    // Signed out or locked meanwhile: what came back belongs to nobody.
    if (session !== before) return getToken();
    const next = { id: before.id, person: before.person, tokens };
    adopt(next);
    tabs.send({ type: 'session', session: next, isAnswer: false });
    return tokens.authToken;
  } catch (error) {
    if (!(error instanceof ApiError && isRefusal(error))) throw error;
    if (session === before) lock('expired');
    return undefined;
  }
}

function signedInAgain(): Promise<string | undefined> {
  if (session.state !== 'locked') return Promise.resolve(getToken());
  return new Promise((resolve) => waiting.add(resolve));
}

function adopt(next: SharedSession): void {
  const another = session.state !== 'signed-out' && !isSamePerson(session.person, next.person);
  if (another) end();
  if (session.state !== 'signed-in') noteUse();
  set({ state: 'signed-in', ...next });
  keep();
  // After a reload, and from another tab, the token is all that tells of the API's clock where `Date` is hidden.
  const { issuedAt, receivedAt } = next.tokens;
  if (issuedAt !== undefined && receivedAt !== undefined) learnFromToken(issuedAt, receivedAt);
  scheduleRenewal();
  release(next.tokens.authToken);
}

function end(): void {
  const before = session.state;
  forgetTokens();
  epoch += 1;
  set({ state: 'signed-out' });
  release(undefined);
  if (before !== 'signed-out') for (const listener of endListeners) listener();
}

function forgetTokens(): void {
  clearTimeout(renewalTimer);
  forgetKeptSession();
  if (session.state === 'signed-in') markEnded(session.id);
}

function lockHere(reason: LockReason): void {
  if (session.state !== 'signed-in') return;
  forgetTokens();
  set({ state: 'locked', person: session.person, reason });
}

function release(token: string | undefined): void {
  for (const resolve of waiting) resolve(token);
  waiting.clear();
}

function set(next: HeldSession): void {
  session = next;
  shown = next.state === 'signed-in' ? { state: next.state, person: next.person } : next;
  for (const listener of listeners) listener();
}

function keep(): void {
  if (session.state === 'signed-in') keepSession(session, lastUsedAt());
}

function scheduleRenewal(): void {
  clearTimeout(renewalTimer);
  if (session.state !== 'signed-in' || !session.tokens.refreshToken || !session.tokens.expiresAt) return;
  const wait = Math.max(session.tokens.expiresAt * 1000 - apiNow() - RENEW_AHEAD * 1000, 30_000);
  if (wait > LONGEST_TIMER) return;
  renewalTimer = setTimeout(() => {
    // Out of reach just now: tried again in a while, and by the first call that is refused.
    renew(getToken()).catch(scheduleRenewal);
  }, wait);
}

async function restore(): Promise<void> {
  const kept = readKeptSession();
  if (!kept) {
    forgetKeptSession();
    await tabs.ask();
    return;
  }
  const { id, person, tokens } = kept;
  const away = Date.now() - kept.lastActive;
  if (away >= 0 && away <= idleMinutes * 60_000) {
    adopt({ id, person, tokens });
    return;
  }
  // A tab that was dropped, or a clock that was set back, is no way round the idle lock; another tab in use is.
  forgetKeptSession();
  await tabs.ask();
  // A session of another tab is here by now, if there is one.
  if (getSession().state === 'signed-out') set({ state: 'locked', person, reason: 'idle' });
}

function receive(received: TabMessage): void {
  switch (received.type) {
    case 'ask':
      // Past its time, the lock is only a tick away: a laptop has woken up.
      if (session.state !== 'signed-in' || secondsUntilLock() <= 0) return;
      tabs.send({
        type: 'session',
        session: { id: session.id, person: session.person, tokens: session.tokens },
        isAnswer: true,
      });
      return;
    case 'session':
      if (isNews(session, received)) adopt(received.session);
      return;
    case 'signed-out':
      end();
      return;
    case 'locked':
      lockHere(received.reason);
      return;
    case 'active':
      noteUse();
      keep();
  }
}
