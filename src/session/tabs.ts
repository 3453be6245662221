import * as z from 'zod/mini';

/** Who is signed in. An application token stands for a workspace; it is told apart by a random id of its sign-in. */
const person = z.object({ kind: z.union([z.literal('user'), z.literal('application')]), name: z.string() });
export type Person = z.output<typeof person>;

const tokens = z.object({
  authToken: z.string(),
  refreshToken: z.optional(z.string()),
  issuedAt: z.optional(z.number()),
  expiresAt: z.optional(z.number()),
  receivedAt: z.optional(z.number()),
});

/** A session as it is kept for a reload and handed to other tabs. */
/** `id` is random and no secret: it tells a session that is over from one that goes on. */
export const sharedSession = z.object({ id: z.string(), person, tokens });
export type SharedSession = z.output<typeof sharedSession>;

const message = z.union([
  z.object({ type: z.literal('ask') }),
  /** `isAnswer` where another tab has asked; else somebody has just signed in, or the tokens are new. */
  z.object({ type: z.literal('session'), session: sharedSession, isAnswer: z.boolean() }),
  z.object({ type: z.literal('signed-out') }),
  z.object({ type: z.literal('locked'), reason: z.union([z.literal('idle'), z.literal('expired')]) }),
  z.object({ type: z.literal('active') }),
]);
export type TabMessage = z.output<typeof message>;

/** How long other tabs have to answer before this one takes it that there is none. */
const ANSWER_MILLISECONDS = 100;

/** The line to the portal's other tabs: same browser, same origin, same API. */
export type Tabs = {
  send: (sent: TabMessage) => void;
  /** Another tab's session, or undefined where none has one. */
  ask: () => Promise<SharedSession | undefined>;
  /** Runs one at a time over all tabs (Web Locks; without them, within this tab alone). */
  exclusively: <T>(work: () => Promise<T>) => Promise<T>;
};

/** @param name tells portals of different APIs apart that share an origin */
export function connectTabs(name: string, receive: (received: TabMessage) => void): Tabs {
  if (!('BroadcastChannel' in globalThis)) {
    return { send: () => {}, ask: async () => undefined, exclusively: (work) => work() };
  }
  const channel = new BroadcastChannel(name);
  const answers = new Set<(session: SharedSession) => void>();

  channel.addEventListener('message', (event) => {
    const parsed = z.safeParse(message, event.data);
    if (!parsed.success) return;
    receive(parsed.data);
    if (parsed.data.type === 'session') for (const answer of answers) answer(parsed.data.session);
  });

  return {
    send: (sent) => channel.postMessage(sent),
    ask: () =>
      new Promise((resolve) => {
        const settle = (session?: SharedSession) => {
          answers.delete(settle);
          resolve(session);
        };
        answers.add(settle);
        setTimeout(settle, ANSWER_MILLISECONDS);
        channel.postMessage({ type: 'ask' } satisfies TabMessage);
      }),
    exclusively: async (work) => (navigator.locks ? await navigator.locks.request(name, work) : work()),
  };
}
