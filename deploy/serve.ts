import type { EventEmitter } from 'node:events';
import { existsSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import type { Connect, Plugin } from 'vite';
import { CODINGS } from './compress.ts';
import { fillIndexHtml } from './index-html.ts';
import { securityHeaders } from './policy.ts';
import { settingsFrom } from './settings.ts';

/** Of the files that are compressed: their own names end otherwise. */
const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * What Vite's servers add to the portal's files: the sandbox where no real API is configured, and, in preview, the
 * headers and settings of a deployment.
 * @param realApi whether `/api` is forwarded to an API; then the sandbox is out of reach
 */
export function portalServer(realApi: boolean): Plugin {
  const settings = settingsFrom(process.env);
  const { basePath = '/' } = settings;
  return {
    name: 'portal-server',
    transformIndexHtml: {
      order: 'post',
      // The dev server's hot reload needs what the policy forbids.
      handler: (html, { server }) =>
        server ? html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '') : fillIndexHtml(html, settings),
    },
    configureServer: ({ middlewares, httpServer }) => {
      if (!realApi) middlewares.use(sandbox(httpServer));
    },
    configurePreviewServer: ({ middlewares, config, httpServer }) => {
      const files = join(config.root, config.build.outDir);
      // What comes after this, the sandbox and Vite's forwarding too, knows no base path.
      middlewares.use((request, response, next) => {
        const path = request.url?.replace(/^\/+/, '/') ?? '/';
        if (!path.startsWith(basePath)) return notFound(response);
        request.url = path.slice(basePath.length - 1);
        next();
      });
      if (!realApi) middlewares.use(sandbox(httpServer));
      middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        if (pathname.startsWith('/api/')) return realApi ? next() : notFound(response);
        const index = readFileSync(join(files, 'index.html'), 'utf8');
        for (const [name, value] of Object.entries(securityHeaders(settings, index))) response.setHeader(name, value);
        const isFile = isFileIn(files, pathname);
        const isAsset = pathname.startsWith('/assets/');
        response.setHeader('Cache-Control', isAsset && isFile ? 'public, max-age=31536000, immutable' : 'no-cache');
        if (isFile && pathname !== '/index.html') {
          sendCompressed(request, response, files, pathname);
          return next();
        }
        if (isAsset) return notFound(response);
        sendPage(request, response, fillIndexHtml(index, settings));
      });
    },
  };
}

/** The sandbox as a middleware. It loads once the server listens, so that one can open the portal meanwhile. */
function sandbox(httpServer: EventEmitter | null): Connect.NextHandleFunction {
  const listens = new Promise((resolve) => (httpServer ? httpServer.once('listening', resolve) : resolve(undefined)));
  const opened = listens.then(() => nextTurn()).then(openSandbox);
  return async (request: IncomingMessage, response: ServerResponse, next) => {
    if (!/^\/(api|sandbox)(\/|$|\?)/.test(request.url ?? '')) return next();
    const answer = await opened;
    await answer(request, response);
  };
}

async function openSandbox() {
  const [{ createSandbox }, { ACCOUNTS }] = await Promise.all([
    import('../sandbox/app.ts'),
    import('../sandbox/accounts.ts'),
  ]);
  const users = process.env.SANDBOX_USERS;
  const app = createSandbox({ ...(users && { users: Number(users) }), log: (line) => console.info(line) });
  printAccounts(ACCOUNTS);
  // Vite's own Request and Response stay as they are.
  return getRequestListener(app.fetch, { overrideGlobalObjects: false });
}

function isFileIn(folder: string, pathname: string): boolean {
  const path = join(folder, pathname);
  return path.startsWith(folder) && existsSync(path) && statSync(path).isFile();
}

/** The page as it was compressed last: all of them are the same. */
let lastPage = { html: '', coding: '', body: Buffer.alloc(0) };

function sendPage(request: IncomingMessage, response: ServerResponse, html: string): void {
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.setHeader('Vary', 'Accept-Encoding');
  const [best] = codingsFor(request);
  if (!best) return void response.end(html);
  const { coding, compress } = best;
  if (lastPage.html !== html || lastPage.coding !== coding) {
    lastPage = { html, coding, body: compress(Buffer.from(html)) };
  }
  response.setHeader('Content-Encoding', coding);
  response.end(lastPage.body);
}

/** Has the compressed file sent in place of the one that was asked for, where there is one and the browser takes it. */
function sendCompressed(request: IncomingMessage, response: ServerResponse, folder: string, path: string): void {
  const found = codingsFor(request).find(({ ending }) => existsSync(join(folder, path + ending)));
  response.setHeader('Vary', 'Accept-Encoding');
  if (!found) return;
  response.setHeader('Content-Encoding', found.coding);
  response.setHeader('Content-Type', TYPES[extname(path)] ?? 'application/octet-stream');
  request.url = path + found.ending;
}

/** Those that the browser takes, the better one first. */
function codingsFor(request: IncomingMessage) {
  const taken = String(request.headers['accept-encoding']).split(/[ ,]+/);
  return CODINGS.filter(({ coding }) => taken.includes(coding));
}

function notFound(response: ServerResponse): void {
  response.statusCode = 404;
  response.end();
}

function printAccounts(accounts: readonly { email: string; description: string; setupKey?: string }[]): void {
  console.info('\n  Sandbox accounts, password "sandbox" for all:');
  for (const { email, description, setupKey } of accounts) {
    console.info(`    ${email.padEnd(22)} ${description}${setupKey ? `; setup key ${setupKey}` : ''}`);
  }
  console.info('  E-mailed codes land here and at /sandbox/mailbox.\n');
}
