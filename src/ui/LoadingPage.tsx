import { useLingui } from '@lingui/react/macro';
import { useLocation } from 'react-router';
import { BrandMark } from './BrandMark.tsx';
import { classes } from './classes.ts';
import styles from './LoadingPage.module.css';
import { LoadingRegion, Skeleton } from './Skeleton.tsx';
import { shapeParts } from './shapeParts.tsx';
import { shapeOf } from './shapes.ts';

/**
 * The shape of a signed-in page, frame and all, while its code is still on its way.
 * @param path of the page, where the address is not there yet
 */
export function LoadingPage({ path }: { path?: string }) {
  const { t } = useLingui();
  const { pathname } = useLocation();
  const shape = shapeOf(path ?? pathname);
  return (
    <div className={styles.page}>
      <div className={styles.side}>
        <BrandMark />
      </div>
      <div className={classes(styles.content, styles[shape])}>
        <LoadingRegion label={t`Loading`}>
          <Skeleton shape="title" />
          {shape !== 'table' && <Skeleton shape="line" />}
          <div className={styles.parts}>{shapeParts[shape]}</div>
        </LoadingRegion>
      </div>
    </div>
  );
}
