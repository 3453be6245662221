import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** emnify's error tokens with their numbers. Source: the table "Errors" of the API description. */
const ERROR_CODES = {
  InvalidCredentials: 1101,
  InvalidToken: 1102,
  TokenExpired: 1103,
  Forbidden: 1104,
  TooManyRequests: 1105,
  NotFound: 1201,
  InvalidQueryCriteria: 1301,
  InvalidSortCriteria: 1302,
  InputValidationFailed: 1400,
  InvalidReference: 1401,
  Required: 1402,
  InvalidFormat: 1403,
  NotAllowed: 1406,
} as const;

export type ErrorToken = keyof typeof ERROR_CODES;

interface ErrorEntry {
  error_code: number;
  error_token: ErrorToken;
  message: string;
}

interface ErrorBody extends ErrorEntry {
  errors?: ErrorEntry[];
}

/** An operation says no. `body` undefined means the documented empty body of a failed sign-in. */
export class Refusal extends Error {
  readonly status: ContentfulStatusCode;
  readonly body: ErrorBody | undefined;

  constructor(status: ContentfulStatusCode, body?: ErrorBody) {
    super(body?.message ?? `Refused with ${status}`);
    this.status = status;
    this.body = body;
  }
}

function entry(token: ErrorToken, message: string): ErrorEntry {
  return { error_code: ERROR_CODES[token], error_token: token, message };
}

/** A refusal with one error token. */
export function refuse(status: ContentfulStatusCode, token: ErrorToken, message: string): Refusal {
  return new Refusal(status, entry(token, message));
}

/** 401 with an empty body: wrong credentials, a suspended or deleted user, a wrong or expired code. */
export function refuseSilently(): Refusal {
  return new Refusal(401);
}

/** InputValidationFailed with one entry in `errors`; 422, or 400 where the body is malformed at sign-in. */
export function refuseInput(
  token: 'Required' | 'InvalidFormat' | 'InvalidReference',
  message: string,
  status: 400 | 422 = 422,
): Refusal {
  return new Refusal(status, {
    ...entry('InputValidationFailed', 'Input validation failed'),
    errors: [entry(token, message)],
  });
}

export function notFound(what: string): Refusal {
  return refuse(404, 'NotFound', `${what} not found`);
}

export function forbidden(): Refusal {
  return refuse(403, 'Forbidden', 'You are not allowed to perform this operation');
}

/** The socket was cut on purpose: with no socket, fetch itself rejects, as a browser's does. */
export class ConnectionCut extends TypeError {
  constructor() {
    super('fetch failed');
  }
}

/** Turns what an operation throws into an answer. */
export function answerError(error: Error, c: Context): Response {
  if (error instanceof ConnectionCut) throw error;
  if (!(error instanceof Refusal)) {
    console.error(error);
    return c.json({ message: 'The sandbox itself failed', cause: String(error) }, 500);
  }
  return error.body ? c.json(error.body, error.status) : c.body(null, error.status);
}
