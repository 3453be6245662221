import { Trans } from '@lingui/react/macro';
import { CircleAlert, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Card } from './Card.tsx';
import styles from './Problem.module.css';
import { ProblemDetails } from './ProblemDetails.tsx';
import { ProblemWords } from './ProblemWords.tsx';
import type { Problem } from './problem.ts';

interface ErrorCardProps {
  problem: Problem;
  title?: ReactNode;
  /** There is no other heading on the page. */
  isPage?: boolean | undefined;
  /** In the place of the plain sentence, where the page can say it better. */
  children?: ReactNode;
  onRetry?: (() => void) | undefined;
  retrying?: boolean | undefined;
}

/** Stands in the place of what could not be shown. */
export function ErrorCard({ problem, title, isPage, children, onRetry, retrying = false }: ErrorCardProps) {
  const Title = isPage ? 'h1' : 'p';
  return (
    <Card tone="danger" role="alert" className={styles.card}>
      <CircleAlert className={styles.icon} aria-hidden="true" />
      <div className={styles.words}>
        <Title className={styles.title}>{title ?? <Trans>This could not be shown</Trans>}</Title>
        {children ?? <ProblemWords problem={problem} />}
        <div className={styles.foot}>
          {onRetry && (
            <Button size="small" icon={<RotateCw />} pending={retrying} onClick={onRetry}>
              <Trans>Try again</Trans>
            </Button>
          )}
          <ProblemDetails problem={problem} />
        </div>
      </div>
    </Card>
  );
}
