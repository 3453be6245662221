import styles from './Avatar.module.css';
import { classes } from './classes.ts';
import { initials } from './initials.ts';

/** Initials on the soft accent. The name always stands beside it, so it is hidden from assistive technology. */
export function Avatar({ name, size = 'normal' }: { name: string; size?: 'normal' | 'large' | undefined }) {
  return (
    <span className={classes(styles.avatar, size === 'large' && styles.large)} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
