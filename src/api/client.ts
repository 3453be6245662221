import ky, { isHTTPError, type KyInstance, type Options } from 'ky';
import type * as z from 'zod/mini';
import { answeredPress } from './answered-press.ts';
import { learnFromDate } from './clock.ts';
import { ApiError, retryAfterSeconds, toApiError } from './errors.ts';

/** Where tokens come from. `session` gives it; this file knows nothing of how. */
type Credentials = {
  /** The token to send now, or undefined while there is none. */
  getToken: () => string | undefined;
  /** Changes when another person takes the place of the one before: a call must not go on in their name. */
  getEpoch?: () => number;
  /**
   * Asks for another token than the one that was refused. Calls at the same time share one renewal.
   * Resolves to undefined when the session is over.
   */
  renew: (refused: string | undefined) => Promise<string | undefined>;
};

type Connection = Credentials & {
  /** Origin of the API, or '' for the portal's own. */
  apiUrl: string;
  /** Called for each request that is sent, also one that is sent again: the API's limits count them all. */
  onRequest?: () => void;
  fetch?: typeof fetch;
};

/** A person waits for the answer: past this many seconds of Retry-After, telling them beats waiting silently. */
const LONGEST_QUIET_WAIT = 10;
/** Answers that may be another one a moment later. */
const PASSING_STATUSES = [408, 429, 500, 502, 503, 504];

/** For writes: nothing is kept to be sent again, so the body goes out as the plain string that it is. */
const NEVER_AGAIN = { retry: 0 } as const;

let http: KyInstance | undefined;
let credentials: Credentials | undefined;

/** Sets up the one HTTP client; called once at start (and by each unit test, with a fetch of its own). */
export function connect({ apiUrl, fetch, onRequest, ...given }: Connection): void {
  credentials = given;
  http = ky.create({
    ...(apiUrl && { prefix: apiUrl }),
    fetch: fetchWhole(fetch),
    timeout: 15_000,
    cache: 'no-store',
    credentials: 'omit',
    // A redirect could carry a password somewhere else; the API sends none.
    redirect: 'error',
    retry: {
      limit: 2,
      methods: ['get', 'delete'],
      statusCodes: PASSING_STATUSES,
      afterStatusCodes: PASSING_STATUSES,
      // ky heeds more headers than Retry-After, and counts by this computer's clock: none of that may hold a page up.
      maxRetryAfter: LONGEST_QUIET_WAIT * 1000,
      jitter: (delay) => delay * (0.5 + Math.random()),
      shouldRetry: ({ error }) => {
        const wait = isHTTPError(error) ? (retryAfterSeconds(error.response) ?? 0) : 0;
        return wait > LONGEST_QUIET_WAIT ? false : undefined;
      },
    },
    hooks: {
      beforeRequest: [() => onRequest?.()],
      beforeRetry: [() => onRequest?.()],
    },
  });
}

/**
 * A fetch that has the whole body when it answers: one that breaks off or never ends then fails where ky retries and
 * times out, not after. The clock learns here, and not in a hook, for which ky copies each answer.
 */
function fetchWhole(send: typeof fetch = (input, init) => globalThis.fetch(input, init)): typeof fetch {
  return async (input, init) => {
    const response = await send(input, init);
    learnFromDate(response);
    try {
      const body = await response.arrayBuffer();
      return new Response(body.byteLength > 0 ? body : null, response);
    } catch (error) {
      // Each browser has words of its own for a body that breaks off; ky knows these for a lost connection.
      throw error instanceof TypeError ? new TypeError('network error') : error;
    }
  };
}

/**
 * GET, checked.
 * @returns what the schema makes of the body
 * @throws ApiError
 */
export async function read<S extends z.ZodMiniType>(
  path: string,
  schema: S,
  options: Pick<Options, 'searchParams' | 'signal'> = {},
): Promise<z.output<S>> {
  const { body } = await readWithHeaders(path, schema, options);
  return body;
}

/** GET, checked, with the response headers that hold a collection's paging. */
export function readWithHeaders<S extends z.ZodMiniType>(
  path: string,
  schema: S,
  options: Pick<Options, 'searchParams' | 'signal'> = {},
): Promise<{ body: z.output<S>; headers: Headers }> {
  return authorised(async (headers) => {
    const request = client().get(path, { ...options, headers });
    const [response, body] = await Promise.all([request, request.json(schema)]);
    return { body: body as z.output<S>, headers: response.headers };
  });
}

/** POST with a JSON body, never retried: two keys could come of it. */
export function create<S extends z.ZodMiniType>(path: string, body: object, schema: S): Promise<z.output<S>> {
  return authorised(
    async (headers) =>
      (await client()
        .post(path, { json: body, headers, ...NEVER_AGAIN })
        .json(schema)) as z.output<S>,
  );
}

/** PATCH with a JSON body, never retried: each wrong code may count. */
export async function change(path: string, body: object): Promise<void> {
  await authorised(async (headers) => mustBeDone(await client().patch(path, { json: body, headers, ...NEVER_AGAIN })));
}

/**
 * DELETE, retried until it is known to be done. The API's own 404 means that someone else, or an earlier try whose
 * answer was lost, has deleted it: that is what was wanted. A web page is a proxy's, and proves nothing, whatever its status.
 */
export async function remove(path: string): Promise<void> {
  try {
    await authorised(async (headers) => mustBeDone(await client().delete(path, { headers })));
  } catch (error) {
    const gone = error instanceof ApiError && error.kind === 'not-found' && error.token === 'NotFound';
    if (!gone) throw error;
  }
}

/** The API says 204. A proxy, or the log-in page of a wireless network, says 200 to anything: that proves nothing. */
function mustBeDone({ status }: Response): void {
  if (status !== 204) throw new ApiError({ kind: 'unreadable', status });
}

/** `POST /authenticate`: the one call without a token, and the one where 401 is about what was typed. */
export async function authenticate<S extends z.ZodMiniType>(body: object, schema: S): Promise<z.output<S>> {
  await answeredPress();
  try {
    return (await client()
      .post('/api/v1/authenticate', { json: body, ...NEVER_AGAIN })
      .json(schema)) as z.output<S>;
  } catch (error) {
    throw toApiError(error, true);
  }
}

async function authorised<T>(send: (headers: { authorization: string }) => Promise<T>): Promise<T> {
  const attempt = async (token: string) => {
    try {
      return await send({ authorization: `Bearer ${token}` });
    } catch (error) {
      throw toApiError(error);
    }
  };
  const epoch = credentials?.getEpoch?.();
  await answeredPress();
  const token = credentials?.getToken() ?? (await credentials?.renew(undefined));
  if (!token || credentials?.getEpoch?.() !== epoch) throw new ApiError({ kind: 'signed-out' });
  try {
    return await attempt(token);
  } catch (error) {
    if (!(error instanceof ApiError && error.kind === 'signed-out')) throw error;
    const renewed = await credentials?.renew(token);
    if (!renewed || credentials?.getEpoch?.() !== epoch) throw error;
    return attempt(renewed);
  }
}

function client(): KyInstance {
  if (!http) throw new Error('connect() comes first');
  return http;
}
