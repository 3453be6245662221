import { type Context, Hono } from 'hono';
import { accountOf, idInPath, ownAccount } from './access.ts';
import { DAY, dateWithOffset } from './clock.ts';
import type { SandboxEnv } from './environment.ts';
import { notFound } from './errors.ts';
import type { TrustedDevice, User } from './user.ts';
import type { World } from './world.ts';

/** A device stays trusted for 90 days. */
const TRUSTED_FOR = 90 * DAY;

export const trustedDevices = new Hono<SandboxEnv>();

trustedDevices.get('/user/mfa/trusted_device', (c) => c.json(ownAccount(c).devices.map(asRow)));

/** `my` or a number; 403 without the right, 404 unknown user. Devices whose trust has ended stay in the list. */
trustedDevices.get('/user/:user/mfa/trusted_device', (c) =>
  c.json(accountOf(c, c.req.param('user')).devices.map(asRow)),
);

trustedDevices.delete('/user/mfa/trusted_device/:device', (c) => revoke(c, ownAccount(c), c.req.param('device')));

trustedDevices.delete('/user/:user/mfa/trusted_device/:device', (c) =>
  revoke(c, accountOf(c, c.req.param('user')), c.req.param('device')),
);

function revoke(c: Context<SandboxEnv>, user: User, deviceInPath: string): Response {
  const id = idInPath(deviceInPath, 'Trusted device');
  const device = user.devices.find((candidate) => candidate.id === id);
  if (!device) throw notFound('Trusted device');
  user.devices = user.devices.filter((candidate) => candidate !== device);
  recordDevice(c.get('world'), user, device, 'deleted');
  return c.body(null, 204);
}

function asRow(device: TrustedDevice) {
  return {
    id: device.id,
    operating_system: device.operatingSystem,
    browser: device.browser,
    activation_date: dateWithOffset(device.activatedAt),
  };
}

/** Whether this fingerprint was trusted by this user less than 90 days before `now` (milliseconds). */
export function isTrusted(user: User, fingerprint: string, now: number): boolean {
  return user.devices.some((device) => device.fingerprint === fingerprint && now < device.activatedAt + TRUSTED_FOR);
}

/** Registers the device of a second step; one with the same fingerprint gives way. */
export function trustDevice(
  world: World,
  user: User,
  sent: { fingerprint: string; operating_system: string; browser: string; name?: string | undefined },
): void {
  const device: TrustedDevice = {
    id: world.nextId(),
    browser: sent.browser,
    operatingSystem: sent.operating_system,
    ...(sent.name === undefined ? {} : { name: sent.name }),
    fingerprint: sent.fingerprint,
    activatedAt: world.clock.now(),
  };
  user.devices = [...user.devices.filter(({ fingerprint }) => fingerprint !== sent.fingerprint), device];
  recordDevice(world, user, device, 'added');
}

function recordDevice(world: World, user: User, { id, browser, operatingSystem }: TrustedDevice, what: string): void {
  const description = `Trusted device with Id '${id}' (${browser}, ${operatingSystem}) ${what} for user '${user.username}'`;
  world.record(user, { type: 14, description, alert: false, severity: 0 });
}
