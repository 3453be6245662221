import { useLingui } from '@lingui/react/macro';
import { LoadingRegion, Skeleton } from '../../../ui/Skeleton.tsx';
import { shapeParts } from '../../../ui/shapeParts.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import styles from './User.module.css';

/** The shape of a person: who it is, facts, devices. */
export function PersonLoading() {
  const { t } = useLingui();
  const title = t`User`;
  return (
    <LoadingRegion label={t`Loading`}>
      <title>{t`${title} · MFA portal`}</title>
      <h1>
        <VisuallyHidden>{title}</VisuallyHidden>
      </h1>
      <div className={styles.loading} aria-hidden="true">
        <div className={styles.loadingHead}>
          <span />
          <Skeleton shape="title" />
        </div>
        <div className={styles.loadingFacts} />
        {shapeParts.person}
      </div>
    </LoadingRegion>
  );
}

/** The shape of what a person has: devices, keys. */
export function PartsLoading() {
  const { t } = useLingui();
  return (
    <LoadingRegion label={t`Loading`}>
      <div className={styles.loading}>{shapeParts.person}</div>
    </LoadingRegion>
  );
}
