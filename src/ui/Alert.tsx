import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Alert.module.css';
import { classes } from './classes.ts';

const icons = { danger: CircleAlert, warning: TriangleAlert, good: CircleCheck, info: Info };

interface AlertProps {
  /** For the field that it is about, which names it as its description. */
  id?: string | undefined;
  tone: keyof typeof icons;
  title?: ReactNode;
  children?: ReactNode;
  /** False for what was already there when the page came: it is read in its turn, not called out. */
  live?: boolean | undefined;
}

export function Alert({ id, tone, title, children, live = true }: AlertProps) {
  const Icon = icons[tone];
  const role = tone === 'danger' ? 'alert' : 'status';
  return (
    <div id={id} className={classes(styles.alert, styles[tone])} role={live ? role : undefined}>
      <Icon className={styles.icon} aria-hidden="true" />
      <div className={styles.words}>
        {title && <p className={styles.title}>{title}</p>}
        {children && <div>{children}</div>}
      </div>
    </div>
  );
}
