import { Trans, useLingui } from '@lingui/react/macro';
import { MapPinOff } from 'lucide-react';
import { useSession } from '../session/useSession.ts';
import { BrandMark } from '../ui/BrandMark.tsx';
import { ButtonLink } from '../ui/ButtonLink.tsx';
import { Card } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { Frame } from './frame/Shell.tsx';
import styles from './NotFoundPage.module.css';

export function NotFoundPage() {
  const signedOut = useSession().state === 'signed-out';
  if (!signedOut) {
    return (
      <Frame>
        <Missing />
      </Frame>
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
