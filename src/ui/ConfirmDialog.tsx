import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Alert } from './Alert.tsx';
import { Button } from './Button.tsx';
import styles from './ConfirmDialog.module.css';
import { Dialog, dismiss } from './Dialog.tsx';
import { ProblemDetails } from './ProblemDetails.tsx';
import { ProblemWords } from './ProblemWords.tsx';
import type { Problem } from './problem.ts';
import { useIsOffline } from './useIsOffline.ts';

interface ConfirmDialogProps {
  open: boolean;
  title: ReactNode;
  children?: ReactNode;
  /** Says what it does: "Revoke 3 devices". */
  confirmLabel: ReactNode;
  cancelLabel?: ReactNode;
  tone?: 'danger' | 'normal' | undefined;
  /** The answer is awaited: neither button does anything, nor does Escape. */
  pending?: boolean | undefined;
  onConfirm: () => void;
  onCancel: () => void;
  /** Why the last attempt failed. */
  problem?: Problem | null | undefined;
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    open,
    title,
    children,
    confirmLabel,
    cancelLabel,
    tone = 'danger',
    pending = false,
    onConfirm,
    onCancel,
    problem,
  } = props;
  const wordsId = useId();
  const isOffline = useIsOffline();
  const isConfirmed = useRef(false);
  // Drawn anew and nothing under way: asked again, or the attempt has ended.
  useEffect(() => {
    if (!pending) isConfirmed.current = false;
  });
  if (!open) return null;

  const cancel = () => {
    if (!pending) onCancel();
  };
  /** Once: the second click of two may come before `pending` does. */
  const confirm = () => {
    if (isConfirmed.current) return;
    isConfirmed.current = true;
    onConfirm();
  };
  return (
    <Dialog role="alertdialog" title={title} describedBy={children ? wordsId : undefined} onDismiss={cancel}>
      {children && (
        <div id={wordsId} className={styles.words}>
          {children}
        </div>
      )}
      {pending && isOffline && (
        // The notice of the page lies under the dialog.
        <Alert tone="warning">
          <Trans>You are offline. This is sent as soon as there is a connection.</Trans>
        </Alert>
      )}
      {problem && (
        <Alert tone="danger">
          <ProblemWords problem={problem} writing />
          <ProblemDetails problem={problem} />
        </Alert>
      )}
      <div className={styles.buttons}>
        {/* Takes the first focus: Enter must not hit the button that destroys. */}
        <Button data-first-focus="" aria-disabled={pending || undefined} onClick={() => dismiss(cancel)}>
          {cancelLabel ?? <Trans>Cancel</Trans>}
        </Button>
        <Button look={tone === 'danger' ? 'danger-filled' : 'filled'} pending={pending} onClick={confirm}>
          {confirmLabel}
        </Button>
      </div>
    </Dialog>
  );
}
