import { globSync, readFileSync, writeFileSync } from 'node:fs';

export const ALBUM = 'screenshots';
export const WIDTHS = [320, 768, 1440];
export const THEMES = ['light', 'dark'] as const;

interface Picture {
  place: string;
  state: string;
  language: string;
  width: number;
  theme: string;
}

/** The path of a picture, which says all about it. */
export function pictureOf({ place, state, language, width, theme }: Picture): string {
  const words = [place, state, language, width, theme].map((word) => String(word).replace(/[^\w-]+/g, '-'));
  return `${ALBUM}/${words.join('.')}.png`;
}

/** After the pictures are taken: a page to leaf through them. */
// biome-ignore lint/style/noDefaultExport: Playwright takes no other
export default function bind(): void {
  const pictures = globSync('*.png', { cwd: ALBUM }).sort();
  const page = readFileSync(new URL('album.html', import.meta.url), 'utf8');
  writeFileSync(
    `${ALBUM}/index.html`,
    page.replace('[]', () => JSON.stringify(pictures)),
  );
  console.info(`\n${pictures.length} pictures: ${ALBUM}/index.html`);
}
