import { useLingui } from '@lingui/react/macro';
import { BrandMark } from './BrandMark.tsx';
import styles from './LoadingPage.module.css';
import { LoadingRegion, Skeleton } from './Skeleton.tsx';

/** The shape of a signed-in page, frame and all, while its code is still on its way. */
export function LoadingPage() {
  const { t } = useLingui();
  return (
    <div className={styles.page}>
      <div className={styles.side}>
        <BrandMark />
      </div>
      <div className={styles.content}>
        <LoadingRegion label={t`Loading`}>
          <Skeleton shape="title" />
          <Skeleton shape="card" count={2} />
        </LoadingRegion>
      </div>
    </div>
  );
}
