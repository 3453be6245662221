import type { Context, MiddlewareHandler } from 'hono';
import type { SandboxEnv } from './environment.ts';
import { forbidden, notFound, refuse } from './errors.ts';
import { EXAMPLE_INDUSTRIES, visibleFrom } from './organisations.ts';
import { readToken } from './tokens.ts';
import { type DirectoryRow, USER_ACTIVE, USER_DELETED, type User } from './user.ts';

/** Who calls: a person, or an application token that stands for a workspace. */
export type Principal = { kind: 'person'; user: User } | { kind: 'workspace' };

/** The subject claim of an application token's auth_token. */
export const WORKSPACE = 'workspace';

/** `Authorization: Bearer <auth_token>`. 401 InvalidToken or TokenExpired; a user who is no longer active has no valid token. */
export const requireToken: MiddlewareHandler<SandboxEnv> = async (c, next) => {
  const world = c.get('world');
  const token = /^Bearer +(\S+)$/i.exec(c.req.header('Authorization') ?? '')?.[1];
  if (!token) throw refuse(401, 'InvalidToken', 'No token was sent');
  const { subject } = await readToken({ world: world.id, purpose: 'auth', seconds: world.clock.seconds() }, token);
  if (subject === WORKSPACE) {
    c.set('principal', { kind: 'workspace' });
    return next();
  }
  const user = world.findUser(Number(subject));
  if (user?.status !== USER_ACTIVE) throw refuse(401, 'InvalidToken', 'The token is not valid');
  // One object for all requests of whoever is signed in: two writes at once to two copies would lose one.
  world.keep(user);
  c.set('principal', { kind: 'person', user });
  return next();
};

/** List users, see them, revoke their devices, delete their keys. Source: the table "Who may do what". */
export function maySupport(principal: Principal): boolean {
  return principal.kind === 'workspace' || hasRole(principal.user, 'SuperAdmin', 'Administrator');
}

export function hasRole(user: User, ...names: string[]): boolean {
  return user.roles.some((role) => names.includes(role));
}

/** Whether the caller's organisation and its direct children hold this user; a SuperAdmin sees everyone. */
export function sees(principal: Principal): (row: DirectoryRow) => boolean {
  if (principal.kind === 'person' && hasRole(principal.user, 'SuperAdmin')) return () => true;
  const visible = visibleFrom(principal.kind === 'person' ? principal.user.organisation : EXAMPLE_INDUSTRIES);
  return ({ organisation }) => visible.has(organisation);
}

/** The caller's own account. 403 for an application token, which stands for no person. */
export function ownAccount(c: Context<SandboxEnv>): User {
  const principal = c.get('principal');
  if (principal.kind === 'workspace') throw forbidden();
  return principal.user;
}

/**
 * The user whom a path names: `my`, a number, or (with `byUsername`) an e-mail. Another's account takes the right to
 * support.
 * @throws Refusal 403 without that right, 404 for a user who isn't there or can't be seen.
 */
export function accountOf(c: Context<SandboxEnv>, named: string, byUsername = false): User {
  if (named === 'my') return ownAccount(c);
  const principal = c.get('principal');
  const user = namedUser(c, named, byUsername);
  if (principal.kind === 'person' && principal.user.id === user?.id) return user;
  if (!maySupport(principal)) throw forbidden();
  if (!user || user.status === USER_DELETED || !sees(principal)(user)) throw notFound('User');
  return user;
}

function namedUser(c: Context<SandboxEnv>, named: string, byUsername: boolean): User | undefined {
  const world = c.get('world');
  if (/^\d{1,15}$/.test(named)) return world.findUser(Number(named));
  return byUsername ? world.findUsername(named) : undefined;
}

/** A number in a path; 404 for anything else, as for an id that nobody has. */
export function idInPath(text: string, what: string): number {
  if (!/^\d{1,15}$/.test(text)) throw notFound(what);
  return Number(text);
}
