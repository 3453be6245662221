import { Trans, useLingui } from '@lingui/react/macro';
import { MapPinOff } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useSession } from '../session/useSession.ts';
import { BrandMark } from '../ui/BrandMark.tsx';
import { ButtonLink } from '../ui/ButtonLink.tsx';
import { Card } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import styles from './NotFoundPage.module.css';

// Base UI comes with the frame: nobody who is signed out should wait for it.
const Frame = lazy(async () => ({ default: (await import('./frame/Shell.tsx')).Frame }));

export function NotFoundPage() {
  const signedOut = useSession().state === 'signed-out';
  if (!signedOut) {
    return (
      <Suspense>
        <Frame>
          <Missing />
        </Frame>
      </Suspense>
    );
  }
  return (
    <main className={styles.bare}>
      <BrandMark />
      <Missing />
    </main>
  );
}

function Missing() {
  const { t } = useLingui();
  return (
    <Page title={t`Page not found`}>
      <Card padding="flush">
        <EmptyState
          icon={<MapPinOff />}
          title={<Trans>There is no page at this address</Trans>}
          action={
            <ButtonLink to="/" look="filled">
              <Trans>Go to Account security</Trans>
            </ButtonLink>
          }
        >
          <p>
            <Trans>It may have moved, or the address has a typo.</Trans>
          </p>
        </EmptyState>
      </Card>
    </Page>
  );
}
