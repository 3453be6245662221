import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** Below this many bytes the headers weigh more than what is saved. */
const WORTH_IT = 500;

/** How a file is compressed, by the name of the coding and what its name ends in then; the better one first. */
export const CODINGS = [
  { coding: 'br', ending: '.br', compress: brotliCompressSync },
  { coding: 'gzip', ending: '.gz', compress: (content: Buffer) => gzipSync(content, { level: 9 }) },
];

/** Puts compressed files beside those of a folder, for servers that send them as they are. */
export function compressFiles(folder: string): void {
  for (const path of globSync(`${folder}/**/*.{js,css,svg,txt}`)) {
    if (statSync(path).size < WORTH_IT) continue;
    for (const { ending, compress } of CODINGS) writeFileSync(path + ending, compress(readFileSync(path)));
  }
}
