import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Theme = 'light' | 'dark';
type Oklch = [lightness: number, chroma: number, hue: number];

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** Where it begins to say what differs for people who ask for more contrast. */
const moreContrast = css.slice(css.indexOf('(prefers-contrast: more)'));

function token(name: string, theme: Theme, from = css): Oklch {
  const colour = String.raw`oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)`;
  const match = new RegExp(String.raw`--${name}: light-dark\(${colour}, ${colour}\);`).exec(from);
  if (!match) throw new Error(`tokens.css has no colour --${name}`);
  const [l, c, h] = match.slice(theme === 'light' ? 1 : 4).map(Number);
  return [(l ?? Number.NaN) / 100, c ?? Number.NaN, h ?? Number.NaN];
}

/** OKLCH to linear sRGB, by the matrices of CSS Color 4. */
function linearRgb([l, c, h]: Oklch): [number, number, number] {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const L = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const M = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const S = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * L - 3.3077115913 * M + 0.2309699292 * S,
    -1.2684380046 * L + 2.6097574011 * M - 0.3413193965 * S,
    -0.0041960863 * L - 0.7034186147 * M + 1.707614701 * S,
  ];
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: Oklch): number {
  const [r, g, b] = linearRgb(colour).map((channel) => Math.min(1, Math.max(0, channel)));
  return 0.2126 * (r ?? Number.NaN) + 0.7152 * (g ?? Number.NaN) + 0.0722 * (b ?? Number.NaN);
}

function contrast(one: string, other: string, theme: Theme, from = css): number {
  const [light, dark] = [luminance(token(one, theme, from)), luminance(token(other, theme))].sort((x, y) => y - x);
  return ((light ?? Number.NaN) + 0.05) / ((dark ?? Number.NaN) + 0.05);
}

const surfaces = ['page', 'card', 'sunk'];
const grounds = ['accent-ground', 'good-ground', 'warning-ground', 'danger-ground'];

/** Every pair that meets on screen: what, on what, the least contrast. 7 is AAA for text, 3 is for controls. */
const pairs: [foreground: string, backgrounds: string[], least: number][] = [
  ['text', [...surfaces, ...grounds], 7],
  ['quiet', [...surfaces, ...grounds], 7],
  // The current place in the navigation, links, initials.
  ['accent', [...surfaces, 'accent-ground'], 7],
  ['accent-hover', ['card', 'page'], 7],
  ['good', ['card', 'page', 'good-ground'], 7],
  ['warning', ['card', 'page', 'warning-ground'], 7],
  // Field errors, outline buttons at rest and pointed at.
  ['danger', [...surfaces, 'danger-ground'], 7],
  ['on-accent', ['accent', 'accent-hover'], 7],
  ['on-danger', ['danger', 'danger-hover'], 7],
  ['control-line', surfaces, 3],
  ['focus', [...surfaces, ...grounds], 3],
];

describe.each<Theme>(['light', 'dark'])('contrast in %s', (theme) => {
  const cases = pairs.flatMap(([foreground, backgrounds, least]) =>
    backgrounds.map((background) => ({ foreground, background, least })),
  );

  it.each(cases)('$foreground on $background is at least $least', ({ foreground, background, least }) => {
    expect(contrast(foreground, background, theme)).toBeGreaterThanOrEqual(least);
  });

  it.each(surfaces)('a line on %s is at least 4.5 for people who ask for more', (surface) => {
    expect(contrast('line', surface, theme, moreContrast)).toBeGreaterThanOrEqual(4.5);
  });
});

it('agrees with known colours', () => {
  // White on black is 21; sRGB red is oklch(62.8% 0.2577 29.23), 4.0 on white.
  expect(luminance([1, 0, 0])).toBeCloseTo(1, 3);
  expect(1.05 / (luminance([0.628, 0.2577, 29.23]) + 0.05)).toBeCloseTo(4.0, 1);
});

it('stays inside sRGB, so that no screen clips a colour to another contrast', () => {
  const names = [...css.matchAll(/--([a-z-]+): light-dark\(oklch\([^/]*?\), oklch\([^/]*?\)\);/g)].map(
    (match) => match[1] ?? '',
  );
  expect(names.length).toBeGreaterThan(15);
  for (const theme of ['light', 'dark'] as const) {
    const clipped = names.filter((name) =>
      linearRgb(token(name, theme)).some((channel) => channel < -0.002 || channel > 1.002),
    );
    expect(clipped).toEqual([]);
  }
});
