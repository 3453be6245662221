import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useDeferredValue, useRef, useState } from 'react';
import { type TrustedDevice, trustedDevicesQuery } from '../../../api/trusted-devices.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card, CardHeading } from '../../../ui/Card.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { List } from '../../../ui/List.tsx';
import { DeviceRow } from '../../parts/DeviceRow.tsx';
import { UnreadableNote } from '../../parts/UnreadableNote.tsx';
import type { Removal } from './removal.ts';
import styles from './User.module.css';

interface PersonDevicesProps {
  userId: number;
  pending: boolean;
  onAsk: (removal: Removal) => void;
}

export function PersonDevices({ userId, pending, onAsk }: PersonDevicesProps) {
  const { t } = useLingui();
  const { data: devices } = useSuspenseQuery(trustedDevicesQuery(userId));
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const lastTicked = useRef<number>(undefined);
  const { rows, unreadable } = devices;
  // A device that is gone since it was ticked is not selected any more.
  const selected = rows.filter(({ id }) => ticked.has(id));
  // The ticks are painted first: what can be done with them moves the rest of the card.
  const isOffered = useDeferredValue(selected.length > 0) && selected.length > 0;

  const ask = (asked: TrustedDevice[], scope: Removal['scope'] = 'chosen') =>
    onAsk({ scope, devices: asked, keys: [], unreadable: scope === 'all-devices' ? unreadable : 0 });
  const revoke = (device: TrustedDevice) => ask([device]);

  /** With the shift key, all from the one ticked before to this one. */
  const tick = (place: number, on: boolean, range: boolean) => {
    const from = range ? (lastTicked.current ?? place) : place;
    const changed = rows.slice(Math.min(from, place), Math.max(from, place) + 1).map(({ id }) => id);
    lastTicked.current = place;
    setTicked((before) => {
      const others = rows.map(({ id }) => id).filter((id) => before.has(id) && !changed.includes(id));
      return new Set(on ? [...others, ...changed] : others);
    });
  };

  return (
    <Card padding="flush" aria-labelledby="devices">
      <CardHeading
        id="devices"
        title={<Trans>Trusted devices</Trans>}
        count={rows.length}
        actions={
          rows.length > 0 && (
            <>
              {isOffered && (
                <Button look="danger" size="small" disabled={pending} onClick={() => ask(selected)}>
                  <Trans>Revoke selected</Trans>
                </Button>
              )}
              <Button look="danger" size="small" disabled={pending} onClick={() => ask(rows, 'all-devices')}>
                <Trans>Revoke all devices</Trans>
              </Button>
            </>
          )
        }
      />
      {rows.length === 0 && unreadable === 0 && (
        <p className={styles.none}>
          <Trans>No browser is trusted</Trans>
        </p>
      )}
      {rows.length > 1 && (
        <div className={styles.selectAll}>
          <Checkbox
            label={<Trans>Select all</Trans>}
            checked={selected.length === rows.length}
            ref={(box) => {
              if (box) box.indeterminate = selected.length > 0 && selected.length < rows.length;
            }}
            onChange={({ target }) => setTicked(new Set(target.checked ? rows.map(({ id }) => id) : []))}
          />
          {isOffered && (
            <span role="status">
              <Plural value={selected.length} one="# selected" other="# selected" />
            </span>
          )}
        </div>
      )}
      {rows.length > 0 && (
        <List label={t`Trusted devices`} items={rows}>
          {(device, place) => (
            <TickableDevice
              device={device}
              place={place}
              isTicked={ticked.has(device.id)}
              onTick={tick}
              onRevoke={revoke}
            />
          )}
        </List>
      )}
      <UnreadableNote>
        {unreadable > 0 && (
          <Plural value={unreadable} one="# device could not be shown." other="# devices could not be shown." />
        )}
      </UnreadableNote>
    </Card>
  );
}

interface TickableDeviceProps {
  device: TrustedDevice;
  place: number;
  isTicked: boolean;
  onTick: (place: number, on: boolean, range: boolean) => void;
  onRevoke: (device: TrustedDevice) => void;
}

/** A component of its own, so that ticking one does not draw the others anew. */
function TickableDevice({ device, place, isTicked, onTick, onRevoke }: TickableDeviceProps) {
  const { t } = useLingui();
  return (
    <DeviceRow
      device={device}
      isHere={false}
      leading={
        <Checkbox
          labelHidden
          label={t`Select this device`}
          aria-describedby={`device-${device.id}`}
          checked={isTicked}
          onChange={({ target, nativeEvent }) =>
            onTick(place, target.checked, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
          }
        />
      }
      onRevoke={onRevoke}
    />
  );
}
