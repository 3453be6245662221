import { Hono } from 'hono';
import { accountOf, hasRole, maySupport, ownAccount, sees } from './access.ts';
import { dateWithOffset } from './clock.ts';
import { directoryFilter, sortDirectory } from './directory.ts';
import type { SandboxEnv } from './environment.ts';
import { forbidden } from './errors.ts';
import { roleNamed, userStatus } from './lookups.ts';
import { keyInList } from './mfa-keys.ts';
import { organisationName } from './organisations.ts';
import { page } from './paging.ts';
import type { DirectoryRow, User } from './user.ts';
import type { World } from './world.ts';

export const users = new Hono<SandboxEnv>();

users.get('/user/my', (c) => c.json(profile(c.get('world'), ownAccount(c))));
users.get('/user/status', (c) => c.json(c.get('world').lookups.user_status));
users.get('/user/role', (c) => c.json(c.get('world').lookups.roles));

/** The directory: 403 without the right; 422 for a `q` or `sort` that can't be read. */
users.get('/user', (c) => {
  const world = c.get('world');
  const principal = c.get('principal');
  if (!maySupport(principal)) throw forbidden();
  const isVisible = sees(principal);
  const fits = directoryFilter(c.req.query('q') ?? '', world.lookups);
  const found: DirectoryRow[] = [];
  for (const row of world.rows()) if (isVisible(row) && fits(row)) found.push(row);
  const sorted = sortDirectory(found, c.req.query('sort') ?? '');
  return c.json(page(c, sorted).map((row) => asRow(world, row)));
});

/** One user, by number or e-mail in any case; 403 without the right, 404. */
users.get('/user/:user', (c) => c.json(profile(c.get('world'), accountOf(c, c.req.param('user'), true))));

/** Its members are published nowhere: a hint and no more. */
users.get('/user/:user/role/permission', (c) => {
  const user = accountOf(c, c.req.param('user'));
  const support = hasRole(user, 'SuperAdmin', 'Administrator');
  return c.json({
    user: { read: true, list: support, write: support },
    mfa_key: { own: true, others: support },
    trusted_device: { own: true, others: support },
    event: { read: support || hasRole(user, 'Observer') },
  });
});

function asRow(world: World, row: DirectoryRow) {
  return {
    id: row.id,
    username: row.username,
    name: row.name,
    created: dateWithOffset(row.createdAt),
    status: userStatus(world.lookups, row.status),
    organisation: { id: row.organisation, name: organisationName(row.organisation) },
  };
}

/** A user as the API shows it. `mfa` is absent when no key was ever made. */
export function profile(world: World, user: User) {
  return {
    ...asRow(world, user),
    roles: user.roles.map((name) => roleNamed(world.lookups, name)),
    ...(user.everHadKey ? { mfa: user.keys.map((key) => keyInList(world, key)) } : {}),
  };
}
