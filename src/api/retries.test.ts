import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { authenticate, change, create, read, remove } from './client.ts';
import { answerWith, inFakeTime } from './testing.ts';

/** What is sent again and what is not, and how long that takes: in fake time. */

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: new Date('2026-03-04T05:06:07Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

const anything = z.unknown();
const calls = {
  GET: () => read('/thing', anything),
  DELETE: () => remove('/thing'),
  POST: () => create('/thing', { password: 'x' }, anything),
  PATCH: () => change('/thing', { code: '012345' }),
  authenticate: () => authenticate({ username: 'x' }, anything),
};
const repeated = ['GET', 'DELETE'] as const;
const sentOnce = ['POST', 'PATCH', 'authenticate'] as const;

const down = () => new Response('<h1>Down</h1>', { status: 503, headers: { 'Content-Type': 'text/html' } });
const broken = () => Promise.reject(new TypeError('fetch failed'));
const cutBody = () =>
  new Response(
    new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"id":')),
      // Firefox's words: ky knows Chrome's alone.
      pull: (controller) => controller.error(new TypeError('Error in input stream')),
    }),
  );
const fine = () => Response.json([]);
const done = () => new Response(null, { status: 204 });
const good = { GET: fine, DELETE: done };

/** The n-th answer to the n-th call, and the last to all that follow. */
function inTurn(...answers: (() => Response | Promise<Response>)[]) {
  let next = 0;
  return answerWith(() => (answers[Math.min(next++, answers.length - 1)] ?? fine)());
}

describe.each(repeated)('%s', (method) => {
  test.each([408, 429, 500, 502, 503, 504])('is sent again after %i', async (status) => {
    const { calls: sent } = inTurn(() => new Response(null, { status }), good[method]);
    const { error } = await inFakeTime(calls[method]());
    expect([error, sent.length]).toEqual([undefined, 2]);
  });

  test('is sent again after a lost connection', async () => {
    const { calls: sent } = inTurn(broken, good[method]);
    expect((await inFakeTime(calls[method]())).error).toBeUndefined();
    expect(sent).toHaveLength(2);
  });

  test('gives up after three times, waiting longer between them, and says what the last answer said', async () => {
    const { calls: sent } = inTurn(down);
    const { error, seconds } = await inFakeTime(calls[method]());
    expect(error).toMatchObject({ kind: 'server', status: 503 });
    expect(sent).toHaveLength(3);
    expect(seconds).toBeGreaterThan(0.4);
    expect(seconds).toBeLessThan(1.6);
  });

  test.each([400, 401, 403, 409, 422])('is not sent again after %i', async (status) => {
    const { calls: sent } = inTurn(() => new Response(null, { status }));
    expect((await inFakeTime(calls[method]())).error).toMatchObject({ status });
    expect(sent).toHaveLength(1);
  });

  test.each([429, 500, 503])('waits as long as %i asks', async (status) => {
    const { calls: sent } = inTurn(() => new Response(null, { status, headers: { 'Retry-After': '4' } }), good[method]);
    const { seconds, error } = await inFakeTime(calls[method]());
    expect([error, sent.length]).toEqual([undefined, 2]);
    expect(seconds).toBeGreaterThanOrEqual(4);
    expect(seconds).toBeLessThan(4.5);
  });

  test.each([
    ['11', 11],
    ['300', 300],
    ['Wed, 04 Mar 2026 05:11:07 GMT', 300],
  ])('says that it takes long rather than waiting silently: Retry-After %s', async (wait, retryAfter) => {
    const { calls: sent } = inTurn(() => new Response(null, { status: 429, headers: { 'Retry-After': wait } }));
    const { error, seconds } = await inFakeTime(calls[method]());
    expect(error).toMatchObject({ kind: 'rate-limited', retryAfter });
    expect(sent).toHaveLength(1);
    expect(seconds).toBeLessThan(0.5);
  });

  test.each([
    ['Retry-After', '9'.repeat(400)],
    ['Retry-After', 'soon'],
    ['X-RateLimit-Reset', '300'],
    ['RateLimit-Reset', '300'],
  ])('never waits for minutes, whatever the answer says: %s %s', async (name, wait) => {
    inTurn(() => new Response(null, { status: 429, headers: { [name]: wait } }));
    const { error, seconds } = await inFakeTime(calls[method]());
    expect(error).toMatchObject({ kind: 'rate-limited', retryAfter: undefined });
    expect(seconds).toBeLessThan(21);
  });
});

