import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
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
  const { t } = useLingui();
  const { signOut: askAndSignOut, question } = useSigningOut(useOwner(), async (discarded) => {
    if (discarded) await discardPlan(discarded);
    signOut();
  });
  useDocumentTitle(t`Sign in · MFA portal`);
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

/**
 * Covers the title of the page below, which may name somebody. The first one in the document counts, and React puts
 * that of a page which is come to under the lock, by the back button, before all others.
 */
function useDocumentTitle(words: string): void {
  useEffect(() => {
    const title = document.createElement('title');
    title.textContent = words;
    const cover = () => document.querySelector('title') !== title && document.head.prepend(title);
    const observer = new MutationObserver(cover);
    observer.observe(document.head, { childList: true });
    cover();
    return () => {
      observer.disconnect();
      title.remove();
    };
  }, [words]);
}
