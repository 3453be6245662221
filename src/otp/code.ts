/** Characters in a one-time code, from an app (digits) or by e-mail (letters too). */
export const CODE_LENGTH = 6;

/**
 * A code as the API wants it, from whatever was typed or pasted: `123 456`, `123-456`, full-width digits and those of
 * other scripts, as some phones type them, become `123456`. A string to the end, so that `012345` keeps its zero. Upper
 * and lower case stay as they are.
 */
export function normaliseCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\p{Cf}.·_−]/gu, '')
    .replace(/\p{Nd}/gu, asciiDigit);
}

/** Each script has its ten digits in a row, from zero up, and the row of another may follow (Unicode, category Nd). */
function asciiDigit(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(point - before - 1))) before += 1;
  return String(before % 10);
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
 * True when a code arrived whole, by paste or autofill, rather than key by key, wherever in the field that was. A typed
 * code waits for Enter, because three wrong ones lock the account.
 * @param before the field's normalised content before this input
 * @param after the same after it
 */
export function arrivedWhole(before: string, after: string): boolean {
  return isCompleteCode(after) && addedBetween(before, after) > 1;
}

/** How many characters stand in `after` between the beginning and the end that it shares with `before`. */
function addedBetween(before: string, after: string): number {
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shortest - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return after.length - start - end;
}
