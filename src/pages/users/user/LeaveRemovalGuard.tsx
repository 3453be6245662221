import { Trans } from '@lingui/react/macro';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { getSession } from '../../../session/session.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';

/** Asks before a page is left on which a removal is under way: its receipt would be lost. */
export function LeaveRemovalGuard() {
  const blocker = useBlocker(() => getSession().state === 'signed-in');

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, []);

  return (
    <ConfirmDialog
      open={blocker.state === 'blocked'}
      title={<Trans>Leave before it is done?</Trans>}
      confirmLabel={<Trans>Leave</Trans>}
      cancelLabel={<Trans>Stay</Trans>}
      onConfirm={() => blocker.proceed?.()}
      onCancel={() => blocker.reset?.()}
    >
      <p>
        <Trans>What is being revoked goes on, and nothing will show how it went. The receipt is lost.</Trans>
      </p>
    </ConfirmDialog>
  );
}
