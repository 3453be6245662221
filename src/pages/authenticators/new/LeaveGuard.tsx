import { Trans } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useBlocker } from 'react-router';
import { deleteMfaKey } from '../../../api/mfa-keys.ts';
import { myUserQuery } from '../../../api/users.ts';
import { getSession } from '../../../session/session.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { asProblem } from '../../../ui/problem.ts';

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

/** Asks before an unfinished key is left behind, and deletes it. */
export function LeaveGuard({ keyId }: { keyId: number }) {
  const queryClient = useQueryClient();
  // A session that is over has nothing left to delete the key with.
  const blocker = useBlocker(() => getSession().state === 'signed-in');
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<unknown>();

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (!leavingForApp && getSession().state !== 'signed-out') event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, []);

  async function deleteAndLeave() {
    if (failure !== undefined) {
      blocker.proceed?.();
      return;
    }
    setPending(true);
    try {
      await deleteMfaKey('my', keyId);
      await queryClient.invalidateQueries({ queryKey: myUserQuery.queryKey });
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
      open={blocker.state === 'blocked'}
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
