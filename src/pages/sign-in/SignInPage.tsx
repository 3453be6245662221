import { useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useSession } from '../../session/useSession.ts';
import { BrandMark } from '../../ui/BrandMark.tsx';
import { Card } from '../../ui/Card.tsx';
import { LoadingPage } from '../../ui/LoadingPage.tsx';
import { LanguageSelect } from './LanguageSelect.tsx';
import { nextOf } from './next.ts';
import styles from './SignIn.module.css';
import { SignInFlow } from './SignInFlow.tsx';

export function SignInPage() {
  const { t } = useLingui();
  const { state } = useSession();
  // Not the form again, empty as if it had failed, until the page is there.
  if (state === 'signed-in') return <GoOn />;
  return (
    <main className={styles.page}>
      <BrandMark />
      <div className={styles.column}>
        <SignInFlow
          frame={(heading, content, foot) => (
            <>
              <title>{t`${heading} · MFA portal`}</title>
              <Card className={styles.card}>
                <h1 className={styles.heading}>{heading}</h1>
                {content}
              </Card>
              {foot}
            </>
          )}
        />
      </div>
      <LanguageSelect />
    </main>
  );
}

/** To where the person wanted to go, whether they signed in here or in another tab. */
function GoOn() {
  const { pathname, search } = useLocation();
  const next = nextOf(new URL(pathname + search, location.origin));
  const navigate = useNavigate();
  useEffect(() => {
    navigate(next, { replace: true });
  }, [next, navigate]);
  return <LoadingPage path={next} />;
}
