import { ACCOUNTS, APP_SETUP_KEY } from './accounts.ts';
import { DAY, HOUR, MINUTE } from './clock.ts';
import { EXAMPLE_INDUSTRIES, RESELLER, UNRELATED } from './organisations.ts';
import { PASSWORD_HASH } from './passwords.ts';
import type { AccountEvent, TrustedDevice, User } from './user.ts';

/** Fingerprints of app@example.com's trusted devices, newest first: known in code alone. */
export const APP_FINGERPRINTS = [
  '5b0c6a1e-6c37-4c53-9c0c-3f1d6f1f7a01',
  '5b0c6a1e-6c37-4c53-9c0c-3f1d6f1f7a02',
  '5b0c6a1e-6c37-4c53-9c0c-3f1d6f1f7a03',
] as const;

/**
 * The users that are kept from the start: the five accounts, a SuperAdmin of the reseller above, and a stranger whom
 * the Administrator can't see. `seededAt` in milliseconds: keys, devices and events are dated from it.
 */
export function seedUsers(seededAt: number): User[] {
  const account = (place: number, id: number, role: string, change: Partial<User>): User => ({
    id,
    username: ACCOUNTS[place]?.email ?? '',
    name: ACCOUNTS[place]?.name ?? '',
    createdAt: Date.UTC(2019 + place, 2, 4 + place * 3, 9, 12, 30),
    status: 1,
    organisation: EXAMPLE_INDUSTRIES,
    roles: [role],
    passwordHash: PASSWORD_HASH,
    secondFactor: 'none',
    enforced: false,
    keys: [],
    everHadKey: false,
    devices: [],
    events: pastEvents(seededAt, id, ACCOUNTS[place]?.email ?? ''),
    ...change,
  });
  return [
    account(0, 176_254, 'User', {}),
    account(1, 176_255, 'User', { secondFactor: 'email' }),
    account(2, 176_257, 'User', { secondFactor: 'email', ...appKeyAndDevices(seededAt) }),
    account(3, 176_201, 'Administrator', {}),
    account(4, 176_263, 'Observer', {}),
    account(5, 175_002, 'SuperAdmin', {
      username: 'super@example.com',
      name: 'Suzanne Perrin',
      organisation: RESELLER,
      events: [],
    }),
    account(6, 181_440, 'User', {
      username: 'stranger@example.net',
      name: 'Stella Ranger',
      organisation: UNRELATED,
      events: [],
    }),
  ];
}

function appKeyAndDevices(seededAt: number): Pick<User, 'keys' | 'everHadKey' | 'devices'> {
  const createdAt = seededAt - 203 * DAY - 5 * HOUR;
  const device = (
    place: 0 | 1 | 2,
    id: number,
    browser: string,
    operatingSystem: string,
    ago: number,
  ): TrustedDevice => ({
    id,
    browser,
    operatingSystem,
    fingerprint: APP_FINGERPRINTS[place],
    activatedAt: seededAt - ago,
  });
  return {
    everHadKey: true,
    keys: [
      {
        id: 717,
        status: 'active',
        type: 'usual',
        createdAt,
        activatedAt: createdAt + 3 * MINUTE,
        secret: APP_SETUP_KEY,
        digits: 6,
        period: 30,
        algorithm: 'sha1',
      },
    ],
    devices: [
      // Trust ends 90 days after activation: this one within a day.
      device(2, 2381, 'Safari 26', 'macOS 26', 89 * DAY + 7 * HOUR),
      device(1, 2467, 'Chrome 142', 'Android 16', 33 * DAY + 2 * HOUR),
      device(0, 2519, 'Firefox 145', 'Windows 11', 4 * DAY + 9 * HOUR),
    ],
  };
}

function pastEvents(seededAt: number, userId: number, username: string): AccountEvent[] {
  const event = (
    place: number,
    ago: number,
    type: number,
    description: string,
    alert: boolean,
    severity: 0 | 1,
  ): AccountEvent => ({
    id: userId * 100 + place,
    at: seededAt - ago,
    type,
    description,
    alert,
    severity,
  });
  const shift = (userId % 17) * HOUR;
  const events = [
    event(0, 61 * DAY + shift, 0, `User '${username}' updated`, false, 0),
    event(2, 6 * DAY + shift, 13, `Support access to user '${username}' granted`, false, 0),
    event(3, 2 * DAY + shift, 6, `Authentication failed for user '${username}'`, true, 1),
  ];
  if (username === 'app@example.com') {
    const key = "MFA key with Id '717' of Type 'Time-Based One-Time Password'";
    events.push(event(1, 203 * DAY + 5 * HOUR, 14, `${key} created for user '${username}'`, false, 0));
    events.push(event(4, 203 * DAY + 5 * HOUR - 3 * MINUTE, 14, `${key} activated for user '${username}'`, false, 0));
  }
  return events;
}
