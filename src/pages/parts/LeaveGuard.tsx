import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect } from 'react';
import { useBlocker } from 'react-router';
import { getSession } from '../../session/session.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';

interface LeaveGuardProps {
  title: ReactNode;
  confirmLabel: ReactNode;
  /** Before the page is left all the same. */
  onLeave?: () => void;
  /** What leaving means. */
  children: ReactNode;
}

/** Asks before a page is left on which work is under way. */
export function LeaveGuard({ title, confirmLabel, onLeave, children }: LeaveGuardProps) {
  const blocker = useBlocker(() => getSession().state === 'signed-in');

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, []);

  return (
    <ConfirmDialog
      open={blocker.state === 'blocked'}
      title={title}
      confirmLabel={confirmLabel}
      cancelLabel={<Trans>Stay</Trans>}
      onConfirm={() => {
        onLeave?.();
        blocker.proceed?.();
      }}
      onCancel={() => blocker.reset?.()}
    >
      {children}
    </ConfirmDialog>
  );
}
