import { Trans } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { myUserQuery } from '../../api/users.ts';
import { useSession } from '../../session/useSession.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { discardPlan, inTime } from './discardPlan.ts';
import { useMayRevoke } from './useMayRevoke.ts';
import { ownerOf } from './useOwner.ts';

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
  const isSignedIn = useSession().state === 'signed-in';
  const queryClient = useQueryClient();
  // Who one is may be on its way still: a job would be left behind unasked.
  const findOwner = async () =>
    owner ?? (isSignedIn ? inTime(queryClient.ensureQueryData(myUserQuery).then(ownerOf)) : undefined);
  return {
    signOut: async () => {
      // Nobody else waits for the look into storage: the session ends with the press.
      const whose = mayHavePlan ? await findOwner() : owner;
      if (mayHavePlan && whose !== undefined && (await hasPlan(whose))) {
        setIsAsked(true);
        return;
      }
      leave();
      // What storage did not tell of in time, or was left by one who had the role then, goes all the same.
      if (whose !== undefined) void discardPlan(whose);
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

async function hasPlan(owner: string): Promise<boolean> {
  return (
    (await inTime(import('../../revocation/plans.ts').then(({ planStore }) => planStore.find(owner)))) !== undefined
  );
}
