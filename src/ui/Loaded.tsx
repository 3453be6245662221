import { QueryErrorResetBoundary, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, Suspense, useEffect, useLayoutEffect, useReducer } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { useLocation } from 'react-router';
import { ErrorCard } from './ErrorCard.tsx';
import { focusPageHeading } from './focusPageHeading.ts';
import { asProblem, type ProblemKind } from './problem.ts';

interface LoadedProps {
  /** The shape of what is coming. */
  loading: ReactNode;
  /** Says what could not be shown. */
  failed?: ReactNode;
  /** In the place of the error, for kinds of it that ask for words of their own. */
  instead?: Partial<Record<ProblemKind, ReactNode>>;
  /** What stands around the failure where the part that failed is the page itself, with its heading. */
  around?: (failure: ReactNode) => ReactNode;
  children: ReactNode;
}

/** A part of a page that waits for its own data, and fails by itself while the rest goes on working. */
export function Loaded({ loading, failed, instead = {}, around = (failure) => failure, children }: LoadedProps) {
  // It is the new element that makes React look again.
  'use no memo';
  const { key: navigation } = useLocation();
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  return (
    <QueryErrorResetBoundary>
      {({ reset }) => (
        <ErrorBoundary
          onReset={reset}
          // Coming to the page once more reads anew.
          resetKeys={[navigation]}
          fallbackRender={({ error, resetErrorBoundary }) =>
            instead[asProblem(error).kind] ??
            around(<Failed error={error} title={failed} onRetry={resetErrorBoundary} />)
          }
        >
          <Suspense fallback={<Shape onAnswer={redraw}>{loading}</Shape>}>{children}</Suspense>
        </ErrorBoundary>
      )}
    </QueryErrorResetBoundary>
  );
}

/**
 * React holds what was waited for back until its shape has stood for 300 ms, unless the part is drawn anew for another
 * reason: so it is with each answer. Against flicker, the shape itself stays away at first and comes softly.
 */
function Shape({ onAnswer, children }: { onAnswer: () => void; children: ReactNode }) {
  const queryClient = useQueryClient();
  useLayoutEffect(
    () =>
      queryClient.getQueryCache().subscribe((event) => {
        if (event.type === 'updated' && ['success', 'error'].includes(event.action.type)) onAnswer();
      }),
    [queryClient, onAnswer],
  );
  return children;
}

/** In the place of a part that failed; it comes back by itself with the connection. */
export function Failed({ error, title, onRetry }: { error: unknown; title: ReactNode; onRetry: () => void }) {
  useEffect(() => {
    addEventListener('online', onRetry);
    return () => removeEventListener('online', onRetry);
  }, [onRetry]);
  const retry = () => {
    // The button goes with the failure.
    focusPageHeading();
    onRetry();
  };
  return <ErrorCard problem={asProblem(error)} title={title} onRetry={retry} />;
}
