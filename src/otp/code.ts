/** Characters in a one-time code, from an app (digits) or by e-mail (letters too). */
export const CODE_LENGTH = 6;

/**
 * A code as the API wants it, from whatever was typed or pasted: `123 456`, `123-456` and full-width digits become
 * `123456`. A string to the end, so that `012345` keeps its zero. Upper and lower case stay as they are.
 */
export function normaliseCode(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s\p{Pd}\p{Cf}.·_]/gu, '');
}

/** True for six letters and digits, which is all that can be said of a code by its looks. */
export function isCompleteCode(code: string): boolean {
  return /^[\p{L}\p{N}]{6}$/u.test(code);
}

/** True for six digits: what an authenticator app shows. */
export function isAppCode(code: string, digits = CODE_LENGTH): boolean {
  return new RegExp(`^[0-9]{${digits}}$`).test(code);
}

/**
 * True when a code arrived whole, by paste or autofill, rather than key by key. A typed code waits for Enter, because
 * three wrong ones lock the account.
 * @param before the field's normalised content before this input
 * @param after the same after it
 */
export function arrivedWhole(before: string, after: string): boolean {
  return isCompleteCode(after) && after.length - commonPrefix(before, after) > 1;
}

function commonPrefix(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}
