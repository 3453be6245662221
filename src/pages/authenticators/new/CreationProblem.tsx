import { Trans } from '@lingui/react/macro';
import { ApiError } from '../../../api/errors.ts';
import { Alert } from '../../../ui/Alert.tsx';
import { ProblemDetails } from '../../../ui/ProblemDetails.tsx';
import { ProblemWords } from '../../../ui/ProblemWords.tsx';
import { asProblem } from '../../../ui/problem.ts';

/** Why no key was made. */
export function CreationProblem({ id, failure }: { id: string; failure: unknown }) {
  const problem = asProblem(failure);
  const isAboutPassword =
    failure instanceof ApiError && failure.kind === 'rejected' && failure.token !== 'InvalidReference';
  return (
    <Alert id={id} tone="danger">
      {isAboutPassword ? (
        <p>
          <Trans>The password was not accepted. Check it and try again.</Trans>
        </p>
      ) : (
        <>
          <ProblemWords problem={problem} writing />
          {problem.kind === 'conflict' && (
            <p>
              <Trans>An unfinished key in your list may stand in the way. Remove it there, then come back.</Trans>
            </p>
          )}
        </>
      )}
      <ProblemDetails problem={problem} />
    </Alert>
  );
}
