import { cleanText } from './untrustedText.ts';

/** The first letters of the first and the last word of a name, or of an e-mail's local part; empty where there are none. */
export function initials(name: string): string {
  const local = cleanText(name).slice(0, 200).replace(/@.*$/, '');
  const words = local.split(/[\s._-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const ends = words.length > 1 ? [words.at(0), words.at(-1)] : [words.at(0)];
  return ends
    .map((word) => word?.match(/[\p{L}\p{N}]\p{M}?/u)?.[0] ?? '')
    .join('')
    .toLocaleUpperCase();
}
