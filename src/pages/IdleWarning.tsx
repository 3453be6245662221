import { Plural, Trans } from '@lingui/react/macro';
import { useSyncExternalStore } from 'react';
import { getIdleWarning, subscribeToIdleWarning } from '../session/idle.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';

/** Shown in the last minute before the idle lock. Any key press or tap answers it, its own button's as well. */
export function IdleWarning() {
  const secondsLeft = useSyncExternalStore(subscribeToIdleWarning, getIdleWarning);
  if (secondsLeft === undefined) return null;
  return (
    <Dialog role="alertdialog" title={<Trans>Are you still there?</Trans>}>
      <p>
        <Trans>
          To protect your account, this page locks in <Plural value={secondsLeft} one="# second" other="# seconds" />.
          Press any key to stay signed in.
        </Trans>
      </p>
      <Button look="filled" data-first-focus="">
        <Trans>Stay signed in</Trans>
      </Button>
    </Dialog>
  );
}
