import { Trans } from '@lingui/react/macro';
import { LeaveGuard } from '../../parts/LeaveGuard.tsx';

/** For a removal that is under way: its receipt would be lost. */
export function LeaveRemovalGuard() {
  return (
    <LeaveGuard title={<Trans>Leave before it is done?</Trans>} confirmLabel={<Trans>Leave</Trans>}>
      <p>
        <Trans>What is being revoked goes on, and nothing will show how it went. The receipt is lost.</Trans>
      </p>
    </LeaveGuard>
  );
}
