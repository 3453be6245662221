// C0 and C1 controls, format characters (zero-width, bidirectional marks, overrides, isolates, tags),
// lone surrogates, and what shows nothing (letters, selectors of variants): with these, one name can pass for
// another or turn the words around it. The Arabic number signs are format characters that do show.
const deceptive = /(?![\u0600-\u0605\u06dd])(?:\p{Cc}|\p{Cf}|\p{Cs}|\p{Default_Ignorable_Code_Point}|\u2800)/gu;

// More marks on a letter than any language writes: a tower that reaches into the lines above.
const tower = /(\p{M}{4})\p{M}+/gu;

// So much is looked at; beyond, a text of megabytes would stop the page.
const readLimit = 10_000;
const titleLimit = 1000;

/** Text from outside as it may be shown: without characters that deceive, white space as single spaces. */
export function cleanText(text: string): string {
  const read = text.slice(0, readLimit).replace(/\s+/gu, ' ').replace(deceptive, '').replace(tower, '$1');
  return read.replace(/ {2,}/g, ' ').trim();
}

/**
 * Cuts after `max` characters as people count them, with an ellipsis in the last one's place.
 * A letter under a hundred accents is one such character, so there is a limit in code units too.
 */
export function boundText(text: string, max: number): string {
  if (text.length <= max) return text;
  const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text);
  let kept = '';
  let count = 0;
  for (const { segment } of segments) {
    const room = max * 8 - kept.length;
    if (count === max || segment.length > room) return `${lastDropped(kept, count, max)}…`;
    kept += segment;
    count += 1;
  }
  return kept;
}

/** The ellipsis takes the place of one character when all `max` places are taken. */
function lastDropped(kept: string, count: number, max: number): string {
  if (count < max) return kept;
  const graphemes = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(kept)];
  return graphemes
    .slice(0, -1)
    .map(({ segment }) => segment)
    .join('')
    .trimEnd();
}

/** What is shown, and the longer text behind it where something was cut. */
export function untrustedText(text: string, max: number): { shown: string; title: string | undefined } {
  const clean = cleanText(text);
  const shown = boundText(clean, max);
  return { shown, title: shown === clean ? undefined : boundText(clean, titleLimit) };
}
