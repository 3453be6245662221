import { Plural, Trans } from '@lingui/react/macro';
import { ApiError } from '../../api/errors.ts';
import { Alert } from '../../ui/Alert.tsx';
import { ProblemDetails } from '../../ui/ProblemDetails.tsx';
import { ProblemWords } from '../../ui/ProblemWords.tsx';
import { asProblem } from '../../ui/problem.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './SignIn.module.css';

/** Why signing in failed, without a word on which of the things typed was wrong. */
export function SignInProblem({ failure, lastTry = false }: { failure: unknown; lastTry?: boolean }) {
  if (failure instanceof ApiError && failure.kind === 'rejected') {
    return (
      <Alert tone="danger">
        <p>
          <Trans>Signing in did not work. Check what you entered and try again.</Trans>
        </p>
        {lastTry && (
          <p>
            <Trans>One more failed attempt locks the account for five minutes.</Trans>
          </p>
        )}
      </Alert>
    );
  }
  if (failure instanceof ApiError && failure.kind === 'rate-limited') {
    return (
      <Alert tone="warning">
        <Trans>
          Too many requests have come from your network. No account is locked. Wait a few minutes, then try again.
        </Trans>
      </Alert>
    );
  }
  const problem = asProblem(failure);
  return (
    <Alert tone="danger">
      {/* Nothing of the account changes here; but offline, nothing goes on by itself either. */}
      <ProblemWords problem={problem} writing={problem.kind === 'offline'} />
      <ProblemDetails problem={problem} />
    </Alert>
  );
}

/** The lock of an account, counting down. The alert is said once; the clock in it is silent. */
export function LockedAlert({ seconds }: { seconds: number }) {
  const minutes = Math.floor(seconds / 60);
  const rest = String(seconds % 60).padStart(2, '0');
  const clock = `${minutes}:${rest}`;
  return (
    <Alert tone="warning">
      <p>
        <Trans>After several failed attempts this account is locked for up to five minutes.</Trans>
      </p>
      <p className={styles.countdown} role="timer" aria-live="off">
        <Trans>
          Try again in <span aria-hidden="true">{clock}</span>
        </Trans>
        <VisuallyHidden>
          <Plural value={Math.max(1, Math.ceil(seconds / 60))} one="at most # minute" other="at most # minutes" />
        </VisuallyHidden>
      </p>
    </Alert>
  );
}
