import { type RefObject, Suspense, useEffect, useRef } from 'react';
import { Outlet, ScrollRestoration } from 'react-router';
import type { Session } from '../session/state.ts';
import { useSession } from '../session/useSession.ts';
import { Announcer } from '../ui/Announcer.tsx';
import { lazily } from '../ui/lazily.ts';
import { OfflineNotice } from './OfflineNotice.tsx';

const [SignInAgain, loadSignInAgain] = lazily(async () => (await import('./sign-in/SignInAgain.tsx')).SignInAgain);
const [IdleWarning] = lazily(async () => (await import('./IdleWarning.tsx')).IdleWarning);

/** Around every page: what hides it while the session is locked, and the notices that any page may get. */
export function Root() {
  const session = useSession();
  const locked = session.state === 'locked';
  const content = useRef<HTMLDivElement>(null);
  useFocusBack(locked, content);
  useReadyToLock(session.state === 'signed-in');
  return (
    <>
      {/* Another person gets another tree: nothing that a component holds goes over to them. */}
      <div key={personOf(session)} ref={content} hidden={locked}>
        <Outlet />
      </div>
      <OfflineNotice />
      <Suspense>
        {locked && <SignInAgain person={session.person} reason={session.reason} />}
        {session.state === 'signed-in' && <IdleWarning />}
      </Suspense>
      <Announcer />
      <ScrollRestoration key={`scroll ${personOf(session)}`} />
    </>
  );
}

function personOf(session: Session): string {
  return session.state === 'signed-out' ? '' : `${session.person.kind}:${session.person.name}`;
}

/** The lock may come when there is no connection: without its code, the page and all that was typed would be lost. */
function useReadyToLock(signedIn: boolean): void {
  useEffect(() => {
    if (signedIn) loadSignInAgain().catch(() => undefined);
  }, [signedIn]);
}

/** Hiding the page takes the focus from where the person was; signing in again gives it back. */
function useFocusBack(locked: boolean, content: RefObject<HTMLElement | null>): void {
  const focused = useRef<HTMLElement>(undefined);
  useEffect(() => {
    if (locked) return;
    focused.current?.focus();
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && content.current?.contains(target)) focused.current = target;
    };
    addEventListener('focusin', remember);
    return () => removeEventListener('focusin', remember);
  }, [locked, content]);
}
