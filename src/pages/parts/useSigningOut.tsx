import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { discardPlan, STORAGE_PATIENCE } from './discardPlan.ts';
import { useMayRevoke } from './useMayRevoke.ts';

/**
 * Signing out forgets a job that was cut short, so that is asked first. Where the browser does not tell of any, one
 * signs out all the same.
 * @param owner whose job it would be
 * @param leave ends the session; with the owner whose job goes with it
 */
export function useSigningOut(
  owner: string | undefined,
  leave: (discarded?: string) => void,
): { signOut: () => void; question: ReactNode } {
  const [isAsked, setIsAsked] = useState(false);
  const mayHavePlan = useMayRevoke() !== false;
  return {
    signOut: async () => {
      // Nobody else waits for the look into storage: the session ends with the press.
      if (mayHavePlan && (await hasPlan(owner))) {
        setIsAsked(true);
        return;
      }
      leave();
      // What storage did not tell of in time, or was left by one who had the role then, goes all the same.
      if (owner !== undefined) void discardPlan(owner);
    },
    question: (
      <ConfirmDialog
        open={isAsked}
        title={<Trans>Sign out and discard what is left?</Trans>}
        confirmLabel={<Trans>Sign out and discard</Trans>}
        onConfirm={() => {
          setIsAsked(false);
          leave(owner);
        }}
        onCancel={() => setIsAsked(false)}
      >
        <p>
          <Trans>A revocation for many people is not finished. Signing out forgets the rest of it.</Trans>
        </p>
      </ConfirmDialog>
    ),
  };
}

async function hasPlan(owner: string | undefined): Promise<boolean> {
  if (owner === undefined) return false;
  const looking = import('../../revocation/plans.ts').then(({ planStore }) => planStore.find(owner));
  const found = await Promise.race([
    looking.catch(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(resolve, STORAGE_PATIENCE, undefined)),
  ]);
  return found !== undefined;
}
