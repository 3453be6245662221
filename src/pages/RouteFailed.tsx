import { Trans } from '@lingui/react/macro';
import { useEffect } from 'react';
import { useRouteError } from 'react-router';
import { BrandMark } from '../ui/BrandMark.tsx';
import { ErrorCard } from '../ui/ErrorCard.tsx';
import { asProblem } from '../ui/problem.ts';
import styles from './RouteFailed.module.css';

/** In the place of a page that broke, or whose code could not be loaded. */
export function RouteFailed() {
  const error = useRouteError();
  useEffect(() => {
    addEventListener('online', reload);
    return () => removeEventListener('online', reload);
  }, []);
  return (
    <main className={styles.failed}>
      <BrandMark />
      <ErrorCard isPage problem={asProblem(error)} title={<Trans>This page could not be shown</Trans>} onRetry={reload}>
        <p>
          <Trans>
            The portal may have been updated while this page was open, or the connection broke. Nothing was changed.
            Loading the page again usually helps.
          </Trans>
        </p>
      </ErrorCard>
    </main>
  );
}

function reload(): void {
  location.reload();
}
