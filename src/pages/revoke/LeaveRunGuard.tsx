import { Trans } from '@lingui/react/macro';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import type { Run } from '../../revocation/run.ts';
import { getSession } from '../../session/session.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';

/** Asks before a page is left whose work is not done. */
export function LeaveRunGuard({ run }: { run: Run }) {
  const blocker = useBlocker(() => getSession().state === 'signed-in');

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, []);

  return (
    <ConfirmDialog
      open={blocker.state === 'blocked'}
      title={<Trans>Stop revoking and leave?</Trans>}
      confirmLabel={<Trans>Stop and leave</Trans>}
      cancelLabel={<Trans>Stay</Trans>}
      onConfirm={() => {
        run.stop();
        blocker.proceed?.();
      }}
      onCancel={() => blocker.reset?.()}
    >
      <p>
        <Trans>What was revoked stays revoked. You can go on with the rest when you come back to this page.</Trans>
      </p>
    </ConfirmDialog>
  );
}
