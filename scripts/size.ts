import { globSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

/** Most JavaScript that the sign-in page may load, in bytes, brotli. */
const SIGN_IN_BUDGET = 140_000;

const weigh = (path: string) => brotliCompressSync(readFileSync(path)).length;
const needed = [...readFileSync('dist/index.html', 'utf8').matchAll(/(?:src|href)="[^"]*?(assets\/[^"]+\.js)"/g)];
const signIn = needed.reduce((sum, [, path]) => sum + weigh(`dist/${path}`), 0);
/** The words of a language come by themselves. */
const isLanguage = (path: string) => path.includes('/words-');
const all = globSync('dist/assets/*.js').reduce((sum, path) => sum + (isLanguage(path) ? 0 : weigh(path)), 0);

console.info(
  `JavaScript, brotli: sign-in page ${kilobytes(signIn)} of ${kilobytes(SIGN_IN_BUDGET)}, all pages ${kilobytes(all)}`,
);
if (needed.length === 0 || signIn > SIGN_IN_BUDGET) process.exitCode = 1;

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
