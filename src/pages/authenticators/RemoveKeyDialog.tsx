import { Trans } from '@lingui/react/macro';
import type { MfaKey } from '../../api/mfa-keys.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { asProblem } from '../../ui/problem.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { KeyType } from '../parts/KeyWords.tsx';
import { useRemoveKey } from './useRemoveKey.ts';

interface RemoveKeyDialogProps {
  mfaKey: MfaKey;
  /** Without it the account has no authenticator app. */
  isLastActive: boolean;
  /** The key goes because a new one is to be set up. */
  startsAgain: boolean;
  onRemoved: () => void;
  onCancel: () => void;
}

export function RemoveKeyDialog({ mfaKey, isLastActive, startsAgain, onRemoved, onCancel }: RemoveKeyDialogProps) {
  const removal = useRemoveKey();
  const type = <KeyType mfaKey={mfaKey} />;
  return (
    <ConfirmDialog
      open
      title={startsAgain ? <Trans>Start again with a new code?</Trans> : <Trans>Remove {type}?</Trans>}
      confirmLabel={startsAgain ? <Trans>Remove and start again</Trans> : <Trans>Remove key</Trans>}
      pending={removal.isPending}
      problem={removal.error && asProblem(removal.error)}
      onConfirm={() => removal.mutate(mfaKey.id, { onSuccess: onRemoved })}
      onCancel={onCancel}
    >
      {mfaKey.creation_date && (
        <p>
          <Trans>
            The key {type}, added <RelativeTime date={mfaKey.creation_date} />.
          </Trans>
        </p>
      )}
      {startsAgain && (
        <p>
          <Trans>
            The unfinished key is removed, and you get a new QR code. Delete the old entry in your app, if it is there.
          </Trans>
        </p>
      )}
      {isLastActive && (
        <p>
          <Trans>
            It is your only active authenticator app. Without it, signing in asks for a code sent to your email, or for
            no code at all.
          </Trans>
        </p>
      )}
    </ConfirmDialog>
  );
}
