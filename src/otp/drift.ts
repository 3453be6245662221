import { isAppCode } from './code.ts';
import type { KeyUri } from './key-uri.ts';

/** How a code fits its secret at a time. */
export type CodeFit =
  | { fit: 'now' }
  /** The phone's clock is off by about so many seconds: positive when it is ahead. */
  | { fit: 'drift'; seconds: number }
  | { fit: 'none' };

/** Time steps on either side that the API takes for the current one. */
const TAKEN = 1;
/** Time steps on either side in which a code still tells of a wrong clock rather than a wrong key. */
const SEARCHED = 10;

/**
 * Checks a code in the browser (RFC 6238), so that a mistyped one or a wrong clock costs no attempt.
 * @param now milliseconds since 1970 by the API's clock
 */
export function checkCode({ totp, period }: KeyUri, code: string, now: number): CodeFit {
  // The library compares the bytes, and throws where there are more of them than characters.
  if (!isAppCode(code, totp.digits)) return { fit: 'none' };
  const steps = totp.validate({ token: code, timestamp: now, window: SEARCHED });
  if (steps === null) return { fit: 'none' };
  return Math.abs(steps) <= TAKEN ? { fit: 'now' } : { fit: 'drift', seconds: steps * period };
}
