import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { myUserQuery } from '../../api/users.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { LoadingRegion, Skeleton } from '../../ui/Skeleton.tsx';
import { UntrustedText } from '../../ui/UntrustedText.tsx';
import { useIsWorkspace } from '../parts/useIsWorkspace.ts';
import { AppsCard } from './AppsCard.tsx';
import { DevicesCard } from './DevicesCard.tsx';
import { LatestActivity } from './LatestActivity.tsx';
import styles from './Overview.module.css';
import { StatusCard } from './StatusCard.tsx';
import { WorkspaceNotice } from './WorkspaceNotice.tsx';

export function OverviewPage() {
  const { t } = useLingui();
  const card = (
    <LoadingRegion label={t`Loading`}>
      <Skeleton shape="card" />
    </LoadingRegion>
  );
  const isWorkspace = useIsWorkspace();
  return (
    <Page title={t`Account security`} subtitle={<Who />}>
      {isWorkspace ? (
        <WorkspaceNotice />
      ) : (
        <div className={styles.cards}>
          <Loaded loading={card} failed={<Trans>Your account could not be shown</Trans>}>
            <StatusCard />
          </Loaded>
          <div className={styles.pair}>
            <Loaded loading={card} failed={<Trans>Your authenticator apps could not be shown</Trans>}>
              <AppsCard />
            </Loaded>
            <Loaded loading={card} failed={<Trans>Your trusted devices could not be shown</Trans>}>
              <DevicesCard />
            </Loaded>
          </div>
          <Loaded loading={card} failed={<Trans>Your activity could not be shown</Trans>}>
            <LatestActivity />
          </Loaded>
        </div>
      )}
    </Page>
  );
}

function Who() {
  const { data: user } = useQuery(myUserQuery);
  const { username, organisation } = user ?? {};
  // A space holds the line's place until the names are there.
  return (
    <>
      <UntrustedText otherwise=" ">{username ?? ''}</UntrustedText>
      {organisation?.name && ' · '}
      <UntrustedText>{organisation?.name ?? ''}</UntrustedText>
    </>
  );
}
