/** How the world keeps a user and what belongs to one. Instants are milliseconds since 1970 by the world's clock. */

export interface MfaKey {
  id: number;
  /** What the key is; which id and word that has is for the lookups to say. */
  status: 'pending' | 'active';
  /** The id of a type of the lookup, or the world's usual type whatever its id. */
  type: number | 'usual';
  createdAt: number;
  activatedAt?: number;
  /** Base32. */
  secret: string;
  digits: 6 | 7 | 8;
  /** Seconds. */
  period: number;
  algorithm: 'sha1' | 'sha256' | 'sha512';
}

export interface TrustedDevice {
  id: number;
  browser: string;
  operatingSystem: string;
  name?: string;
  fingerprint: string;
  activatedAt: number;
}

export interface AccountEvent {
  id: number;
  at: number;
  type: number;
  description: string;
  alert: boolean;
  severity: 0 | 1 | 2;
}

export type NewEvent = Omit<AccountEvent, 'id' | 'at'>;

/** What the directory tells of a user; generated users have no more than this until somebody looks. */
export interface DirectoryRow {
  id: number;
  username: string;
  name: string;
  createdAt: number;
  status: number;
  organisation: number;
}

export interface User extends DirectoryRow {
  roles: string[];
  /** Lower-case hex SHA-1 of the password: the form in which the API knows it. */
  passwordHash: string;
  /** What is due at sign-in while there is no active key. */
  secondFactor: 'none' | 'email';
  /** MFA is enforced: the last active key can't be deleted. */
  enforced: boolean;
  keys: MfaKey[];
  /** `mfa` is absent from the answer until a first key was made. */
  everHadKey: boolean;
  devices: TrustedDevice[];
  events: AccountEvent[];
}

export const USER_ACTIVE = 1;
/** Not in the lookup: a deleted user is found nowhere. */
export const USER_DELETED = 3;

export function activeKey(user: User): MfaKey | undefined {
  return user.keys.find((key) => key.status === 'active');
}
