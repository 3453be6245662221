import { Plural, Trans } from '@lingui/react/macro';
import type { TrustedDevice } from '../../api/trusted-devices.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { DeviceName } from '../parts/DeviceName.tsx';
import styles from './Devices.module.css';

interface RevokeDialogProps {
  /** What goes; none while nothing is asked. */
  devices: TrustedDevice[];
  here: number | undefined;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Names listed in full; more would make a list nobody reads. */
const NAMED = 5;

export function RevokeDialog({ devices, here, onConfirm, onCancel }: RevokeDialogProps) {
  const [first] = devices;
  const rest = devices.length - NAMED;
  return (
    <ConfirmDialog
      open={devices.length > 0}
      title={
        devices.length === 1 && first ? (
          <Trans>
            Revoke <DeviceName device={first} />?
          </Trans>
        ) : (
          <Plural value={devices.length} one="Revoke # device?" other="Revoke all # devices?" />
        )
      }
      confirmLabel={<Plural value={devices.length} one="Revoke device" other="Revoke # devices" />}
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      {devices.length > 1 && (
        <ul className={styles.names}>
          {devices.slice(0, NAMED).map((device) => (
            <li key={device.id}>
              <DeviceName device={device} />
            </li>
          ))}
          {rest > 0 && (
            <li>
              <Plural value={rest} one="and # more" other="and # more" />
            </li>
          )}
        </ul>
      )}
      <p>
        <Plural
          value={devices.length}
          one="The next sign-in there asks for a code again."
          other="The next sign-in on each of them asks for a code again."
        />
        {devices.some(({ id }) => id === here) && (
          <>
            {' '}
            <Trans>This browser is among them.</Trans>
          </>
        )}
      </p>
    </ConfirmDialog>
  );
}
