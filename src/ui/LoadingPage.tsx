import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { BrandMark } from './BrandMark.tsx';
import { Card } from './Card.tsx';
import { classes } from './classes.ts';
import styles from './LoadingPage.module.css';
import { LoadingRegion, Skeleton } from './Skeleton.tsx';
import { type Shape, shapeOf } from './shapes.ts';

/** The shape of a signed-in page, frame and all, while its code is still on its way. */
export function LoadingPage() {
  const { t } = useLingui();
  const shape = shapeOf(useLocation().pathname);
  return (
    <div className={styles.page}>
      <div className={styles.side}>
        <BrandMark />
      </div>
      <div className={classes(styles.content, shape === 'table' && styles.wide)}>
        <LoadingRegion label={t`Loading`}>
          <Skeleton shape="title" />
          <div className={styles.parts}>{parts[shape]}</div>
        </LoadingRegion>
      </div>
    </div>
  );
}

const parts: Record<Shape, ReactNode> = {
  cards: <Skeleton shape="card" count={2} />,
  list: (
    <Card padding="flush">
      <Skeleton shape="heading" />
      <Skeleton shape="row" count={3} />
    </Card>
  ),
  table: (
    <Card padding="flush">
      <Skeleton shape="row" count={8} />
    </Card>
  ),
  form: (
    <Card>
      <Skeleton shape="line" count={6} />
    </Card>
  ),
  person: (
    <>
      <Card padding="flush">
        <Skeleton shape="row" count={3} />
      </Card>
      <Card padding="flush">
        <Skeleton shape="row" />
      </Card>
    </>
  ),
};
