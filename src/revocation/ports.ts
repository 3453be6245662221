import type { MfaKey } from '../api/mfa-keys.ts';
import type { Rows } from '../api/tolerant.ts';
import type { TrustedDevice } from '../api/trusted-devices.ts';
import type { Outcome, Plan } from './plan.ts';

/** What a run does to the API. A deletion whose answer is lost has looked whether it happened before it fails. */
export type Calls = {
  readDevices: (personId: number) => Promise<Rows<TrustedDevice>>;
  readKeys: (personId: number) => Promise<Rows<MfaKey>>;
  revokeDevice: (personId: number, deviceId: number) => Promise<void>;
  deleteKey: (personId: number, keyId: number) => Promise<void>;
};

/** Where a run keeps what it has done. */
export type Ledger = {
  record: (plan: Plan, outcome: Outcome) => Promise<boolean>;
  finish: (plan: Plan, personId: number) => Promise<boolean>;
};
