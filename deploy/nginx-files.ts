import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { compressFiles } from './compress.ts';
import { API_URL_AT_START, indexHtmlTemplate } from './index-html.ts';
import { securityHeaders } from './policy.ts';

/** Beside the public files, because nothing in it is one. */
const FOLDER = 'dist-nginx';

/** Makes what nginx needs beside the built files: compressed ones, and what start.sh makes the rest of. */
export const nginxFiles: Plugin = {
  name: 'nginx-files',
  apply: 'build',
  writeBundle: ({ dir = 'dist' }) => {
    compressFiles(dir);
    rmSync(FOLDER, { recursive: true, force: true });
    mkdirSync(FOLDER);
    cpSync('deploy/start.sh', join(FOLDER, 'start.sh'));
    const html = readFileSync(join(dir, 'index.html'), 'utf8');
    writeFileSync(join(FOLDER, 'nginx.conf'), nginxTemplate(html));
    writeFileSync(join(FOLDER, 'index.html'), indexHtmlTemplate(html));
  },
};

/** nginx.conf with the headers of policy.ts that fit an index.html. */
export function nginxTemplate(html: string): string {
  const headers = Object.entries(securityHeaders({ apiUrl: API_URL_AT_START }, html));
  const add = headers.map(([name, value]) => `add_header ${name} "${value}" always;`);
  const hide = headers.map(([name]) => `proxy_hide_header ${name};`);
  return readFileSync('deploy/nginx.conf', 'utf8')
    .replace('@HEADERS@', add.join('\n    '))
    .replace('@HIDDEN_HEADERS@', hide.join('\n      '));
}
