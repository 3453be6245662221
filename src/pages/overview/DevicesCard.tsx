import { Plural, Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Laptop } from 'lucide-react';
import { apiNow } from '../../api/clock.ts';
import { expiryOf, isExpired, trustedDevicesQuery } from '../../api/trusted-devices.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { SummaryCard } from './SummaryCard.tsx';

export function DevicesCard() {
  const { data: devices } = useSuspenseQuery(trustedDevicesQuery('my'));
  const now = apiNow();
  const trusted = devices.rows.filter((device) => !isExpired(device, now));
  const expiries = trusted.map((device) => expiryOf(device)?.getTime() ?? Number.NaN).filter(Number.isFinite);
  const next = expiries.length > 0 ? new Date(Math.min(...expiries)) : undefined;
  return (
    <SummaryCard
      id="devices"
      icon={<Laptop />}
      title={<Trans>Trusted devices</Trans>}
      count={trusted.length}
      counted={<Plural value={trusted.length} one="skips the code" other="skip the code" />}
      details={
        <>
          {next && (
            <Trans>
              First to expire: <RelativeTime style="day" date={next} />
            </Trans>
          )}
          {trusted.length === 0 && devices.unreadable === 0 && <Trans>No browser is trusted</Trans>}
        </>
      }
      unreadable={devices.unreadable}
      to="/devices"
      link={<Trans>Review</Trans>}
    />
  );
}
