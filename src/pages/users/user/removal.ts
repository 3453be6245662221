import type { MfaKey } from '../../../api/mfa-keys.ts';
import type { TrustedDevice } from '../../../api/trusted-devices.ts';

/**
 * What is to go from a person's account: what was chosen; all devices; or, to reset the second factor, all of both, so
 * that no trusted device leaves a door open. All means all that the API has by then, not what the page knew of.
 */
export type Removal = {
  scope: 'chosen' | 'all-devices' | 'reset';
  devices: TrustedDevice[];
  keys: MfaKey[];
  /** How many should go with them, but can't be read. */
  unreadable: number;
};

export function countOf({ devices, keys }: Removal): number {
  return devices.length + keys.length;
}
