import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { trustedDevicesQuery } from '../../../api/trusted-devices.ts';
import type { User } from '../../../api/users.ts';
import { Button } from '../../../ui/Button.tsx';
import { countOf, type Removal } from './removal.ts';
import styles from './User.module.css';

interface ResetButtonProps {
  user: User;
  pending: boolean;
  onAsk: (removal: Removal) => void;
}

/** Takes all keys and all trusted devices together: a removed key alone leaves the trusted ones a way in. */
export function ResetButton({ user, pending, onAsk }: ResetButtonProps) {
  const { data: devices, isLoading } = useQuery(trustedDevicesQuery(user.id));
  // What could not be read is looked for again when it is to go.
  const unreadable = (devices?.unreadable ?? 0) + user.mfa.unreadable;
  const removal: Removal = { scope: 'reset', devices: devices?.rows ?? [], keys: user.mfa.rows, unreadable };
  const nothing = !isLoading && countOf(removal) === 0;
  return (
    <div className={styles.reset}>
      <Button
        look="danger"
        disabled={nothing || isLoading || pending}
        aria-describedby={nothing ? 'nothing' : undefined}
        onClick={() => onAsk(removal)}
      >
        <Trans>Reset second factor</Trans>
      </Button>
      {nothing && (
        <span id="nothing">
          <Trans>Nothing to reset</Trans>
        </span>
      )}
    </div>
  );
}
