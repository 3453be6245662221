import { Trans, useLingui } from '@lingui/react/macro';
import { Failed, Loaded } from '../../ui/Loaded.tsx';
import { LoadingRegion, Skeleton } from '../../ui/Skeleton.tsx';
import { AppsCard } from './AppsCard.tsx';
import { DevicesCard } from './DevicesCard.tsx';
import { LatestActivity } from './LatestActivity.tsx';
import styles from './Overview.module.css';
import { StatusCard } from './StatusCard.tsx';
import { useCommonFailure } from './useCommonFailure.ts';

/** The account in parts, each of which comes and fails by itself. */
export function AccountCards() {
  const { t } = useLingui();
  const { failure, retry } = useCommonFailure();
  if (failure) return <Failed error={failure} title={<Trans>Your account could not be shown</Trans>} onRetry={retry} />;
  const card = (
    <LoadingRegion label={t`Loading`}>
      <Skeleton shape="card" />
    </LoadingRegion>
  );
  return (
    <div className={styles.cards}>
      <Loaded
        loading={<div className={styles.statusLoading}>{card}</div>}
        failed={<Trans>Your account could not be shown</Trans>}
      >
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
      <Loaded
        loading={<div className={styles.activityLoading}>{card}</div>}
        failed={<Trans>Your activity could not be shown</Trans>}
      >
        <LatestActivity />
      </Loaded>
    </div>
  );
}
