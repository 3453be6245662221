import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { UntrustedText } from '../../../ui/UntrustedText.tsx';
import { DeviceName } from '../../parts/DeviceName.tsx';
import { KeyType } from '../../parts/KeyWords.tsx';
import { countOf, type Removal } from './removal.ts';
import styles from './User.module.css';

/** Items named in full; more would make a list nobody reads. */
const NAMED = 6;

interface RemovalDialogProps {
  removal: Removal;
  name: string;
  username: string | undefined;
  isMe: boolean;
  pending: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks with the person's name and e-mail: whose access goes must be plain before it does. */
export function RemovalDialog({ removal, name, username, isMe, pending, onConfirm, onCancel }: RemovalDialogProps) {
  const { devices, keys, isReset } = removal;
  const items = [
    ...devices.map((device) => ({ id: `device-${device.id}`, words: <DeviceName device={device} /> })),
    ...keys.map((key) => ({ id: `key-${key.id}`, words: <KeyType mfaKey={key} /> })),
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
        {username && <UntrustedText>{username}</UntrustedText>}
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
      <p>
        {isReset ? (
          <Trans>
            Signing in then asks for a code sent by email, or for none, until a new authenticator app is set up.
          </Trans>
        ) : keys.length > 0 ? (
          <Trans>Trusted devices still sign in without a code. To close those too, use Reset second factor.</Trans>
        ) : (
          <Trans>The next sign-in there asks for a code again.</Trans>
        )}
      </p>
    </ConfirmDialog>
  );
}

function Title({ removal, name }: { removal: Removal; name: string }): ReactNode {
  const { devices, isReset } = removal;
  const person = <UntrustedText max={60}>{name}</UntrustedText>;
  if (isReset) return <Trans>Reset the second factor of {person}?</Trans>;
  if (devices.length === 0) return <Trans>Remove an authenticator app of {person}?</Trans>;
  return (
    <Trans>
      <Plural value={devices.length} one="Revoke # device" other="Revoke # devices" /> of {person}?
    </Trans>
  );
}

function ConfirmWords({ removal }: { removal: Removal }): ReactNode {
  const { devices, isReset } = removal;
  if (isReset)
    return <Plural value={countOf(removal)} one="Reset and revoke # item" other="Reset and revoke # items" />;
  if (devices.length === 0) return <Trans>Remove key</Trans>;
  return <Plural value={devices.length} one="Revoke # device" other="Revoke # devices" />;
}
