import { type Context, Hono } from 'hono';
import { hasRole, maySupport, ownAccount, type Principal, sees } from './access.ts';
import { dateWithOffset } from './clock.ts';
import type { SandboxEnv } from './environment.ts';
import { forbidden, notFound, refuse } from './errors.ts';
import { organisationName } from './organisations.ts';
import { page } from './paging.ts';
import { type AccountEvent, USER_DELETED, type User } from './user.ts';

const TYPES: Record<number, string> = {
  0: 'Generic',
  6: 'User authentication failed',
  13: 'Support Access',
  14: 'Multi-factor Authentication',
};
const SEVERITIES = ['Info', 'Warn', 'Critical'];
/** `|` joins up to six values. */
const TYPES_AT_MOST = 6;

export const events = new Hono<SandboxEnv>();

/** `my` or a number; an unknown user has the list `[]`; 403 without the right; 422 for a `q` or `sort` that can't be read. */
events.get('/user/:user/event', (c) => {
  const user = userOfEvents(c, c.req.param('user'));
  const types = askedTypes(c.req.query('q') ?? '');
  const ascending = isAscending(c.req.query('sort') ?? '');
  const found = (user?.events ?? []).filter(({ type }) => !types || types.has(type));
  found.sort((a, b) => (a.at - b.at || a.id - b.id) * (ascending ? 1 : -1));
  return c.json(page(c, found).map((event) => user && asJson(user, event)));
});

function userOfEvents(c: Context<SandboxEnv>, named: string): User | undefined {
  if (named === 'my') return ownAccount(c);
  if (!/^\d{1,15}$/.test(named)) throw notFound('User');
  const principal = c.get('principal');
  const user = c.get('world').findUser(Number(named));
  if (principal.kind === 'person' && principal.user.id === user?.id) return user;
  if (!mayRead(principal, c.get('world').settings.events_for_observer)) throw forbidden();
  return user && user.status !== USER_DELETED && sees(principal)(user) ? user : undefined;
}

function mayRead(principal: Principal, forObserver: boolean): boolean {
  return maySupport(principal) || (forObserver && principal.kind === 'person' && hasRole(principal.user, 'Observer'));
}

/** `type:6|14`. */
function askedTypes(q: string): Set<number> | undefined {
  if (q === '') return undefined;
  const values = /^type:(\d+(?:\|\d+)*)$/.exec(q)?.[1]?.split('|');
  if (!values || values.length > TYPES_AT_MOST)
    throw refuse(422, 'InvalidQueryCriteria', `Invalid query criterion '${q}'`);
  return new Set(values.map(Number));
}

function isAscending(sort: string): boolean {
  if (!['', 'timestamp', '-timestamp'].includes(sort))
    throw refuse(422, 'InvalidSortCriteria', `Invalid sort criterion '${sort}'`);
  return sort === 'timestamp';
}

function asJson(user: User, event: AccountEvent) {
  return {
    id: event.id,
    timestamp: dateWithOffset(event.at),
    alert: event.alert,
    description: event.description,
    event_type: { id: event.type, description: TYPES[event.type] ?? `Event type ${event.type}` },
    event_source: { id: 2, description: 'API' },
    event_severity: { id: event.severity, description: SEVERITIES[event.severity] },
    organisation: { id: user.organisation, name: organisationName(user.organisation) },
    user: { id: user.id, username: user.username, name: user.name },
  };
}
