import { Plural, Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { MfaKey } from '../../../api/mfa-keys.ts';
import { type TrustedDevice, trustedDevicesQuery } from '../../../api/trusted-devices.ts';
import type { User } from '../../../api/users.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { UntrustedText } from '../../../ui/UntrustedText.tsx';
import { DeviceName } from '../../parts/DeviceName.tsx';
import { KeyDates } from '../../parts/KeyDates.tsx';
import { KeyType } from '../../parts/KeyWords.tsx';
import { countOf, type Removal } from './removal.ts';
import { Unreadable } from './Unreadable.tsx';
import styles from './User.module.css';

/** Items named in full; more would make a list nobody reads. */
const NAMED = 6;

interface RemovalDialogProps {
  removal: Removal;
  user: User;
  name: string;
  isMe: boolean;
  pending: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks with the person's name and e-mail: whose access goes must be plain before it does. */
export function RemovalDialog({ removal, user, name, isMe, pending, onConfirm, onCancel }: RemovalDialogProps) {
  const { scope, devices, keys, unreadable } = removal;
  const { data: trusted } = useQuery(trustedDevicesQuery(user.id));
  const items = [
    ...devices.map((device) => ({ id: `device-${device.id}`, words: <DeviceWords device={device} /> })),
    ...keys.map((key) => ({ id: `key-${key.id}`, words: <KeyWords mfaKey={key} /> })),
  ];
  const rest = items.length - NAMED;
  return (
    <ConfirmDialog
      open
      title={<Title removal={removal} name={name} />}
      confirmLabel={<ConfirmWords removal={removal} />}
      pending={pending}
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      <p className={styles.whose}>
        <strong>
          <UntrustedText>{name}</UntrustedText>
        </strong>
        {user.username && <UntrustedText>{user.username}</UntrustedText>}
        {/* Two people can look the same in all but this. */}
        <span>
          <Trans>User ID {String(user.id)}</Trans>
        </span>
        {user.organisation?.name && (
          <span>
            <UntrustedText>{user.organisation.name}</UntrustedText>
          </span>
        )}
      </p>
      {isMe && (
        <p>
          <strong>
            <Trans>This is your own account.</Trans>
          </strong>
        </p>
      )}
      <ul className={styles.items}>
        {items.slice(0, NAMED).map(({ id, words }) => (
          <li key={id}>{words}</li>
        ))}
        {rest > 0 && (
          <li>
            <Plural value={rest} one="and # more" other="and # more" />
          </li>
        )}
      </ul>
      <Unreadable count={unreadable} />
      <p>
        {scope === 'reset' ? (
          <Trans>
            Signing in then asks for a code sent by email, or for none, until a new authenticator app is set up.
          </Trans>
        ) : keys.length === 0 ? (
          <Trans>The next sign-in there asks for a code again.</Trans>
        ) : trusted?.rows.length === 0 && trusted.unreadable === 0 ? (
          <Trans>Signing in then asks for a code of another app, for one sent by email, or for none.</Trans>
        ) : (
          <Trans>Trusted devices still sign in without a code. To close those too, use Reset second factor.</Trans>
        )}
      </p>
    </ConfirmDialog>
  );
}

/** Two of the same kind are told apart by their age. */
function DeviceWords({ device }: { device: TrustedDevice }): ReactNode {
  return (
    <>
      <DeviceName device={device} />
      {device.activation_date && (
        <span className={styles.since}>
          <Trans>
            Trusted since <RelativeTime style="date" date={device.activation_date} />
          </Trans>
        </span>
      )}
    </>
  );
}

function KeyWords({ mfaKey }: { mfaKey: MfaKey }): ReactNode {
  return (
    <>
      <KeyType mfaKey={mfaKey} />
      <span className={styles.since}>
        <KeyDates mfaKey={mfaKey} />
      </span>
    </>
  );
}

function Title({ removal, name }: { removal: Removal; name: string }): ReactNode {
  const { scope, devices } = removal;
  const person = <UntrustedText max={60}>{name}</UntrustedText>;
  if (scope === 'reset') return <Trans>Reset the second factor of {person}?</Trans>;
  if (devices.length === 0) return <Trans>Remove an authenticator app of {person}?</Trans>;
  return (
    <Trans>
      <Plural value={devices.length} one="Revoke # device" other="Revoke # devices" /> of {person}?
    </Trans>
  );
}

function ConfirmWords({ removal }: { removal: Removal }): ReactNode {
  const { scope, devices } = removal;
  if (scope === 'reset')
    return <Plural value={countOf(removal)} one="Reset and revoke # item" other="Reset and revoke # items" />;
  if (devices.length === 0) return <Trans>Remove key</Trans>;
  return <Plural value={devices.length} one="Revoke # device" other="Revoke # devices" />;
}
