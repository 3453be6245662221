import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { trustedDevicesQuery } from '../../../api/trusted-devices.ts';
import type { User } from '../../../api/users.ts';
import { Button } from '../../../ui/Button.tsx';
import type { Removal } from './removal.ts';

/** Takes all keys and all trusted devices together: a removed key alone leaves the trusted ones a way in. */
export function ResetButton({ user, onAsk }: { user: User; onAsk: (removal: Removal) => void }) {
  const { data: devices } = useSuspenseQuery(trustedDevicesQuery(user.id));
  const removal: Removal = { devices: devices.rows, keys: user.mfa.rows, isReset: true };
  const nothing = devices.rows.length === 0 && user.mfa.rows.length === 0;
  return (
    <Button look="danger" disabled={nothing} onClick={() => onAsk(removal)}>
      <Trans>Reset second factor</Trans>
    </Button>
  );
}
