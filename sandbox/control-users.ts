import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { readBody } from './bodies.ts';
import { dateWithMilliseconds } from './clock.ts';
import type { SandboxEnv } from './environment.ts';
import { notFound, refuse, refuseInput } from './errors.ts';
import { newSecret } from './one-time-codes.ts';
import { EXAMPLE_INDUSTRIES, findOrganisation } from './organisations.ts';
import { hashPassword, PASSWORD_HASH } from './passwords.ts';
import type { MfaKey, TrustedDevice, User } from './user.ts';
import { profile } from './users.ts';
import type { World } from './world.ts';

const secondsAgo = z.number().default(0);

const keyOrder = z.strictObject({
  secret: z
    .string()
    .regex(/^[A-Z2-7]+=*$/)
    .optional(),
  status: z.enum(['active', 'pending']).default('active'),
  /** An id of the type lookup, or one that it doesn't name. */
  type: z.int().optional(),
  digits: z.union([z.literal(6), z.literal(7), z.literal(8)]).default(6),
  period: z.int().positive().default(30),
  algorithm: z.enum(['sha1', 'sha256', 'sha512']).default('sha1'),
  created_seconds_ago: secondsAgo,
});

const deviceOrder = z.strictObject({
  browser: z.string(),
  operating_system: z.string(),
  activated_seconds_ago: secondsAgo,
  fingerprint: z.string().optional(),
});

const eventOrder = z.strictObject({
  type: z.int(),
  description: z.string(),
  seconds_ago: secondsAgo,
  alert: z.boolean().default(false),
  severity: z.union([z.literal(0), z.literal(1), z.literal(2)]).default(0),
});

const userOrder = z.strictObject({
  username: z.string().min(1),
  name: z.string().optional(),
  password: z.string().optional(),
  roles: z.array(z.string()).default(['User']),
  second_factor: z.enum(['none', 'email']).default('none'),
  key: keyOrder.optional(),
  keys: z.array(keyOrder).default([]),
  devices: z.array(deviceOrder).default([]),
  organisation: z.union([z.string(), z.int()]).default(EXAMPLE_INDUSTRIES),
  status: z.int().default(1),
  enforced: z.boolean().default(false),
  events: z.array(eventOrder).default([]),
});

const userChange = z.strictObject({
  name: z.string().optional(),
  password: z.string().optional(),
  roles: z.array(z.string()).optional(),
  second_factor: z.enum(['none', 'email']).optional(),
  status: z.int().optional(),
  enforced: z.boolean().optional(),
  /** Its refresh tokens are good for nothing from now on. */
  end_sessions: z.boolean().optional(),
});

/** Users of tests' own, and the whole state of any user: `/sandbox/users`. */
export const controlUsers = new Hono<SandboxEnv>();

controlUsers.post('/users', async (c) => {
  const world = c.get('world');
  const order = await readBody(c, userOrder, 400);
  if (world.findUsername(order.username))
    throw refuse(409, 'NotAllowed', `There is a user '${order.username}' already`);
  const organisation = findOrganisation(order.organisation);
  if (!organisation) throw refuseInput('InvalidReference', `There is no organisation '${order.organisation}'`);
  const now = world.clock.now();
  const keys = [...(order.key ? [order.key] : []), ...order.keys].map((key) => newKey(world, key, now));
  const user: User = {
    id: world.nextUserId(),
    username: order.username,
    name: order.name ?? order.username,
    createdAt: now,
    status: order.status,
    organisation: organisation.id,
    roles: order.roles,
    passwordHash: order.password === undefined ? PASSWORD_HASH : hashPassword(order.password),
    secondFactor: order.second_factor,
    enforced: order.enforced,
    keys,
    everHadKey: keys.length > 0,
    devices: order.devices.map((device) => newDevice(world, device, now)),
    events: order.events.map(({ seconds_ago: ago, ...event }) => ({
      ...event,
      id: world.nextId(),
      at: now - ago * 1000,
    })),
  };
  world.keep(user);
  return c.json(wholeState(world, user, true), 201);
});

controlUsers.get('/users/:user', (c) =>
  c.json(wholeState(c.get('world'), anyUser(c, c.req.param('user')), c.req.query('secrets') === '1')),
);

controlUsers.patch('/users/:user', async (c) => {
  const world = c.get('world');
  const change = await readBody(c, userChange, 400);
  const user = anyUser(c, c.req.param('user'));
  user.name = change.name ?? user.name;
  user.roles = change.roles ?? user.roles;
  user.status = change.status ?? user.status;
  user.enforced = change.enforced ?? user.enforced;
  user.secondFactor = change.second_factor ?? user.secondFactor;
  if (change.password !== undefined) {
    user.passwordHash = hashPassword(change.password);
    // A changed password asks for the second factor again.
    user.devices = [];
  }
  if (change.end_sessions) world.revokeRefreshTokensOf(user);
  world.keep(user);
  return c.json(wholeState(world, user, false));
});

function anyUser(c: Context<SandboxEnv>, named: string): User {
  const user = /^\d+$/.test(named) ? c.get('world').findUser(Number(named)) : c.get('world').findUsername(named);
  if (!user) throw notFound('User');
  return user;
}

function newKey(world: World, order: z.infer<typeof keyOrder>, now: number): MfaKey {
  const createdAt = now - order.created_seconds_ago * 1000;
  return {
    id: world.nextId(),
    status: order.status,
    type: order.type ?? 'usual',
    createdAt,
    ...(order.status === 'active' ? { activatedAt: createdAt } : {}),
    secret: order.secret ?? newSecret(),
    digits: order.digits,
    period: order.period,
    algorithm: order.algorithm,
  };
}

function newDevice(world: World, order: z.infer<typeof deviceOrder>, now: number): TrustedDevice {
  return {
    id: world.nextId(),
    browser: order.browser,
    operatingSystem: order.operating_system,
    fingerprint: order.fingerprint ?? randomUUID(),
    activatedAt: now - order.activated_seconds_ago * 1000,
  };
}

/** All that the world knows of a user; setup keys and fingerprints only when asked for. */
function wholeState(world: World, user: User, withSecrets: boolean) {
  return {
    ...profile(world, user),
    second_factor: user.secondFactor,
    enforced: user.enforced,
    locked: world.lockout.isLocked(user.username, world.clock.now()),
    keys: user.keys.map(({ secret, createdAt, activatedAt, ...key }) => ({
      ...key,
      creation_date: dateWithMilliseconds(createdAt),
      ...(activatedAt === undefined ? {} : { activation_date: dateWithMilliseconds(activatedAt) }),
      ...(withSecrets ? { secret } : {}),
    })),
    devices: user.devices.map(({ fingerprint, operatingSystem, activatedAt, ...device }) => ({
      ...device,
      operating_system: operatingSystem,
      activation_date: dateWithMilliseconds(activatedAt),
      ...(withSecrets ? { fingerprint } : {}),
    })),
    events: user.events.map(({ at, ...event }) => ({ ...event, timestamp: dateWithMilliseconds(at) })),
  };
}
