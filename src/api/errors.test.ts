import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { authenticate, change, create, read, remove } from './client.ts';
import { ApiError, isInDoubt, toApiError } from './errors.ts';
import { answerWith, inFakeTime } from './testing.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

const anything = z.unknown();
const json = (status: number, body: unknown) => Response.json(body, { status });
const html = (status: number) =>
  new Response('<!doctype html><h1>Sorry</h1>', { status, headers: { 'Content-Type': 'text/html' } });
const apiError = (error_code: number, error_token: string, message = 'No.') => ({ error_code, error_token, message });

/** What a call that is never sent again fails with. */
async function failure(answer: Response, call: () => Promise<unknown> = () => create('/thing', {}, anything)) {
  answerWith(() => answer.clone());
  return call().then(
    () => undefined,
    (error: unknown) => error,
  );
}
const signingIn = () => authenticate({}, anything);

describe('the kind of a failed call', () => {
  test.each([
    [400, 'InputValidationFailed', 'rejected'],
    [401, 'InvalidToken', 'signed-out'],
    [401, 'TokenExpired', 'signed-out'],
    [401, 'Unheard', 'signed-out'],
    [401, 'InvalidCredentials', 'rejected'],
    [403, 'Forbidden', 'forbidden'],
    [404, 'NotFound', 'not-found'],
    [408, 'Late', 'timeout'],
    [409, 'NotAllowed', 'conflict'],
    [418, 'Teapot', 'rejected'],
    [422, 'InvalidReference', 'rejected'],
    [429, 'TooManyRequests', 'rate-limited'],
    [500, 'Oops', 'server'],
    [599, 'Oops', 'server'],
  ])('%i %s is %s', async (status, token, kind) => {
    const error = await failure(json(status, apiError(1234, token, 'Because.')));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ kind, status, code: 1234, token, reason: 'Because.' });
  });

  test.each([
    [401, undefined, 'rejected'],
    [401, 'InvalidToken', 'rejected'],
    [401, 'TooManyRequests', 'locked'],
    [429, 'TooManyRequests', 'rate-limited'],
    [400, 'InputValidationFailed', 'rejected'],
    [404, undefined, 'not-found'],
    [500, undefined, 'server'],
  ])('%i %s at sign-in is %s', async (status, token, kind) => {
    const answer = token ? json(status, apiError(1, token)) : new Response(null, { status });
    expect(await failure(answer, signingIn)).toMatchObject({ kind, status, token });
  });

  test.each([
    ['empty', (status: number) => new Response(null, { status })],
    ['HTML', html],
    ['HTML that says it is JSON', (status: number) => new Response('<h1>', { status, headers: jsonType })],
    ['null', (status: number) => json(status, null)],
    ['a string', (status: number) => json(status, 'no')],
    ['an array', (status: number) => json(status, [apiError(1, 'X')])],
    ['other JSON', (status: number) => json(status, { error: 'x', message: '', error_code: '1', error_token: 7 })],
    ['errors of no shape', (status: number) => json(status, { errors: [null] })],
    ['errors that are no list', (status: number) => json(status, { errors: 'many' })],
    ['an abyss', (status: number) => new Response(abyss, { status, headers: jsonType })],
  ])('a body that is %s tells nothing, and the status all the same', async (_, answer) => {
    for (const [status, kind] of [
      [401, 'signed-out'],
      [409, 'conflict'],
      [502, 'server'],
    ] as const) {
      expect(await failure(answer(status))).toMatchObject({
        name: 'ApiError',
        kind,
        status,
        code: undefined,
        token: undefined,
        reason: undefined,
      });
    }
  });

  test('the first of `errors` fills in what the body itself leaves out', async () => {
    const detail = apiError(1402, 'Required', 'code is missing');
    expect(await failure(json(422, { errors: [detail] }))).toMatchObject({
      code: 1402,
      token: 'Required',
      reason: 'code is missing',
    });
    expect(await failure(json(422, { ...apiError(1400, 'InputValidationFailed'), errors: [detail] }))).toMatchObject({
      code: 1400,
      token: 'InputValidationFailed',
    });
  });

  test.each([
    ['HTML', () => html(200)],
    ['nothing', () => new Response(null)],
    ['truncated JSON', () => new Response('[{"id":', { headers: jsonType })],
    ['null', () => json(200, null)],
    ['of another shape', () => json(200, { rows: [] })],
    ['an abyss', () => new Response(abyss, { headers: jsonType })],
  ])('an answer that is %s is unreadable', async (_, answer) => {
    for (const call of [
      () => create('/thing', {}, z.array(z.unknown())),
      () => read('/thing', z.array(z.object({ id: z.number() }))),
      () => authenticate({}, z.object({ auth_token: z.string() })),
    ])
      expect(await failure(answer(), call)).toMatchObject({ name: 'ApiError', kind: 'unreadable' });
  });

  test('no connection, by the browser’s word or without it', async () => {
    const lost = () => {
      answerWith(() => Promise.reject(new TypeError('Failed to fetch')));
      return create('/thing', {}, anything);
    };
    await expect(lost()).rejects.toMatchObject({ kind: 'network', status: undefined });
    vi.stubGlobal('navigator', { onLine: false });
    await expect(lost()).rejects.toMatchObject({ kind: 'offline' });
  });
});

