import type { HttpBindings } from '@hono/node-server';
import type { Principal } from './access.ts';
import type { World } from './world.ts';

export interface SandboxEnv {
  /** The socket's two ends; absent, and `c.env` undefined, when `app.request` is called with no socket. */
  Bindings: Partial<HttpBindings>;
  Variables: { world: World; principal: Principal };
}
