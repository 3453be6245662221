import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './Pill.module.css';

interface PillProps {
  tone: 'good' | 'warning' | 'danger' | 'accent' | 'neutral';
  icon?: ReactNode;
  children: ReactNode;
}

/** A state in a word or two. The word says it all; the colour only helps the eye. */
export function Pill({ tone, icon, children }: PillProps) {
  return (
    <span className={classes(styles.pill, styles[tone])}>
      {icon && (
        <span className={styles.icon} aria-hidden="true">
          {icon}
        </span>
      )}
      <span>{children}</span>
    </span>
  );
}
