import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { WORKSPACE } from './access.ts';
import { APPLICATION_TOKEN } from './accounts.ts';
import { readBody } from './bodies.ts';
import type { SandboxEnv } from './environment.ts';
import { refuse, refuseSilently } from './errors.ts';
import { codeFits } from './one-time-codes.ts';
import { PASSWORD_FORM } from './passwords.ts';
import type { SecondStep } from './second-steps.ts';
import { issueToken, readToken } from './tokens.ts';
import { isTrusted, trustDevice } from './trusted-devices.ts';
import { activeKey, USER_ACTIVE, type User } from './user.ts';
import type { World } from './world.ts';

const text = z.string().min(1);

const trustedDevice = z.object({
  fingerprint: text,
  operating_system: text,
  browser: text,
  name: z.string().optional(),
});

/** The five bodies of `POST /authenticate`; one that mixes them is malformed. */
const credentials = z.union([
  z.strictObject({ application_token: text }),
  z.strictObject({ username: text, password: z.string().regex(PASSWORD_FORM), fingerprint: text.optional() }),
  z.strictObject({ mfa_token: text, code: text, trusted_device: trustedDevice.optional() }),
  z.strictObject({ refresh_token: text }),
]);

type Credentials = z.infer<typeof credentials>;
type FirstStep = Extract<Credentials, { username: string }>;
type CodeEntry = Extract<Credentials, { mfa_token: string }>;

export const authentication = new Hono<SandboxEnv>();

/** `POST /api/v1/authenticate`: 200 with tokens; 400 malformed; 401 with an empty body, or TooManyRequests when locked. */
authentication.post('/authenticate', async (c) => {
  const world = c.get('world');
  const body = await readBody(c, credentials, 400);
  if ('application_token' in body) {
    if (body.application_token !== APPLICATION_TOKEN) throw refuseSilently();
    return c.json({ auth_token: await authToken(world, WORKSPACE) });
  }
  if ('refresh_token' in body) return renew(c, body.refresh_token);
  return 'username' in body ? firstStep(c, body) : secondStep(c, body);
});

async function firstStep(c: Context<SandboxEnv>, { username, password, fingerprint }: FirstStep): Promise<Response> {
  const world = c.get('world');
  const user = world.findUsername(username);
  refuseLocked(world, username);
  if (user?.passwordHash !== password) throw failed(world, username, user);
  if (user.status !== USER_ACTIVE) throw refuseSilently();
  const now = world.clock.now();
  const trusted = fingerprint !== undefined && isTrusted(user, fingerprint, now);
  const hasKey = activeKey(user) !== undefined;
  if (trusted || (!hasKey && user.secondFactor === 'none')) {
    world.lockout.reset(username);
    return c.json(await session(world, user));
  }
  const tokenId = hasKey ? world.secondSteps.openForApp(user.id, now) : mailCode(world, user);
  const scope = { world: world.id, purpose: 'mfa', seconds: world.clock.seconds() } as const;
  return c.json({ mfa_token: await issueToken(scope, String(user.id), tokenId) });
}

function mailCode(world: World, user: User): string {
  const sentAt = world.clock.now();
  const { tokenId, code } = world.secondSteps.openForEmail(user.id, sentAt);
  world.mailbox.deliver({ to: user.username, subject: 'Your emnify verification code', code, sentAt });
  return tokenId;
}

async function secondStep(c: Context<SandboxEnv>, body: CodeEntry): Promise<Response> {
  const world = c.get('world');
  const scope = { world: world.id, purpose: 'mfa', seconds: world.clock.seconds() } as const;
  const token = await readToken(scope, body.mfa_token).catch(() => {
    throw refuseSilently();
  });
  const user = world.findUser(Number(token.subject));
  if (!user) throw refuseSilently();
  refuseLocked(world, user.username);
  const step = world.secondSteps.find(token.tokenId, world.clock.now());
  if (!step || !fits(step, user, body.code, scope.seconds)) throw failed(world, user.username, user);
  if (user.status !== USER_ACTIVE) throw refuseSilently();
  world.secondSteps.close(token.tokenId);
  world.lockout.reset(user.username);
  if (body.trusted_device) trustDevice(world, user, body.trusted_device);
  return c.json(await session(world, user));
}

function fits(step: SecondStep, user: User, code: string, seconds: number): boolean {
  if (step.method === 'email') return step.code === code;
  const key = activeKey(user);
  return key !== undefined && codeFits(key, code, seconds);
}

async function renew(c: Context<SandboxEnv>, refreshToken: string): Promise<Response> {
  const world = c.get('world');
  const user = world.findRefreshToken(refreshToken);
  if (user?.status !== USER_ACTIVE) throw refuseSilently();
  const auth_token = await authToken(world, String(user.id));
  if (!world.settings.refresh_rotation) return c.json({ auth_token });
  world.revokeRefreshToken(refreshToken);
  return c.json({ auth_token, refresh_token: world.issueRefreshToken(user) });
}

async function session(world: World, user: User) {
  return { auth_token: await authToken(world, String(user.id)), refresh_token: world.issueRefreshToken(user) };
}

function authToken(world: World, subject: string): Promise<string> {
  return issueToken({ world: world.id, purpose: 'auth', seconds: world.clock.seconds() }, subject);
}

/** Counts a failed step of an account and answers the refusal: the third in a row locks from the next request on. */
export function failed(world: World, username: string, user: User | undefined) {
  const locks = world.lockout.countFailure(username, world.clock.now());
  if (user) {
    const description = locks
      ? `Authentication failed for user '${user.username}': account locked for 5 minutes after 3 failures`
      : `Authentication failed for user '${user.username}'`;
    world.record(user, { type: 6, description, alert: locks, severity: 1 });
  }
  return refuseSilently();
}

/** @throws Refusal TooManyRequests (401, or 429 by the setting) while the account is locked. */
export function refuseLocked(world: World, username: string): void {
  if (!world.lockout.isLocked(username, world.clock.now())) return;
  throw refuse(world.settings.lockout_status, 'TooManyRequests', 'Too many failed attempts, try again in 5 minutes');
}
