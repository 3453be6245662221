import { Trans } from '@lingui/react/macro';
import type { Run } from '../../revocation/run.ts';
import { LeaveGuard } from '../parts/LeaveGuard.tsx';

/** For a run that is not done. */
export function LeaveRunGuard({ run }: { run: Run }) {
  return (
    <LeaveGuard
      title={<Trans>Stop revoking and leave?</Trans>}
      confirmLabel={<Trans>Stop and leave</Trans>}
      onLeave={() => run.stop()}
    >
      <p>
        <Trans>What was revoked stays revoked. You can go on with the rest when you come back to this page.</Trans>
      </p>
    </LeaveGuard>
  );
}
