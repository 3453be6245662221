/**
 * The API's clock. One-time codes and token lifetimes are judged by it, and this computer's clock may be off by
 * anything. It is read from the `Date` header of answers; where that is hidden (another origin), from a fresh token's
 * `iat`.
 */
let offset: { milliseconds: number; from: 'date' | 'token' } | undefined;

/** Milliseconds since 1970 as the API counts them; this computer's own until the API has told. */
export function apiNow(): number {
  return Date.now() + (offset?.milliseconds ?? 0);
}

/** Takes the time of an answer (RFC 9110 `Date`, whole seconds). */
export function learnFromDate(response: Response): void {
  const date = Date.parse(response.headers.get('date') ?? '');
  // Half a second: the header is cut to whole seconds.
  if (!Number.isNaN(date)) offset = { milliseconds: date + 500 - Date.now(), from: 'date' };
}

/**
 * Takes a token's `iat` (seconds since 1970); a `Date` header knows better.
 * @param receivedAt this computer's time when the token arrived, in milliseconds
 */
export function learnFromToken(issuedAt: number, receivedAt = Date.now()): void {
  if (offset?.from !== 'date') offset = { milliseconds: issuedAt * 1000 - receivedAt, from: 'token' };
}
