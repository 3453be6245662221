import { DAY, HOUR, MINUTE } from './clock.ts';
import { personNamed } from './names.ts';
import { EXAMPLE_INDUSTRIES, IBERIA, NORDIC } from './organisations.ts';
import { PASSWORD_HASH } from './passwords.ts';
import type { AccountEvent, DirectoryRow, MfaKey, TrustedDevice, User } from './user.ts';

const FIRST_ID = 200_001;
const FIRST_CREATED = Date.UTC(2015, 0, 5, 7, 30);
const BROWSERS = ['Chrome 142', 'Firefox 145', 'Safari 26', 'Edge 142', 'Samsung Internet 28'];
const SYSTEMS = ['Windows 11', 'macOS 26', 'Android 16', 'iOS 26', 'Ubuntu 24.04'];
/** Days since a device was trusted; the last two have expired. */
const DEVICE_AGES = [3, 21, 47, 74, 88, 95, 210];

/**
 * The generated users: made up from their number whenever somebody looks, kept nowhere.
 * User `n` of `size` (from 0) has the id 200001 + n and the address `first.last.(n+1)@example.com`.
 */
export class Roster {
  readonly size: number;

  constructor(size: number) {
    this.size = size;
  }

  get firstId(): number {
    return FIRST_ID;
  }

  has(id: number): boolean {
    return Number.isInteger(id) && id >= FIRST_ID && id < FIRST_ID + this.size;
  }

  /** The id behind an address in any case; undefined when no generated user has it. */
  idOf(username: string): number | undefined {
    const number = /\.(\d{1,9})@example\.com$/i.exec(username)?.[1];
    const id = FIRST_ID + Number(number ?? 0) - 1;
    return this.has(id) && this.row(id).username === username.toLowerCase() ? id : undefined;
  }

  row(id: number): DirectoryRow {
    const index = id - FIRST_ID;
    const { name, mail } = personNamed(index);
    return {
      id,
      username: `${mail}.${index + 1}@example.com`,
      name,
      createdAt: FIRST_CREATED + ((index * 7919) % 3900) * DAY + ((index * 31) % 600) * MINUTE,
      status: statusOf(index),
      organisation: organisationOf(index),
    };
  }

  /** The whole user as it is before anything happened to it. `seededAt`: when its world began, in milliseconds. */
  user(id: number, seededAt: number): User {
    const index = id - FIRST_ID;
    const row = this.row(id);
    const keys = keysOf(index, seededAt);
    return {
      ...row,
      roles: [index % 50 === 20 ? 'Administrator' : index % 30 === 11 ? 'Observer' : 'User'],
      passwordHash: PASSWORD_HASH,
      secondFactor: 'email',
      enforced: index % 25 === 12,
      keys,
      everHadKey: keys.length > 0 || index % 8 === 6,
      devices: devicesOf(index, seededAt),
      events: eventsOf(index, row.username, seededAt),
    };
  }
}

/** Eight of ten belong to Example Industries, one to each of its children. */
function organisationOf(index: number): number {
  return index % 10 === 6 ? NORDIC : index % 10 === 9 ? IBERIA : EXAMPLE_INDUSTRIES;
}

function statusOf(index: number): number {
  return index % 13 === 8 ? 2 : index % 17 === 3 ? 0 : 1;
}

function keysOf(index: number, seededAt: number): MfaKey[] {
  // Every user with enforced MFA (index % 25 === 12) has an active key.
  const active = index % 3 === 0 || index % 25 === 12;
  const pending = index % 11 === 4;
  const key = (place: number, age: number): MfaKey => ({
    id: 10_000 + index * 2 + place,
    status: 'pending',
    type: 'usual',
    createdAt: seededAt - age * DAY,
    secret: 'KRUGS4ZANFZSAYJAONSWG4TFOQQGWZLZ',
    digits: 6,
    period: 30,
    algorithm: 'sha1',
  });
  const keys: MfaKey[] = [];
  if (active) {
    const made = key(0, 40 + (index % 500));
    keys.push({ ...made, status: 'active', activatedAt: made.createdAt + 2 * MINUTE });
  }
  if (pending) keys.push(key(1, 1 + (index % 20)));
  return keys;
}

function devicesOf(index: number, seededAt: number): TrustedDevice[] {
  const count = index % 97 === 13 ? 12 : index % 4;
  return Array.from({ length: count }, (_, place) => ({
    id: 1_000_000 + index * 12 + place,
    browser: BROWSERS[(index + place) % BROWSERS.length] ?? 'Chrome 142',
    operatingSystem: SYSTEMS[(index + 2 * place) % SYSTEMS.length] ?? 'Windows 11',
    fingerprint: `generated-${index}-${place}`,
    activatedAt:
      seededAt - (DEVICE_AGES[(index + place * 3) % DEVICE_AGES.length] ?? 3) * DAY - ((index * 37) % 1200) * MINUTE,
  }));
}

function eventsOf(index: number, username: string, seededAt: number): AccountEvent[] {
  const event = (place: number, ago: number, type: number, description: string, severity: 0 | 1): AccountEvent => ({
    id: 30_000_000 + index * 4 + place,
    at: seededAt - ago,
    type,
    description,
    alert: false,
    severity,
  });
  const events = [event(0, (30 + (index % 300)) * DAY, 0, `User '${username}' updated`, 0)];
  if (index % 2 === 0)
    events.push(event(1, (2 + (index % 28)) * DAY, 6, `Authentication failed for user '${username}'`, 1));
  if (index % 5 === 2)
    events.push(event(2, (1 + (index % 40)) * HOUR, 13, `Support access to user '${username}' granted`, 0));
  return events;
}
