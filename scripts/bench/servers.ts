import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';
import { compressFiles } from '../../deploy/compress.ts';
import { securityHeaders } from '../../deploy/policy.ts';

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

export interface Sites {
  /** The built portal with the sandbox, as `npm start` serves it. */
  portal: string;
  /** An empty page on the same stack. */
  empty: string;
  /** A form without a script. */
  bare: string;
  close: () => Promise<void>;
}

/**
 * Serves the three that are compared, each from a port of its own, compressed alike and with the same headers: for a page
 * that others may not open or be opened by, Chromium starts another process, which takes 0.15 s.
 */
export async function startSites(): Promise<Sites> {
  const folder = mkdtempSync(join(tmpdir(), 'portal-bench-'));
  await build({
    root: 'scripts/bench/empty',
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    build: {
      outDir: join(folder, 'empty'),
      emptyOutDir: true,
      target: 'baseline-widely-available',
      modulePreload: { polyfill: false },
    },
  });
  cpSync('scripts/bench/bare', join(folder, 'bare'), { recursive: true });
  compressFiles(folder);
  const portal = await preview({ logLevel: 'warn', preview: { port: 0 } });
  const empty = await serve(join(folder, 'empty'));
  const bare = await serve(join(folder, 'bare'));
  return {
    portal: originOf(portal.httpServer as Server),
    empty: originOf(empty),
    bare: originOf(bare),
    close: async () => {
      await portal.close();
      for (const server of [empty, bare]) server.close();
      rmSync(folder, { recursive: true });
    },
  };
}

function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = join(folder, pathname === '/' ? 'index.html' : pathname);
    if (!existsSync(path)) return response.writeHead(404).end();
    const compressed = existsSync(`${path}.br`);
    response.writeHead(200, {
      ...securityHeaders({}, ''),
      'Content-Type': `${TYPES[extname(path)]}; charset=utf-8`,
      ...(compressed && { 'Content-Encoding': 'br' }),
    });
    response.end(readFileSync(compressed ? `${path}.br` : path));
  });
  return new Promise((resolve) => server.listen(0, 'localhost', () => resolve(server)));
}

function originOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server does not listen');
  return `http://localhost:${address.port}`;
}
