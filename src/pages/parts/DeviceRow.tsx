import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { apiNow } from '../../api/clock.ts';
import { expiryOf, isExpired, type TrustedDevice } from '../../api/trusted-devices.ts';
import { Button } from '../../ui/Button.tsx';
import { DeviceIcon } from '../../ui/deviceIcon.tsx';
import { ListRow } from '../../ui/List.tsx';
import { Pill } from '../../ui/Pill.tsx';
import { ExpiryTime, RelativeTime } from '../../ui/RelativeTime.tsx';
import { DeviceName } from './DeviceName.tsx';

interface DeviceRowProps {
  device: TrustedDevice;
  /** This is the browser that the page is shown in. */
  isHere: boolean;
  /** Before the device: a box for selecting it. */
  leading?: ReactNode;
  /** Another revocation is under way: its outcome has to be told first. */
  disabled?: boolean | undefined;
  onRevoke: (device: TrustedDevice) => void;
}

/** For putting the focus on the button when the row before it is gone. */
export function revokeButtonId(device: TrustedDevice): string {
  return `device-${device.id}-revoke`;
}

/** Milliseconds before its end at which a device's expiry stands out. */
const SOON = 3 * 86_400_000;

export function DeviceRow({ device, isHere, leading, disabled, onRevoke }: DeviceRowProps) {
  const now = apiNow();
  const expiry = expiryOf(device);
  const expired = isExpired(device, now);
  const soon = expiry !== undefined && !expired && expiry.getTime() - now < SOON;
  const name = `device-${device.id}`;
  return (
    <ListRow
      leading={leading}
      icon={<DeviceIcon operatingSystem={device.operating_system ?? ''} />}
      title={
        <>
          <span id={name}>
            <DeviceName device={device} />
          </span>{' '}
          {isHere && (
            <Pill tone="accent">
              <Trans>This browser</Trans>
            </Pill>
          )}
        </>
      }
      details={
        device.activation_date ? (
          <Trans>
            Trusted since <RelativeTime style="date" date={device.activation_date} />
          </Trans>
        ) : (
          <Trans>Trusted since an unknown date</Trans>
        )
      }
      trailing={
        expiry && (
          <Trailing tone={expired ? 'neutral' : soon ? 'warning' : undefined}>
            <ExpiryTime date={expiry} />
          </Trailing>
        )
      }
      actions={
        <Button
          id={revokeButtonId(device)}
          look="danger"
          size="small"
          // Not `disabled`: it may have the focus, which would be lost.
          aria-disabled={disabled || undefined}
          aria-describedby={name}
          onClick={disabled ? undefined : () => onRevoke(device)}
        >
          <Trans>Revoke</Trans>
        </Button>
      }
    />
  );
}

function Trailing({ tone, children }: { tone: 'neutral' | 'warning' | undefined; children: ReactNode }) {
  return tone ? <Pill tone={tone}>{children}</Pill> : children;
}
