import type { Fault as SandboxFault } from '../sandbox.ts';

/** What the portal can make of a fault, which is what its words go by. */
export type Kind = 'timeout' | 'network' | 'server' | 'unreadable' | 'forbidden' | 'rate-limited';

/**
 * `fails`: the person reads of it. `slow`: the answer comes after 10 seconds. `renewed`: 401, and a new token is to be
 * had. `ended`: 401, and none is.
 */
export type Fault = { name: string; strike: Omit<SandboxFault, 'path'>; applied?: true } & (
  | { effect: 'fails'; kind: Kind; isInDoubt: boolean }
  | { effect: 'slow' | 'renewed' | 'ended' }
);

const fails = (name: string, kind: Kind, strike: Omit<SandboxFault, 'path'>): Fault => ({
  name,
  effect: 'fails',
  kind,
  isInDoubt: kind !== 'forbidden' && kind !== 'rate-limited',
  strike: { times: 'always', ...strike },
});
const invalidToken = { error_code: 1102, error_token: 'InvalidToken', message: 'Invalid token' };

/** How each fault is brought about in the sandbox. */
const FAULTS: Fault[] = [
  { name: 'an answer after 10 s', effect: 'slow', strike: {} },
  // Longer than any test: the time-out is the browser's, whose clock is moved.
  fails('no answer in 15 s', 'timeout', { latency_ms: 40_000 }),
  fails('connection cut before the answer', 'network', { cut: 'before' }),
  fails('connection cut mid-body', 'network', { cut: 'body' }),
  fails('an empty 200', 'unreadable', { status: 200, body: '' }),
  fails('502 with HTML', 'server', { status: 502, body: '<html>Bad gateway</html>' }),
  fails('500', 'server', { status: 500 }),
  fails('429 with Retry-After', 'rate-limited', { status: 429, headers: { 'Retry-After': '60' } }),
  fails('429 without Retry-After', 'rate-limited', { status: 429, headers: { 'Retry-After': null } }),
  { name: '401, renewed', effect: 'renewed', strike: { status: 401, body: invalidToken } },
  { name: '401, renewal refused', effect: 'ended', strike: { status: 401, body: invalidToken } },
  fails('403', 'forbidden', { status: 403 }),
  fails('truncated JSON', 'unreadable', { status: 200, body: '[{"id":' }),
];

/** The same where only the answer is lost: what was asked for has been done. */
const APPLIED: Fault[] = FAULTS.filter((fault) => fault.effect === 'fails' && fault.isInDoubt).map((fault) => ({
  ...fault,
  name: `${fault.name}, carried out`,
  applied: true,
  strike: { ...fault.strike, applied: true },
}));

/** All that can befall a request: a write may have been carried out although its answer fails. */
export function faultsOf({ isWrite, withoutToken }: { isWrite: boolean; withoutToken?: boolean }): Fault[] {
  // Signing in sends no token that could be refused, and 403 is nothing that it answers.
  const faults = withoutToken ? FAULTS.filter(({ strike }) => strike.status !== 401 && strike.status !== 403) : FAULTS;
  return isWrite ? [...faults, ...APPLIED] : faults;
}
