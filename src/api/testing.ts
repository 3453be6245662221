import { vi } from 'vitest';
import { createSandbox } from '../../sandbox/app.ts';
import { connect } from './client.ts';

/** For the tests beside these files: the client on the sandbox's app with no socket, and what it was seen to send. */

const app = createSandbox();
const ORIGIN = 'http://sandbox.test';
let worlds = 0;

type Seen = {
  method: string;
  /** With the query. */
  path: string;
  headers: Record<string, string>;
  body: unknown;
};

type Fault = {
  method?: string;
  path: string;
  times?: number | 'always';
  status?: number;
  headers?: Record<string, string | null>;
  body?: unknown;
  cut?: 'before' | 'body';
  applied?: boolean;
};

export type Wire = {
  /** The calls under /api, oldest first. */
  seen: Seen[];
  requests: Request[];
  /** What the session would hold; a test sets it. */
  token: string | undefined;
  /** The tokens whose renewal was asked for. */
  refused: (string | undefined)[];
  renew: (refused: string | undefined) => Promise<string | undefined>;
  control: <T>(method: string, path: string, body?: object) => Promise<T>;
  fault: (fault: Fault) => Promise<void>;
};

/** Connects the client to a world of its own. */
export function wire(): Wire {
  const world = `api-${++worlds}`;
  const inWorld = (request: Request) => {
    const headers = new Headers(request.headers);
    headers.set('X-Sandbox-World', world);
    return app.request(new Request(request, { headers }));
  };
  const made: Wire = {
    seen: [],
    requests: [],
    token: undefined,
    refused: [],
    renew: async () => undefined,
    control: async (method, path, body) => {
      const answer = await inWorld(
        new Request(`${ORIGIN}/sandbox/${path}`, { method, ...(body && { body: JSON.stringify(body) }) }),
      );
      if (!answer.ok) throw new Error(`${method} /sandbox/${path}: ${answer.status} ${await answer.text()}`);
      return answer.status === 204 ? undefined : await answer.json();
    },
    fault: (fault) => made.control('POST', 'faults', fault),
  };
  connect({
    apiUrl: ORIGIN,
    getToken: () => made.token,
    renew: (refused) => {
      made.refused.push(refused);
      return made.renew(refused);
    },
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const { pathname, search } = new URL(request.url);
      const text = await request.clone().text();
      made.requests.push(request);
      made.seen.push({
        method: request.method,
        path: pathname + search,
        headers: Object.fromEntries(request.headers),
        body: text === '' ? undefined : JSON.parse(text),
      });
      return inWorld(request);
    },
  });
  return made;
}

/** Connects the client to whatever answers a test makes up; counts the calls. */
export function answerWith(answer: (request: Request) => Response | Promise<Response>): { calls: Request[] } {
  const calls: Request[] = [];
  connect({
    apiUrl: ORIGIN,
    getToken: () => 'auth-token-9',
    renew: async () => undefined,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      calls.push(request);
      request.signal.throwIfAborted();
      return answer(request);
    },
  });
  return { calls };
}

export type Outcome = { answer?: unknown; error?: unknown; seconds: number };

/** Lets a call run to its end while fake time passes, and tells how much of it did. Wants `vi.useFakeTimers`. */
export async function inFakeTime(call: Promise<unknown>): Promise<Outcome> {
  const began = Date.now();
  let outcome: Outcome | undefined;
  const seconds = () => (Date.now() - began) / 1000;
  call.then(
    (answer) => {
      outcome = { answer, seconds: seconds() };
    },
    (error: unknown) => {
      outcome = { error, seconds: seconds() };
    },
  );
  while (!outcome) {
    // What needs no time but a turn of the event loop (Web Crypto, streams) gets its turns first.
    for (let turn = 0; turn < 5 && !outcome; turn++) await new Promise((resolve) => setImmediate(resolve));
    if (!outcome) await vi.advanceTimersByTimeAsync(50);
    if (seconds() > 3_600) throw new Error('The call is still under way after an hour');
  }
  return outcome;
}
