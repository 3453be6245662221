/** What went wrong, in the terms of the person before the screen. */
export type ProblemKind =
  | 'offline'
  | 'network'
  | 'timeout'
  | 'signed-out'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'rejected'
  | 'rate-limited'
  | 'locked'
  | 'server'
  | 'unreadable'
  | 'unexpected';

/** A failure as the components here show it; whoever knows the API makes one of its errors. */
export interface Problem {
  kind: ProblemKind;
  /** The HTTP status. */
  status?: number | undefined;
  /** The API's error code. */
  code?: number | undefined;
  /** The API's error token, the name of the code. Never a token that opens anything. */
  token?: string | undefined;
  time: Date;
  /** True where it is known that the change was not made. */
  isUndone?: boolean | undefined;
  /** The API's own message: untrusted. */
  reason?: string | undefined;
}

/** Anything that was thrown, as a problem: a fault of our own has no kind, and is unexpected. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Error && 'kind' in error && 'time' in error) return error as Error & Problem;
  return { kind: 'unexpected', time: new Date() };
}
