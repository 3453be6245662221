import { Plural, Trans } from '@lingui/react/macro';
import { Alert } from '../../ui/Alert.tsx';
import { ProblemDetails } from '../../ui/ProblemDetails.tsx';
import { ProblemWords } from '../../ui/ProblemWords.tsx';
import { asProblem } from '../../ui/problem.ts';
import { DeviceName } from '../parts/DeviceName.tsx';
import type { RevokeFailure } from './useRevokeDevices.ts';

/** Why devices are still in the list. Failures of one revocation share their cause, so the first one's is told. */
export function RevokeFailures({ failures, error }: { failures: RevokeFailure[]; error: unknown }) {
  const [first] = failures;
  const cause = first?.error ?? error;
  if (cause === undefined || cause === null) return null;
  const problem = asProblem(cause);
  return (
    <Alert
      tone="danger"
      title={
        failures.length === 1 && first ? (
          <Trans>
            <DeviceName device={first.device} /> was not revoked
          </Trans>
        ) : (
          <Plural value={failures.length} one="# device was not revoked" other="# devices were not revoked" />
        )
      }
    >
      <ProblemWords problem={problem} writing />
      <ProblemDetails problem={problem} />
    </Alert>
  );
}
