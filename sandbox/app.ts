import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { requireToken } from './access.ts';
import { authentication } from './authentication.ts';
import { controlRoutes } from './control.ts';
import { controlUsers } from './control-users.ts';
import type { SandboxEnv } from './environment.ts';
import { answerError, refuse } from './errors.ts';
import { events } from './events.ts';
import { injectFaults } from './faults.ts';
import { limitRate } from './limits.ts';
import { mfaKeys } from './mfa-keys.ts';
import { Roster } from './roster.ts';
import { trustedDevices } from './trusted-devices.ts';
import { users } from './users.ts';
import { enterWorld, Worlds } from './worlds.ts';

export interface SandboxOptions {
  /** Generated users of Example Industries and its children, beside the five accounts. */
  users?: number;
  /** Gets one line for each mail of the default world. */
  log?: (line: string) => void;
}

const PAGING_HEADERS = ['X-Total-Count', 'X-Total-Pages', 'X-Current-Page', 'X-Count-Per-Page', 'Link'];

/** emnify's REST API as a stand-in under `/api`, and its switches under `/sandbox`. Nothing outlives the process. */
export function createSandbox(options: SandboxOptions = {}): Hono<SandboxEnv> {
  const worlds = new Worlds(new Roster(options.users ?? 250), options.log);
  const app = new Hono<SandboxEnv>();
  app.onError(answerError);
  app.notFound(() => {
    throw refuse(404, 'NotFound', 'There is no such operation');
  });
  app.use(enterWorld(worlds));
  app.use('/api/*', cors({ origin: '*', exposeHeaders: PAGING_HEADERS }));
  app.use('/api/*', limitRate, injectFaults);
  app.route('/api/v1', authentication);
  app.use('/api/v1/user', requireToken);
  app.use('/api/v1/user/*', requireToken);
  for (const operations of [mfaKeys, trustedDevices, events, users]) app.route('/api/v1', operations);
  app.route('/sandbox', controlUsers);
  app.route('/sandbox', controlRoutes(worlds));
  return app;
}
