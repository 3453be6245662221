import { randomBytes, randomUUID } from 'node:crypto';
import { Clock, DAY } from './clock.ts';
import { Faults } from './faults.ts';
import { Pace, RateLimits } from './limits.ts';
import { Lockout } from './lockout.ts';
import { usualLookups } from './lookups.ts';
import { Mailbox } from './mailbox.ts';
import type { Roster } from './roster.ts';
import { SecondSteps } from './second-steps.ts';
import { seedUsers } from './seed.ts';
import { usualSettings } from './settings.ts';
import { type NewEvent, USER_DELETED, type User } from './user.ts';

const REFRESH_TOKEN_LIFETIME = DAY;
const CREATED_FROM = 900_001;

/** Everything that a caller can change, so that tests side by side never meet. Users are copied on write. */
export class World {
  /** Another one for each birth of a world: tokens of a forgotten world are good for nothing. */
  readonly id = randomUUID();
  readonly clock = new Clock();
  readonly seededAt = this.clock.now();
  readonly mailbox: Mailbox;
  readonly lockout = new Lockout();
  readonly secondSteps = new SecondSteps();
  readonly limits = new RateLimits();
  readonly pace = new Pace();
  readonly faults = new Faults();
  settings = usualSettings();
  lookups = usualLookups();

  readonly #roster: Roster;
  readonly #kept = new Map<number, User>();
  readonly #idByUsername = new Map<string, number>();
  readonly #refreshTokens = new Map<string, { userId: number; expiresAt: number }>();
  #lastId = 5_000_000;
  #lastUserId: number;

  constructor(roster: Roster, log?: (line: string) => void) {
    this.mailbox = new Mailbox(log);
    this.#roster = roster;
    this.#lastUserId = Math.max(CREATED_FROM, roster.firstId + roster.size) - 1;
    for (const user of seedUsers(this.seededAt)) this.keep(user);
  }

  /** A kept user, or a fresh copy of a generated one: `keep` it after changing it. */
  findUser(id: number): User | undefined {
    return this.#kept.get(id) ?? (this.#roster.has(id) ? this.#roster.user(id, this.seededAt) : undefined);
  }

  /** By address, in any case. */
  findUsername(username: string): User | undefined {
    const id = this.#idByUsername.get(username.toLowerCase()) ?? this.#roster.idOf(username);
    return id === undefined ? undefined : this.findUser(id);
  }

  keep(user: User): void {
    this.#kept.set(user.id, user);
    this.#idByUsername.set(user.username.toLowerCase(), user.id);
  }

  /** Every user that was not deleted, by id for the generated ones. */
  *rows() {
    for (const user of this.#kept.values()) if (user.status !== USER_DELETED) yield user;
    const end = this.#roster.firstId + this.#roster.size;
    for (let id = this.#roster.firstId; id < end; id++) if (!this.#kept.has(id)) yield this.#roster.row(id);
  }

  /** An id for a new key, device or event. */
  nextId(): number {
    return ++this.#lastId;
  }

  nextUserId(): number {
    return ++this.#lastUserId;
  }

  record(user: User, event: NewEvent): void {
    user.events.push({ ...event, id: this.nextId(), at: this.clock.now() });
    this.keep(user);
  }

  issueRefreshToken(user: User): string {
    const token = randomBytes(32).toString('base64url');
    this.#refreshTokens.set(token, { userId: user.id, expiresAt: this.clock.now() + REFRESH_TOKEN_LIFETIME });
    return token;
  }

  /** Whose refresh token this is; undefined when it is unknown, expired or was rotated. */
  findRefreshToken(token: string): User | undefined {
    const found = this.#refreshTokens.get(token);
    return found && found.expiresAt > this.clock.now() ? this.findUser(found.userId) : undefined;
  }

  revokeRefreshToken(token: string): void {
    this.#refreshTokens.delete(token);
  }

  revokeRefreshTokensOf(user: User): void {
    for (const [token, { userId }] of this.#refreshTokens) if (userId === user.id) this.#refreshTokens.delete(token);
  }
}