test('a date to wait for is judged by the clock of the API, not by this computer', async () => {
  const answer = () =>
    new Response(null, {
      status: 503,
      headers: { Date: 'Thu, 04 Mar 2027 05:06:07 GMT', 'Retry-After': 'Thu, 04 Mar 2027 05:06:10 GMT' },
    });
  const { calls: sent } = inTurn(answer, fine);
  const { error, seconds } = await inFakeTime(calls.GET());
  expect([error, sent.length]).toEqual([undefined, 2]);
  expect(seconds).toBeLessThan(10.5);
  inTurn(() => {
    const never = answer();
    never.headers.set('Retry-After', 'Thu, 04 Mar 2027 05:07:07 GMT');
    return never;
  });
  expect((await inFakeTime(calls.POST())).error).toMatchObject({ retryAfter: 60 });
});

test('a read whose answer breaks off half-way is sent again', async () => {
  const { calls: sent } = inTurn(cutBody, fine);
  const { answer, error } = await inFakeTime(calls.GET());
  expect([answer, error, sent.length]).toEqual([[], undefined, 2]);
});

describe.each(sentOnce)('%s', (method) => {
  test.each([
    ['408', () => new Response(null, { status: 408 })],
    ['429 with Retry-After', () => new Response(null, { status: 429, headers: { 'Retry-After': '1' } })],
    ['503', down],
    ['a lost connection', broken],
  ])('is sent once, whatever comes: %s', async (_, answer) => {
    const { calls: sent } = inTurn(answer, fine);
    const { error, seconds } = await inFakeTime(calls[method]());
    expect(error).toMatchObject({ name: 'ApiError' });
    expect(sent).toHaveLength(1);
    expect(seconds).toBeLessThan(0.5);
  });
});

test('POST is sent once when its answer breaks off', async () => {
  const { calls: sent } = inTurn(cutBody, fine);
  expect((await inFakeTime(calls.POST())).error).toMatchObject({ kind: 'network' });
  expect(sent).toHaveLength(1);
});

describe.each([...repeated, ...sentOnce])('%s', (method) => {
  test('times out after 15 s, once', async () => {
    const { calls: sent } = answerWith(
      (request) =>
        new Promise((_, reject) => {
          request.signal.addEventListener('abort', () => reject(request.signal.reason));
        }),
    );
    const { error, seconds } = await inFakeTime(calls[method]());
    expect(error).toMatchObject({ kind: 'timeout', status: undefined });
    expect(sent).toHaveLength(1);
    expect(seconds).toBeCloseTo(15, 0);
  });
});

test('a body that never ends times out as well, with the same 15 s', async () => {
  answerWith(() => new Response(new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array(1)) })));
  const { error, seconds } = await inFakeTime(calls.GET());
  expect(error).toMatchObject({ kind: 'timeout' });
  expect(seconds).toBeCloseTo(15, 0);
});

test.each([
  ['under way', 0],
  ['between two tries', 200],
])('a read that is cancelled while %s ends at once, and is no error for people', async (_, milliseconds) => {
  const abort = new AbortController();
  const { calls: sent } = milliseconds
    ? inTurn(() => new Response(null, { status: 429, headers: { 'Retry-After': '9' } }))
    : answerWith(
        (request) =>
          new Promise((_, reject) => {
            request.signal.addEventListener('abort', () => reject(request.signal.reason));
          }),
      );
  setTimeout(() => abort.abort(), milliseconds + 10);
  const { error, seconds } = await inFakeTime(read('/thing', anything, { signal: abort.signal }));
  expect(error).toMatchObject({ name: 'AbortError' });
  expect(sent).toHaveLength(1);
  expect(seconds).toBeLessThan(0.5);
});

describe('404 on DELETE', () => {
  const notFound = (status: number) =>
    Response.json({ error_code: 1201, error_token: 'NotFound', message: 'not found' }, { status });

  test('of the API: what was wanted, at the first try and after one whose answer was lost', async () => {
    inTurn(() => notFound(404));
    expect((await inFakeTime(calls.DELETE())).error).toBeUndefined();
    const { calls: sent } = inTurn(broken, () => notFound(404));
    expect((await inFakeTime(calls.DELETE())).error).toBeUndefined();
    expect(sent).toHaveLength(2);
  });

  test('of a proxy proves nothing; nor does the token with another status', async () => {
    inTurn(() => new Response('<h1>Not found</h1>', { status: 404, headers: { 'Content-Type': 'text/html' } }));
    expect((await inFakeTime(calls.DELETE())).error).toMatchObject({ kind: 'not-found' });
    inTurn(() => notFound(409));
    expect((await inFakeTime(calls.DELETE())).error).toMatchObject({ kind: 'conflict' });
  });

  test('is an error for a read', async () => {
    inTurn(() => notFound(404));
    expect((await inFakeTime(calls.GET())).error).toMatchObject({ kind: 'not-found', token: 'NotFound', code: 1201 });
  });
});
