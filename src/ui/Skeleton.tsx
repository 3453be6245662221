import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './Skeleton.module.css';
import { useShapeSince } from './useShapeSince.ts';
import { VisuallyHidden } from './VisuallyHidden.tsx';

interface SkeletonProps {
  shape: 'line' | 'title' | 'heading' | 'row' | 'card';
  count?: number | undefined;
}

/** The shape of what is coming. */
export function Skeleton({ shape, count = 1 }: SkeletonProps) {
  return (
    <div className={styles.skeletons} aria-hidden="true">
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike and never move
        <div key={index} className={classes(styles.skeleton, styles[shape])}>
          {shape === 'row' && <RowShape />}
          {shape === 'heading' && <span className={styles.line} />}
        </div>
      ))}
    </div>
  );
}

function RowShape() {
  return (
    <>
      <span className={styles.square} />
      <span className={styles.lines}>
        <span className={styles.line} />
        <span className={styles.line} />
      </span>
    </>
  );
}

/**
 * Around skeletons, and the cards that they lie in. Tells assistive technology that this is still loading, and what; it shows
 * itself after 150 ms: a quick answer should not flicker.
 */
export function LoadingRegion({ label, children }: { label: string; children: ReactNode }) {
  const shape = useShapeSince();
  return (
    <div ref={shape} className={styles.region} aria-busy="true">
      <VisuallyHidden>{label}</VisuallyHidden>
      {children}
    </div>
  );
}
