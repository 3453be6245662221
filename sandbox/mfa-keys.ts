import { Hono } from 'hono';
import { z } from 'zod';
import { accountOf, idInPath, ownAccount } from './access.ts';
import { failed, refuseLocked } from './authentication.ts';
import { readBody } from './bodies.ts';
import { dateWithMilliseconds } from './clock.ts';
import type { SandboxEnv } from './environment.ts';
import { notFound, refuse, refuseInput } from './errors.ts';
import { KEY_ACTIVE_ID, keyStatus, keyType } from './lookups.ts';
import { codeFits, keyUri, newSecret } from './one-time-codes.ts';
import { PASSWORD_FORM } from './passwords.ts';
import { activeKey, type MfaKey, type User } from './user.ts';
import type { World } from './world.ts';

const creation = z.object({
  type: z.object({ id: z.int() }),
  password: z.string().regex(PASSWORD_FORM),
});

/** `code` stands beside `status` and is a string: a number would have lost its leading zeros. */
const activation = z.object({
  status: z.object({ id: z.int() }),
  code: z.string(),
});

export const mfaKeys = new Hono<SandboxEnv>();

mfaKeys.get('/user/mfa/status', (c) => c.json(c.get('world').lookups.mfa_status));
mfaKeys.get('/user/mfa/type', (c) => c.json(c.get('world').lookups.mfa_type));

/** *create*: 200 with `secret_key` and `otpauth`, shown this once; 409 an active key exists; 422 wrong password, unknown type. */
mfaKeys.post('/user/mfa', async (c) => {
  const world = c.get('world');
  const user = ownAccount(c);
  const { type, password } = await readBody(c, creation);
  if (!world.lookups.mfa_type.some(({ id }) => id === type.id))
    throw refuse(422, 'InvalidReference', 'Unknown type of MFA key');
  refuseLocked(world, user.username);
  if (password !== user.passwordHash) {
    failed(world, user.username, user);
    throw refuse(world.settings.create_wrong_password, 'InvalidCredentials', 'The password is wrong');
  }
  world.lockout.reset(user.username);
  if (activeKey(user)) throw refuse(409, 'NotAllowed', 'An active MFA key exists');
  const key = addKey(world, user, type.id);
  recordKey(world, user, key, 'created');
  return c.json({ ...asJson(world, key), secret_key: key.secret, otpauth: keyUri(key, user.username) });
});

/** *activate*: 204; 404 no such key of this user; 409 already active; 422 wrong code. */
mfaKeys.patch('/user/mfa/:key', async (c) => {
  const world = c.get('world');
  const user = ownAccount(c);
  const key = findKey(user, c.req.param('key'));
  const { status, code } = await readBody(c, activation);
  if (status.id !== KEY_ACTIVE_ID) throw refuse(422, 'InvalidReference', 'A key can only be activated');
  if (activeKey(user)) throw refuse(409, 'NotAllowed', 'An MFA key is active already');
  if (world.settings.activation_counts) refuseLocked(world, user.username);
  if (!codeFits(key, code, world.clock.seconds())) {
    if (world.settings.activation_counts) failed(world, user.username, user);
    throw refuseInput('InvalidFormat', 'code: the code is wrong or older than 30 s');
  }
  key.status = 'active';
  key.activatedAt = world.clock.now();
  recordKey(world, user, key, 'activated');
  return c.body(null, 204);
});

/** *delete*, by `my` or a user's number: 204; 403 without the right; 404; 409 or 422 for the last active key where MFA is enforced. */
mfaKeys.delete('/user/:user/mfa/:key', (c) => {
  const world = c.get('world');
  const user = accountOf(c, c.req.param('user'));
  const key = findKey(user, c.req.param('key'));
  const lastActive = key.status === 'active' && user.keys.filter(({ status }) => status === 'active').length === 1;
  if (user.enforced && lastActive) {
    throw refuse(
      world.settings.enforced_status,
      'NotAllowed',
      'Multi-factor authentication is enforced and can not be switched off',
    );
  }
  user.keys = user.keys.filter((candidate) => candidate !== key);
  recordKey(world, user, key, 'deleted');
  return c.body(null, 204);
});

function findKey(user: User, keyInPath: string): MfaKey {
  const id = idInPath(keyInPath, 'MFA key');
  const key = user.keys.find((candidate) => candidate.id === id);
  if (!key) throw notFound('MFA key');
  return key;
}

function addKey(world: World, user: User, typeId: number): MfaKey {
  const key: MfaKey = {
    id: world.nextId(),
    status: 'pending',
    // Kept as "the usual one" where it is that, so that it follows when a test renumbers the lookup.
    type: keyType(world.lookups, 'usual').id === typeId ? 'usual' : typeId,
    createdAt: world.clock.now(),
    secret: newSecret(),
    digits: 6,
    period: 30,
    algorithm: 'sha1',
  };
  user.keys = [...user.keys, key];
  user.everHadKey = true;
  return key;
}

function recordKey(world: World, user: User, key: MfaKey, what: 'created' | 'activated' | 'deleted'): void {
  const type = keyType(world.lookups, key.type).description;
  const description = `MFA key with Id '${key.id}' of Type '${type}' ${what} for user '${user.username}'`;
  world.record(user, { type: 14, description, alert: false, severity: 0 });
}

function asJson(world: World, key: MfaKey) {
  return {
    id: key.id,
    status: keyStatus(world.lookups, key.status),
    type: keyType(world.lookups, key.type),
    creation_date: dateWithMilliseconds(key.createdAt),
    ...(key.activatedAt === undefined ? {} : { activation_date: dateWithMilliseconds(key.activatedAt) }),
  };
}

/** A key inside a user's `mfa`: never its secret; by the setting the ids of status and type alone. */
export function keyInList(world: World, key: MfaKey) {
  const json = asJson(world, key);
  if (!world.settings.key_lookup_ids_only) return json;
  return { ...json, status: { id: json.status.id }, type: { id: json.type.id } };
}
