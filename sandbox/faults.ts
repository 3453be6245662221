import { setTimeout as wait } from 'node:timers/promises';
import type { Context, MiddlewareHandler } from 'hono';
import { z } from 'zod';
import type { SandboxEnv } from './environment.ts';
import { ConnectionCut } from './errors.ts';

/** How long the first half of a cut body gets to reach the caller, in milliseconds. */
const FLUSH = 30;

export const faultSchema = z.strictObject({
  method: z.string().optional(),
  /** A prefix; with `*` or a `$` at its end the whole path; the query belongs to it once a `?` is in the pattern. */
  path: z.string().startsWith('/'),
  times: z.union([z.int().positive(), z.literal('always')]).default(1),
  /** Let so many matching requests pass first. */
  skip: z.int().nonnegative().default(0),
  latency_ms: z.number().nonnegative().default(0),
  status: z.int().min(200).max(599).optional(),
  /** Null takes a header away. */
  headers: z.record(z.string(), z.string().nullable()).default({}),
  /** A string is sent as it is, anything else as JSON. */
  body: z.unknown().optional(),
  /** `before`: the socket dies before the answer; `body`: in the middle of it. */
  cut: z.enum(['before', 'body']).optional(),
  /** The operation is carried out first, and only its answer is lost or replaced. */
  applied: z.boolean().default(false),
});

export type FaultOrder = z.infer<typeof faultSchema>;

export interface Fault extends FaultOrder {
  id: number;
  hits: number;
  passed: number;
}

/** The faults of a world, tried in the order in which they were ordered. */
export class Faults {
  #faults: Fault[] = [];
  #lastId = 0;

  add(order: FaultOrder): Fault {
    const fault = { ...order, id: ++this.#lastId, hits: 0, passed: 0 };
    this.#faults.push(fault);
    return fault;
  }

  list(): Fault[] {
    return this.#faults;
  }

  clear(): void {
    this.#faults = [];
  }

  /** The fault that strikes this request, counted as a hit. */
  strike(method: string, path: string, search: string): Fault | undefined {
    for (const fault of this.#faults) {
      const spent = fault.times !== 'always' && fault.hits >= fault.times;
      if (spent || !matches(fault, method, path, search)) continue;
      if (fault.passed < fault.skip) {
        fault.passed++;
        continue;
      }
      fault.hits++;
      return fault;
    }
    return undefined;
  }
}

function matches(fault: Fault, method: string, path: string, search: string): boolean {
  if (fault.method && fault.method.toUpperCase() !== method) return false;
  const target = fault.path.includes('?') ? path + search : path;
  if (!fault.path.includes('*') && !fault.path.endsWith('$')) return target.startsWith(fault.path);
  const pattern = fault.path
    .replace(/\$$/, '')
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*');
  return new RegExp(`^${pattern}$`).test(target);
}

/** Carries out what the world's faults order. One that orders latency or headers alone leaves the operation be. */
export const injectFaults: MiddlewareHandler<SandboxEnv> = async (c, next) => {
  const { faults, settings } = c.get('world');
  if (settings.latency_ms > 0) await wait(settings.latency_ms);
  const fault = faults.strike(c.req.method, c.req.path, new URL(c.req.url).search);
  if (!fault) return next();
  const replaces = fault.status !== undefined || fault.body !== undefined || fault.cut !== undefined;
  if (fault.applied) await next();
  await wait(fault.latency_ms);
  if (!replaces && !fault.applied) await next();
  if (fault.cut === 'before') {
    c.env?.incoming?.socket.destroy();
    throw new ConnectionCut();
  }
  await replaceAnswer(c, fault);
};

async function replaceAnswer(c: Context<SandboxEnv>, fault: Fault): Promise<void> {
  const original = c.res;
  const headers = new Headers(original.headers);
  const sent = fault.body === undefined ? await original.text() : bodyText(fault.body);
  if (fault.body !== undefined) headers.set('Content-Type', /^\s*</.test(sent) ? 'text/html' : 'application/json');
  for (const [name, value] of Object.entries(fault.headers)) {
    if (value === null) headers.delete(name);
    else headers.set(name, value);
  }
  const ordered = fault.status ?? original.status;
  // An answer that has no body can't break off in it: then it is one that seemed to have one.
  const status = fault.cut === 'body' && bodyless(ordered) ? 200 : ordered;
  // The setter merges the headers of the answer before: without one there is nothing to merge.
  c.res = undefined;
  c.res = new Response(fault.cut === 'body' ? cutBody(c, sent) : bodyless(status) ? null : sent, { status, headers });
}

function bodyText(body: unknown): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}

function bodyless(status: number): boolean {
  return status === 204 || status === 205 || status === 304;
}

/** The first half of a body, then the end of the connection (or, with no socket, a stream that errs). */
function cutBody(c: Context<SandboxEnv>, text: string): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text || '{"id":');
  const socket = c.env?.incoming?.socket;
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes.slice(0, Math.max(1, Math.floor(bytes.length / 2))));
    },
    async pull(controller) {
      await wait(FLUSH);
      if (socket) socket.destroy();
      else controller.error(new TypeError('terminated'));
    },
  });
}
