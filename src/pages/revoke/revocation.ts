import { readDirectoryPage } from '../../api/directory.ts';
import { deleteMfaKey } from '../../api/mfa-keys.ts';
import { readTrustedDevices, revokeTrustedDevice } from '../../api/trusted-devices.ts';
import { readUser } from '../../api/users.ts';
import { budget } from '../../revocation/budget-of-browser.ts';
import type { ParsedList } from '../../revocation/lines.ts';
import { planStore } from '../../revocation/plans.ts';
import type { Lookups, Resolved } from '../../revocation/resolve.ts';
import type { Calls, Run } from '../../revocation/run.ts';
import { holdIdleLock } from '../../session/idle.ts';
import { apiUrl } from '../../settings.ts';

/** A list as it was read, and whom its lines turned out to name. */
export type Preview = { parsed: ParsedList; resolved: Resolved[] };

/** What a run does to the API; each call has its place in the budget by then. */
export const calls: Calls = {
  readDevices: async (personId) => (await readTrustedDevices(personId)).rows,
  readKeys: async (personId) => (await readUser(personId)).mfa.rows,
  revokeDevice: revokeTrustedDevice,
  deleteKey: deleteMfaKey,
};

/** How lines are looked up: through the budget, so that colleagues behind the same address can still work. */
export const lookups: Lookups = {
  readUser: async (ref, signal) => {
    await budget.take(signal);
    return readUser(ref, signal);
  },
  readDirectoryPage: async (page, perPage, signal) => {
    await budget.take(signal);
    return readDirectoryPage({ sort: 'id', page, perPage }, signal);
  },
};

/** The name of the lock that a tab holds while it works for a person. */
function lockOf(owner: string): string {
  return `mfa-portal:${apiUrl}:revocation:${owner}`;
}

/** Whether another tab is at work for this person. */
export async function isRunningElsewhere(owner: string): Promise<boolean> {
  const { held } = (await navigator.locks?.query()) ?? {};
  return held?.some(({ name }) => name === lockOf(owner)) ?? false;
}

/** Works with the session kept open and the plan kept safe; the plan goes when all of it is done. */
export async function carryOut(run: Run, work: () => Promise<void>): Promise<void> {
  const release = holdIdleLock();
  const { owner } = run.plan;
  const safely = async () => {
    await planStore.begin(run.plan);
    await work();
    if (run.getState().status === 'finished' && run.getState().failures === 0) await planStore.remove(owner);
  };
  try {
    await (navigator.locks ? navigator.locks.request(lockOf(owner), safely) : safely());
  } finally {
    release();
  }
}
