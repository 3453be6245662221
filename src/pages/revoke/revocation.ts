import { readDirectoryPage } from '../../api/directory.ts';
import { deleteMfaKey } from '../../api/mfa-keys.ts';
import { settle } from '../../api/settle.ts';
import type { Rows } from '../../api/tolerant.ts';
import { readTrustedDevices, revokeTrustedDevice } from '../../api/trusted-devices.ts';
import { readUser } from '../../api/users.ts';
import { budget } from '../../revocation/budget-of-browser.ts';
import type { ParsedList } from '../../revocation/lines.ts';
import { Patience, type WaitingFor } from '../../revocation/patience.ts';
import { planStore } from '../../revocation/plans.ts';
import type { Calls } from '../../revocation/ports.ts';
import type { Lookups, Resolved } from '../../revocation/resolve.ts';
import type { Run } from '../../revocation/run.ts';
import { holdIdleLock } from '../../session/idle.ts';
import { inOneName } from '../../session/same-person.ts';
import { onSessionEnd } from '../../session/session.ts';
import { apiUrl } from '../../settings.ts';

/** A list as it was read, and whom its lines turned out to name. */
export type Preview = { parsed: ParsedList; resolved: Resolved[] };

/** What a run does to the API, in the name of whoever is signed in now and of nobody else. */
export function callsOfThisPerson(): Calls {
  const inMyName = inOneName();
  return {
    readDevices: (personId) => inMyName(() => readTrustedDevices(personId)),
    readKeys: (personId) => inMyName(async () => (await readUser(personId)).mfa),
    revokeDevice: (personId, deviceId) =>
      settle(
        () => inMyName(() => revokeTrustedDevice(personId, deviceId)),
        () => inMyName(async () => isWithout(await readTrustedDevices(personId), deviceId)),
      ),
    deleteKey: (personId, keyId) =>
      settle(
        () => inMyName(() => deleteMfaKey(personId, keyId)),
        () => inMyName(async () => isWithout((await readUser(personId)).mfa, keyId)),
      ),
  };
}

function isWithout({ rows, unreadable }: Rows<{ id: number }>, gone: number): boolean {
  return unreadable === 0 && rows.every(({ id }) => id !== gone);
}

/**
 * How lines are looked up: through the budget, so that colleagues behind the same address can still work.
 * @param onWait hears when the service's limit is waited for, and when no more
 */
export function lookupsOfThisPerson(onWait: (waitingFor: WaitingFor | undefined) => void): Lookups {
  const inMyName = inOneName();
  const patience = new Patience(budget, { isWatched: true });
  return {
    readUser: (ref, signal) => patience.send(() => inMyName(() => readUser(ref, signal)), { signal, onWait }),
    readDirectoryPage: (page, perPage, signal) =>
      patience.send(() => inMyName(() => readDirectoryPage({ sort: 'id', page, perPage }, signal)), {
        signal,
        onWait,
      }),
  };
}

/** The name of the lock that a tab holds while it works for a person. */
function lockOf(owner: string): string {
  return `mfa-portal:${apiUrl}:revocation:${owner}`;
}

/** Whether another tab is at work for this person. */
export async function isRunningElsewhere(owner: string): Promise<boolean> {
  const { held } = (await navigator.locks?.query()) ?? {};
  return held?.some(({ name }) => name === lockOf(owner)) ?? false;
}

/** Resolves when no tab is at work for this person. */
export async function untilNoneRuns(owner: string, signal: AbortSignal): Promise<void> {
  await navigator.locks?.request(lockOf(owner), { mode: 'shared', signal }, () => undefined);
}

/**
 * Works, unless another tab does or another job is unfinished, with the plan kept safe; the plan goes when all of it is
 * done.
 */
export async function carryOut(run: Run, work: () => Promise<void>): Promise<void> {
  const { owner } = run.plan;
  run.ready();
  const stopKeepingOpen = keepOpenWhileRunning(run);
  const stopAtTheEnd = onSessionEnd(() => run.stop());
  const safely = async (lock: Lock | null | undefined) => {
    if (lock === null) {
      run.rest('other-tab');
      return;
    }
    const begun = await planStore.begin(run.plan);
    if (begun === 'another') {
      run.rest('other-job');
      return;
    }
    if (begun === 'not-kept') run.tellThatNothingIsKept();
    await work();
    if (run.getState().status === 'finished' && run.getState().failures === 0) await planStore.remove(owner);
  };
  try {
    await (navigator.locks?.request(lockOf(owner), { ifAvailable: true }, safely) ?? safely(undefined));
  } finally {
    stopKeepingOpen();
    stopAtTheEnd();
  }
}

/** No idle lock while it works; a pause, or a connection that is gone, may last, and locks like any other page. */
function keepOpenWhileRunning(run: Run): () => void {
  let release: (() => void) | undefined;
  const follow = () => {
    const { status, waitingFor } = run.getState();
    const isRunning = status === 'running' && waitingFor !== 'connection';
    if (isRunning) release ??= holdIdleLock();
    else {
      release?.();
      release = undefined;
    }
  };
  const unsubscribe = run.subscribe(follow);
  follow();
  return () => {
    unsubscribe();
    release?.();
  };
}
