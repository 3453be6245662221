import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { exactTime, machineTime } from './dateFormat.ts';
import { relativeTime, type TimeStyle } from './relativeTime.ts';
import { useNow } from './useNow.ts';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/** When something was or will be, in words that fit the distance, with the exact time behind them. */
export function RelativeTime({ date, style = 'relative' }: { date: Date; style?: TimeStyle | undefined }) {
  const { i18n } = useLingui();
  const now = useNow();
  // The minute's clock may be behind what has happened since.
  if (style === 'relative' && Math.abs(date.getTime() - now) < 60_000)
    return (
      <ExactTime date={date}>
        <Trans>just now</Trans>
      </ExactTime>
    );
  const words = relativeTime(date, new Date(now), i18n.locale, style);
  return <ExactTime date={date}>{words ?? <Trans>at an unknown time</Trans>}</ExactTime>;
}

/** "Expires tomorrow", "Expires in 3 hours", "Expires 18 Feb 2027", "Expired 2 days ago". */
export function ExpiryTime({ date }: { date: Date }) {
  const { i18n } = useLingui();
  const now = useNow();
  const when = relativeTime(date, new Date(now), i18n.locale, 'day');
  if (!when) return <Trans>Expiry unknown</Trans>;
  return (
    <ExactTime date={date}>
      {date.getTime() <= now ? <Trans>Expired {when}</Trans> : <Trans>Expires {when}</Trans>}
    </ExactTime>
  );
}

function ExactTime({ date, children }: { date: Date; children: ReactNode }) {
  const { i18n } = useLingui();
  const exact = exactTime(date, i18n.locale);
  return (
    <time dateTime={machineTime(date)} title={exact}>
      {children}
      {exact && <VisuallyHidden> ({exact})</VisuallyHidden>}
    </time>
  );
}
