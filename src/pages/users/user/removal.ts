import type { MfaKey } from '../../../api/mfa-keys.ts';
import type { TrustedDevice } from '../../../api/trusted-devices.ts';

/** What is to go from a person's account. A reset takes all of both, so that no trusted device leaves a door open. */
export type Removal = { devices: TrustedDevice[]; keys: MfaKey[]; isReset: boolean };

export function countOf({ devices, keys }: Removal): number {
  return devices.length + keys.length;
}
