import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './List.module.css';

/** A list of things with hairlines between; it lies in a flush card. */
export function List({ children, label }: { children: ReactNode; label: string }) {
  return (
    // The role is said again because Safari drops it from lists without bullets.
    // biome-ignore lint/a11y/noRedundantRoles: see above
    <ul role="list" aria-label={label} className={styles.list}>
      {children}
    </ul>
  );
}

interface ListRowProps extends Omit<ComponentProps<'li'>, 'title'> {
  /** Before the icon: a checkbox for selecting. */
  leading?: ReactNode;
  icon?: ReactNode;
  title: ReactNode;
  details?: ReactNode;
  /** At the end: a pill or a date. */
  trailing?: ReactNode;
  /** Buttons. On a narrow screen they fill the bottom of the row, which is a card there. */
  actions?: ReactNode;
  tone?: 'neutral' | 'warning' | 'good' | 'danger' | undefined;
}

export function ListRow({
  leading,
  icon,
  title,
  details,
  trailing,
  actions,
  tone = 'neutral',
  className,
  ...rest
}: ListRowProps) {
  return (
    <li {...rest} className={classes(styles.row, className)}>
      {leading && <div className={styles.leading}>{leading}</div>}
      {icon && (
        <span className={classes(styles.icon, styles[tone])} aria-hidden="true">
          {icon}
        </span>
      )}
      <div className={styles.words}>
        <div className={styles.title}>{title}</div>
        {details && <div className={styles.details}>{details}</div>}
      </div>
      {trailing && <div className={styles.trailing}>{trailing}</div>}
      {actions && (
        <div className={styles.actions} data-row-actions="">
          {actions}
        </div>
      )}
    </li>
  );
}
