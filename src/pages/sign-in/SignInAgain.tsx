import { Trans } from '@lingui/react/macro';
import { signOut } from '../../session/session.ts';
import type { LockReason } from '../../session/state.ts';
import type { Person } from '../../session/tabs.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextButton } from '../../ui/TextButton.tsx';
import { discardPlan } from '../parts/discardPlan.ts';
import { useOwner } from '../parts/useOwner.ts';
import { useSigningOut } from '../parts/useSigningOut.tsx';
import styles from './SignIn.module.css';
import { SignInFlow } from './SignInFlow.tsx';

/** Signing in over the page that locked, which stays where it was. */
export function SignInAgain({ person, reason }: { person: Person; reason: LockReason }) {
  const { signOut: askAndSignOut, question } = useSigningOut(useOwner(), (discarded) => {
    signOut();
    if (discarded) void discardPlan(discarded);
  });
  return (
    <SignInFlow
      username={person.kind === 'user' ? person.name : undefined}
      withApplicationToken={person.kind === 'application'}
      frame={(heading, content, foot) => (
        <Dialog opaque title={heading}>
          <p className={styles.reason}>
            {reason === 'idle' ? (
              <Trans>The page locked because nobody used it for a while. Sign in to go on where you were.</Trans>
            ) : (
              <Trans>Your session has ended. Sign in to go on where you were; nothing you typed is lost.</Trans>
            )}
          </p>
          {content}
          {foot}
          <TextButton onClick={askAndSignOut}>
            <Trans>Leave and sign out</Trans>
          </TextButton>
          {question}
        </Dialog>
      )}
    />
  );
}
