import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { ACCOUNTS, PASSWORD } from './accounts.ts';
import { readBody } from './bodies.ts';
import type { SandboxEnv } from './environment.ts';
import { faultSchema } from './faults.ts';
import type { Mail } from './mailbox.ts';
import { mailboxPage } from './mailbox-page.ts';
import { settingsSchema } from './settings.ts';
import type { Worlds } from './worlds.ts';

const clockOrder = z.union([
  z.strictObject({ advance_seconds: z.number() }),
  z.strictObject({ set: z.iso.datetime({ offset: true }) }),
]);

const words = z.array(z.strictObject({ id: z.int(), description: z.string() }));
const lookupsOrder = z
  .strictObject({
    mfa_status: words,
    mfa_type: words,
    user_status: words,
    roles: z.array(z.strictObject({ id: z.int(), name: z.string() })),
  })
  .partial();

/** The switches for tests, and what a person wants to look into: `/sandbox/…`, all of one world. */
export function controlRoutes(worlds: Worlds): Hono<SandboxEnv> {
  const control = new Hono<SandboxEnv>();

  control.get('/mailbox', (c) => {
    const mails = c.get('world').mailbox.mails(c.req.query('to'));
    if (!c.req.header('Accept')?.includes('text/html')) return c.json(mails.map(mailJson));
    c.header('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
    return c.html(mailboxPage(mails));
  });

  control.get('/accounts', (c) => c.json(ACCOUNTS.map((account) => ({ ...account, password: PASSWORD }))));

  control.get('/clock', (c) => c.json(clockJson(c)));
  control.post('/clock', async (c) => {
    const order = await readBody(c, clockOrder, 400);
    if ('set' in order) c.get('world').clock.set(new Date(order.set));
    else c.get('world').clock.advance(order.advance_seconds);
    return c.json(clockJson(c));
  });

  control.get('/faults', (c) => c.json(c.get('world').faults.list()));
  control.post('/faults', async (c) =>
    c.json({ id: c.get('world').faults.add(await readBody(c, faultSchema, 400)).id }, 201),
  );
  control.delete('/faults', (c) => {
    c.get('world').faults.clear();
    return c.body(null, 204);
  });

  control.get('/settings', (c) => c.json(c.get('world').settings));
  control.patch('/settings', async (c) => {
    const world = c.get('world');
    const given = Object.entries(await readBody(c, settingsSchema.partial(), 400));
    world.settings = settingsSchema.parse({ ...world.settings, ...Object.fromEntries(given) });
    return c.json(world.settings);
  });

  control.get('/lookups', (c) => c.json(c.get('world').lookups));
  control.put('/lookups', async (c) => {
    const world = c.get('world');
    const { mfa_status, mfa_type, user_status, roles } = await readBody(c, lookupsOrder, 400);
    world.lookups = {
      mfa_status: mfa_status ?? world.lookups.mfa_status,
      mfa_type: mfa_type ?? world.lookups.mfa_type,
      user_status: user_status ?? world.lookups.user_status,
      roles: roles ?? world.lookups.roles,
    };
    return c.json(world.lookups);
  });

  control.delete('/world', (c) => {
    worlds.forget(c.req.header('X-Sandbox-World'));
    return c.body(null, 204);
  });

  return control;
}

function clockJson(c: Context<SandboxEnv>) {
  return { now: new Date(c.get('world').clock.now()).toISOString() };
}

function mailJson({ to, subject, code, sentAt }: Mail) {
  return { to, subject, code, date: new Date(sentAt).toISOString() };
}
