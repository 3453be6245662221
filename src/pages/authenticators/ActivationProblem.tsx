import { Trans } from '@lingui/react/macro';
import { ApiError } from '../../api/errors.ts';
import { Alert } from '../../ui/Alert.tsx';
import { ProblemDetails } from '../../ui/ProblemDetails.tsx';
import { ProblemWords } from '../../ui/ProblemWords.tsx';
import { asProblem } from '../../ui/problem.ts';

/** True where the API knows no such key any more. */
export function isGone(failure: unknown): boolean {
  return failure instanceof ApiError && failure.kind === 'not-found';
}

/** Why a key is not active after its code was sent. */
export function ActivationProblem({ id, failure }: { id: string; failure: unknown }) {
  const problem = asProblem(failure);
  return (
    <Alert id={id} tone="danger">
      {failure instanceof ApiError && failure.kind === 'rejected' ? (
        <p>
          <Trans>
            The service did not accept this code. Wait for the next one in your app and enter it. If that does not help,
            check that your phone sets its clock automatically.
          </Trans>
        </p>
      ) : isGone(failure) ? (
        <p>
          <Trans>This key no longer exists: it was removed elsewhere. Start again with a new QR code.</Trans>
        </p>
      ) : (
        <ProblemWords problem={problem} writing />
      )}
      <ProblemDetails problem={problem} />
    </Alert>
  );
}
