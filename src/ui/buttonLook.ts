import styles from './Button.module.css';
import { classes } from './classes.ts';

type ButtonLook = 'filled' | 'outline' | 'quiet' | 'danger' | 'danger-filled';
type ButtonSize = 'normal' | 'small';

export interface ButtonLookProps {
  look?: ButtonLook | undefined;
  size?: ButtonSize | undefined;
  /** As wide as what it stands in. */
  wide?: boolean | undefined;
}

/** One look for what is pressed, whether it is a button or a link. */
export function buttonClass(
  { look = 'outline', size = 'normal', wide = false }: ButtonLookProps,
  className?: string,
): string {
  return classes(styles.button, styles[look], size === 'small' && styles.small, wide && styles.wide, className);
}
