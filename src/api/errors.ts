import { isHTTPError, isKyError, isNetworkError, isTimeoutError, SchemaValidationError } from 'ky';
import { apiNow } from './clock.ts';

/** What went wrong, in the terms that a page decides by. */
export type ApiErrorKind =
  | 'offline' // the browser says that it has no connection
  | 'network' // nothing came back, or it broke off
  | 'timeout'
  | 'signed-out' // the token is not accepted, and no new one was to be had
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'rejected' // wrong credentials, a wrong code, input the API does not take
  | 'rate-limited' // too many requests from this address: nobody's account is locked
  | 'locked' // this account, after three failures
  | 'server'
  | 'unreadable' // an answer that is not the thing at all
  | 'unexpected';

type Facts = {
  kind: ApiErrorKind;
  status?: number | undefined;
  code?: number | undefined;
  token?: string | undefined;
  reason?: string | undefined;
  retryAfter?: number | undefined;
  isUndone?: boolean | undefined;
};

/**
 * What any failed call becomes. It holds nothing of the request, so that no password, code or token
 * can leave with it (an HTTP library's own error keeps the request, body and header included).
 */
export class ApiError extends Error {
  override name = 'ApiError';
  readonly kind: ApiErrorKind;
  /** HTTP status, where there was an answer. */
  readonly status: number | undefined;
  /** `error_code` and `error_token` of the API's error body. */
  readonly code: number | undefined;
  readonly token: string | undefined;
  /** The API's own sentence: untrusted text. */
  readonly reason: string | undefined;
  /** Seconds to wait, where the API said so. */
  readonly retryAfter: number | undefined;
  /** True for a write of which reading has shown that nothing came. */
  readonly isUndone: boolean | undefined;
  readonly time = new Date();

  constructor({ kind, status, code, token, reason, retryAfter, isUndone }: Facts) {
    super(`${kind}${status === undefined ? '' : ` (${status})`}`);
    this.kind = kind;
    this.status = status;
    this.code = code;
    this.token = token;
    this.reason = reason;
    this.retryAfter = retryAfter;
    this.isUndone = isUndone;
  }
}

/** True for a cancelled call: a page that was left, a search that was overtaken. Nobody needs to hear of it. */
function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/**
 * True where a write may have been carried out all the same: only reading tells. A 404 without the API's word for it
 * can be a proxy's, or the second answer to a deletion whose first one was lost.
 */
export function isInDoubt(error: unknown): error is ApiError {
  if (!(error instanceof ApiError)) return false;
  const doubtful: ApiErrorKind[] = ['offline', 'network', 'timeout', 'server', 'unreadable', 'unexpected'];
  return doubtful.includes(error.kind) || (error.kind === 'not-found' && error.token === undefined);
}

/**
 * Turns whatever ky, fetch or a schema threw into an ApiError.
 * @param authenticating true for `POST /authenticate`, where 401 means wrong credentials or a locked account
 */
export function toApiError(error: unknown, authenticating = false): unknown {
  if (error instanceof ApiError || isAbort(error)) return error;
  if (isHTTPError(error)) return fromAnswer(error.response, error.data, authenticating);
  if (isTimeoutError(error)) return new ApiError({ kind: 'timeout' });
  if (error instanceof SchemaValidationError || error instanceof SyntaxError) {
    return new ApiError({ kind: 'unreadable', status: 200 });
  }
  // A body that breaks off half-way reaches us as fetch's own TypeError.
  if (isNetworkError(error) || isKyError(error) || error instanceof TypeError) {
    return new ApiError({ kind: navigator.onLine === false ? 'offline' : 'network' });
  }
  return new ApiError({ kind: 'unexpected' });
}

function fromAnswer(response: Response, body: unknown, authenticating: boolean): ApiError {
  const { status } = response;
  const { code, token, reason } = errorBody(body);
  const kind = kindOf(status, token, authenticating);
  return new ApiError({ kind, status, code, token, reason, retryAfter: retryAfterSeconds(response) });
}

function kindOf(status: number, token: string | undefined, authenticating: boolean): ApiErrorKind {
  if (status === 401 && authenticating) return token === 'TooManyRequests' ? 'locked' : 'rejected';
  // InvalidCredentials anywhere else is a wrong password in *create*: renewing and sending it again would spend an attempt.
  if (status === 401) return token === 'InvalidCredentials' ? 'rejected' : 'signed-out';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  if (status === 408) return 'timeout';
  if (status === 409) return 'conflict';
  if (status === 429) return 'rate-limited';
  if (status >= 500) return 'server';
  return 'rejected';
}

/** The documented error body; any other shape (empty, HTML from a proxy, other JSON) tells nothing. */
function errorBody(body: unknown): ErrorEntry {
  if (!isObject(body)) return {};
  const detail = Array.isArray(body.errors) ? entryOf(body.errors[0]) : {};
  return { ...detail, ...entryOf(body) };
}

type ErrorEntry = { code?: number; token?: string; reason?: string };

function entryOf(entry: unknown): ErrorEntry {
  if (!isObject(entry)) return {};
  const { error_code, error_token, message } = entry;
  return {
    ...(typeof error_code === 'number' && { code: error_code }),
    ...(typeof error_token === 'string' && { token: error_token }),
    ...(typeof message === 'string' && message !== '' && { reason: message }),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** `Retry-After` in seconds (RFC 9110 10.2.3: a number or a date); other origins may not see the header at all. */
export function retryAfterSeconds(response: Response): number | undefined {
  const value = response.headers.get('retry-after');
  if (!value) return undefined;
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - apiNow()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined;
}
