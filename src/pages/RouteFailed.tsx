import { Trans } from '@lingui/react/macro';
import { useRouteError } from 'react-router';
import { ErrorCard } from '../ui/ErrorCard.tsx';
import { asProblem } from '../ui/problem.ts';
import styles from './RouteFailed.module.css';

/** In the place of a page that broke, or whose code could not be loaded. */
export function RouteFailed() {
  const error = useRouteError();
  return (
    <main className={styles.failed}>
      <ErrorCard
        problem={asProblem(error)}
        title={<Trans>This page could not be shown</Trans>}
        onRetry={() => location.reload()}
      >
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
