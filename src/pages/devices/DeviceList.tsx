import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Laptop } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type TrustedDevice, trustedDevicesQuery } from '../../api/trusted-devices.ts';
import { dropTrustIfGone, thisDeviceId } from '../../session/this-browser.ts';
import { useSession } from '../../session/useSession.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card, CardHeading } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { List } from '../../ui/List.tsx';
import { neighbourOf } from '../../ui/neighbourOf.ts';
import { DeviceRow, revokeButtonId } from '../parts/DeviceRow.tsx';
import { UnreadableNote } from '../parts/UnreadableNote.tsx';
import { RevokeDialog } from './RevokeDialog.tsx';
import { RevokeFailures } from './RevokeFailures.tsx';
import { useRevokeDevices } from './useRevokeDevices.ts';

export function DeviceList() {
  const { t } = useLingui();
  const { data: devices } = useSuspenseQuery(trustedDevicesQuery('my'));
  const username = useUsername();
  const here = username === undefined ? undefined : thisDeviceId(username);
  const revocation = useRevokeDevices(username, here);
  const [asked, setAsked] = useState<TrustedDevice[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    if (username !== undefined && !revocation.isPending) dropTrustIfGone(username, devices);
  }, [username, devices, revocation.isPending]);

  const ask = (device: TrustedDevice) => setAsked([device]);
  const revoke = () => {
    // Closed first: while the dialog is open, nothing behind it can take the focus.
    flushSync(() => setAsked([]));
    const next = asked.length === 1 ? neighbourOf(asked[0], devices.rows) : undefined;
    const button = next && document.getElementById(revokeButtonId(next));
    (button ?? heading.current)?.focus();
    revocation.mutate(asked, {
      onSuccess: (failures) => {
        const done = asked.length - failures.length;
        if (done > 0) announce(t`${plural(done, { one: 'Device revoked.', other: '# devices revoked.' })}`);
      },
    });
  };

  return (
    <>
      <RevokeFailures failures={revocation.data ?? []} error={revocation.error} />
      <Card padding="flush" aria-labelledby="devices">
        <CardHeading
          id="devices"
          headingRef={heading}
          title={<Trans>Your devices</Trans>}
          count={devices.rows.length}
          actions={
            devices.rows.length > 1 && (
              <Button look="danger" size="small" disabled={revocation.isPending} onClick={() => setAsked(devices.rows)}>
                <Trans>Revoke all</Trans>
              </Button>
            )
          }
        />
        {devices.rows.length === 0 && devices.unreadable === 0 && (
          <EmptyState icon={<Laptop />} title={<Trans>No browser is trusted</Trans>}>
            <p>
              <Trans>
                To skip the code at sign-in in a browser of your own, tick “Trust this browser for 90 days” when you
                enter it.
              </Trans>
            </p>
          </EmptyState>
        )}
        {devices.rows.length > 0 && (
          <List label={t`Trusted devices`} items={devices.rows}>
            {(device) => (
              <DeviceRow device={device} isHere={device.id === here} disabled={revocation.isPending} onRevoke={ask} />
            )}
          </List>
        )}
        <UnreadableNote>
          {devices.unreadable > 0 && (
            <Plural
              value={devices.unreadable}
              one="# device could not be shown: the service describes it in a way this page does not understand."
              other="# devices could not be shown: the service describes them in a way this page does not understand."
            />
          )}
        </UnreadableNote>
      </Card>
      <RevokeDialog devices={asked} here={here} onConfirm={revoke} onCancel={() => setAsked([])} />
    </>
  );
}

function useUsername(): string | undefined {
  const session = useSession();
  return session.state !== 'signed-out' && session.person.kind === 'user' ? session.person.name : undefined;
}