const jsonType = { 'Content-Type': 'application/json' };
/** Deep enough to end any recursion. */
const abyss = `${'{"errors":['.repeat(20_000)}1${']}'.repeat(20_000)}`;

test('writes are in doubt when the answer does not settle them', async () => {
  const doubtful = (kind: ApiError['kind']) => isInDoubt(new ApiError({ kind }));
  for (const kind of ['offline', 'network', 'timeout', 'server', 'unreadable'] as const)
    expect(doubtful(kind)).toBe(true);
  for (const kind of ['signed-out', 'forbidden', 'conflict', 'rejected', 'rate-limited', 'locked'] as const)
    expect(doubtful(kind)).toBe(false);
  expect(isInDoubt(new ApiError({ kind: 'not-found', token: 'NotFound' }))).toBe(false);
  expect(doubtful('not-found')).toBe(true);
  expect(isInDoubt(new Error('server'))).toBe(false);
});

test('anything thrown becomes an ApiError; a cancelled call stays one', () => {
  const isKept = (thrown: unknown) => thrown instanceof ApiError || thrown instanceof DOMException;
  fc.assert(
    fc.property(
      fc.oneof(fc.anything(), fc.constantFrom(new RangeError(), new SyntaxError(), Symbol('x'))),
      (thrown) => {
        const error = toApiError(thrown);
        return error instanceof ApiError && isKept(toApiError(error));
      },
    ),
  );
  const aborted = new DOMException('', 'AbortError');
  expect(toApiError(aborted)).toBe(aborted);
});

describe('an ApiError holds no secret', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    return () => vi.useRealTimers();
  });
  const secrets = { password: 'pässword-9', code: '012345', auth_token: 'auth-token-9', mfa_token: 'mfa-token-9' };
  const calls: [string, () => Promise<unknown>][] = [
    ['POST', () => create('/user/mfa', secrets, z.array(z.unknown()))],
    ['PATCH', () => change('/user/mfa/1', secrets)],
    ['authenticate', () => authenticate(secrets, z.array(z.unknown()))],
    ['GET', () => read('/user/my', z.array(z.unknown()))],
    ['DELETE', () => remove('/user/my/mfa/1')],
  ];
  const answers = [
    () => json(422, apiError(1400, 'InputValidationFailed')),
    () => new Response(null, { status: 401 }),
    () => html(403),
    () => json(200, { secret_key: secrets.password }),
    () => Promise.reject(new TypeError(`Failed to fetch (${secrets.password})`)),
    () => Promise.reject(new Error(secrets.password)),
  ];

  test.each(calls)('%s', async (method, call) => {
    for (const answer of answers) {
      answerWith(answer);
      const { error } = await inFakeTime(call());
      // What these two do not read, they can not refuse.
      if (error === undefined && ['PATCH', 'DELETE'].includes(method)) continue;
      expect(error).toBeInstanceOf(ApiError);
      expect(reachable(error).filter(isSecret)).toEqual([]);
    }
  });

  const isSecret = (value: unknown) =>
    value instanceof Request ||
    value instanceof Response ||
    value instanceof Headers ||
    (typeof value === 'string' && Object.values(secrets).some((secret) => value.includes(secret)));

  test('which the walk over all that it holds would find', () => {
    const error = new ApiError({ kind: 'server' });
    const hidden = { deep: new Map([['x', [new Request('http://x', { headers: { a: 'b' } })]]]) };
    Object.defineProperty(error, 'cause', { value: hidden, enumerable: false });
    expect(reachable(error).filter(isSecret)).toHaveLength(1);
    expect(reachable(Object.assign(error, { note: `code 012345` })).filter(isSecret)).toHaveLength(2);
  });
});

/** Every value that can be reached from another, by any own property, hidden ones too, and inside collections. */
function reachable(start: unknown): unknown[] {
  const found = new Set<unknown>();
  const open = [start];
  for (let next = open.pop(); open.length > 0 || next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    if (typeof next !== 'object' || next === null) continue;
    for (const key of Reflect.ownKeys(next)) open.push(Reflect.get(next, key), String(key));
    if (next instanceof Map || next instanceof Set) open.push(...next);
  }
  return [...found];
}
