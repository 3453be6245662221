import type { MfaKey } from './user.ts';

export interface Lookup {
  id: number;
  description: string;
}

export interface Role {
  id: number;
  name: string;
}

export interface Lookups {
  mfa_status: Lookup[];
  mfa_type: Lookup[];
  user_status: Lookup[];
  roles: Role[];
}

/** Activation sends this status: the one key status whose id is published. */
export const KEY_ACTIVE_ID = 1;

export function usualLookups(): Lookups {
  return {
    mfa_status: [
      { id: 0, description: 'Activation Pending' },
      { id: KEY_ACTIVE_ID, description: 'Active' },
    ],
    mfa_type: [{ id: 1, description: 'Time-Based One-Time Password' }],
    user_status: [
      { id: 0, description: 'Activation Pending' },
      { id: 1, description: 'Active' },
      { id: 2, description: 'Suspended' },
    ],
    roles: [
      { id: 1, name: 'Administrator' },
      { id: 2, name: 'User' },
      { id: 3, name: 'Observer' },
      { id: 12, name: 'SuperAdmin' },
    ],
  };
}

/** The entry of the lookup that stands for a key's status: `id: 1` is active, the first other is pending. */
export function keyStatus(lookups: Lookups, status: MfaKey['status']): Lookup {
  const found = lookups.mfa_status.find(({ id }) => (id === KEY_ACTIVE_ID) === (status === 'active'));
  return (
    found ??
    (status === 'active' ? { id: KEY_ACTIVE_ID, description: 'Active' } : { id: 0, description: 'Activation Pending' })
  );
}

/** The entry of the type lookup for a key; an id that the lookup lost keeps its number for a word. */
export function keyType(lookups: Lookups, type: MfaKey['type']): Lookup {
  if (type === 'usual') return usualType(lookups);
  return lookups.mfa_type.find(({ id }) => id === type) ?? { id: type, description: String(type) };
}

function usualType({ mfa_type: types }: Lookups): Lookup {
  const byName = types.find(({ description }) => /time-based|totp/i.test(description));
  return byName ?? types[0] ?? { id: 1, description: 'Time-Based One-Time Password' };
}

export function userStatus(lookups: Lookups, id: number): { id: number; description?: string } {
  return lookups.user_status.find((entry) => entry.id === id) ?? { id };
}

/** The entry of the role lookup with this name; a role without one answers the id 0. */
export function roleNamed(lookups: Lookups, name: string): Role {
  return lookups.roles.find((role) => role.name === name) ?? { id: 0, name };
}
