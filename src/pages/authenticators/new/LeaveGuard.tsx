import { Trans } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { useBlocker } from 'react-router';
import { getSession } from '../../../session/session.ts';
import { useSession } from '../../../session/useSession.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { asProblem } from '../../../ui/problem.ts';
import { useRemoveKey } from '../useRemoveKey.ts';

/** Milliseconds in which the browser asks this page whether it may go to the app that an `otpauth:` link opens. */
const LEAVING_FOR_APP = 1_000;

let leavingForApp = false;

/** An `otpauth:` link leaves the page where it is, but the browser asks `beforeunload` all the same. */
export function expectToLeaveForApp(): void {
  leavingForApp = true;
  setTimeout(() => {
    leavingForApp = false;
  }, LEAVING_FOR_APP);
}

/** The id of the key that is not active yet; a promise, because its answer may be on its way. None where none came of it. */
export type UnfinishedKey = Promise<number | undefined>;

/** Asks before an unfinished key is left behind, and deletes it. */
export function LeaveGuard({ unfinished }: { unfinished: UnfinishedKey | undefined }) {
  const removal = useRemoveKey();
  const session = useSession();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      unfinished !== undefined &&
      currentLocation.pathname !== nextLocation.pathname &&
      // A session that is over has nothing left to delete the key with; one that is locked goes on.
      getSession().state !== 'signed-out',
  );
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<unknown>();

  useEffect(() => {
    if (unfinished === undefined) return;
    const ask = (event: BeforeUnloadEvent) => {
      if (!leavingForApp && getSession().state !== 'signed-out') event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [unfinished]);

  // Activated, or never made, while this was asked: then there is nothing to ask.
  useEffect(() => {
    if (unfinished === undefined && !pending) blocker.reset?.();
  }, [unfinished, pending, blocker]);

  async function deleteAndLeave() {
    if (failure !== undefined) {
      blocker.proceed?.();
      return;
    }
    setPending(true);
    try {
      const keyId = await unfinished;
      if (keyId !== undefined) await removal.mutateAsync(keyId);
      blocker.proceed?.();
    } catch (error) {
      setFailure(error);
    } finally {
      setPending(false);
    }
  }

  const stay = () => {
    setFailure(undefined);
    blocker.reset?.();
  };

  return (
    <ConfirmDialog
      // Not under the lock: a dialog that opens there would take the sign-in's place in front, unseen.
      open={blocker.state === 'blocked' && session.state === 'signed-in'}
      title={<Trans>Leave the set-up?</Trans>}
      confirmLabel={failure === undefined ? <Trans>Leave and delete the key</Trans> : <Trans>Leave anyway</Trans>}
      cancelLabel={<Trans>Stay</Trans>}
      pending={pending}
      problem={failure === undefined ? undefined : asProblem(failure)}
      onConfirm={deleteAndLeave}
      onCancel={stay}
    >
      {failure === undefined ? (
        <p>
          <Trans>
            Your authenticator app is not active yet. If you leave, the unfinished key is deleted; an entry that your
            app already has will not work.
          </Trans>
        </p>
      ) : (
        <p>
          <Trans>
            The unfinished key could not be deleted. If you leave now it stays in your list, where you can remove it
            later.
          </Trans>
        </p>
      )}
    </ConfirmDialog>
  );
}
