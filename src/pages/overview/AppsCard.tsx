import { Plural, Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Smartphone } from 'lucide-react';
import { isActive, isUnfinished } from '../../api/mfa-keys.ts';
import { myUserQuery } from '../../api/users.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { SummaryCard } from './SummaryCard.tsx';

export function AppsCard() {
  const { data: user } = useSuspenseQuery(myUserQuery);
  const active = user.mfa.rows.filter(isActive);
  const unfinished = user.mfa.rows.filter(isUnfinished);
  const { unreadable } = user.mfa;
  const added = active[0]?.creation_date;
  return (
    <SummaryCard
      id="apps"
      icon={<Smartphone />}
      title={<Trans>Authenticator apps</Trans>}
      count={active.length}
      counted={<Plural value={active.length} one="active" other="active" />}
      details={
        <>
          {unfinished.length > 0 && (
            <Plural value={unfinished.length} one="# set-up is unfinished" other="# set-ups are unfinished" />
          )}
          {unfinished.length === 0 && added && (
            <Trans>
              Added <RelativeTime date={added} />
            </Trans>
          )}
          {unfinished.length === 0 && active.length === 0 && unreadable === 0 && <Trans>None set up yet</Trans>}
        </>
      }
      unreadable={unreadable}
      to="/authenticators"
      link={<Trans>View</Trans>}
    />
  );
}
