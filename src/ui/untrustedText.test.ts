import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundText, cleanText, untrustedText } from './untrustedText.ts';

describe('cleanText', () => {
  it.each([
    ['bell and escape', 'a\u0007b\u001b[31mc', 'ab[31mc'],
    ['C1 controls', 'a\u009bb', 'ab'],
    ['zero-width characters', 'ad\u200bmin\ufeff\u2060', 'admin'],
    ['a bidirectional override', 'exe.\u202egpj\u202c', 'exe.gpj'],
    ['isolates and marks', '\u2066a\u2069\u200e\u200f\u061c', 'a'],
    ['soft hyphens', 'pass\u00adword', 'password'],
    ['tag characters', 'a\u{e0061}\u{e007f}b', 'ab'],
    ['letters that show nothing', 'a\u3164\u115fb', 'ab'],
    ['selectors of variants', 'ad\ufe00m\u{e0101}in', 'admin'],
    ['a pattern of Braille that has no dots', 'ad\u2800min', 'admin'],
    ['a tower of marks', `e${'\u0301'.repeat(90)}`, `e${'\u0301'.repeat(4)}`],
    ['a lone surrogate', 'a\ud800b', 'ab'],
    ['white space of every kind', ' a\n\t b\u2028c\u00a0\u3000d ', 'a b c d'],
    ['space left by what was taken out', 'a \u200b b', 'a b'],
  ])('takes out %s', (_, text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });

  it.each(["O'Brien-Łukasz", 'نادية حسن', '山田 太郎', 'Zoë 👍🏽', '<b>&amp;'])('leaves %s as it is', (text) => {
    expect(cleanText(text)).toBe(text);
  });

  it('never leaves a character that deceives, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(cleanText(text)).not.toMatch(/\p{Cc}|[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u);
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
      }),
    );
  });
});

describe('boundText', () => {
  it('leaves what fits', () => {
    expect(boundText('abcde', 5)).toBe('abcde');
  });

  it('gives the last place to the ellipsis', () => {
    expect(boundText('abcdef', 5)).toBe('abcd…');
  });

  it('counts as people do', () => {
    expect(boundText('👍🏽👍🏽👍🏽', 3)).toBe('👍🏽👍🏽👍🏽');
    expect(boundText('👍🏽👍🏽👍🏽👍🏽', 3)).toBe('👍🏽👍🏽…');
  });

  it('bounds a letter under a thousand accents too', () => {
    expect(boundText(`a${'\u0301'.repeat(1000)}`, 10).length).toBeLessThan(90);
  });

  it('is never longer than asked for', () => {
    const count = (text: string) =>
      [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].length;
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 1, max: 40 }), (text, max) => {
        expect(count(boundText(text, max))).toBeLessThanOrEqual(max);
      }),
    );
  });
});

describe('untrustedText', () => {
  it('keeps the longer text behind what was cut, bounded too', () => {
    const { shown, title } = untrustedText('x'.repeat(5_000_000), 120);
    expect(shown).toHaveLength(120);
    expect(title).toHaveLength(1000);
    expect(untrustedText('short', 120).title).toBeUndefined();
  });
});
