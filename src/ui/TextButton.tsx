import type { ComponentProps } from 'react';
import { classes } from './classes.ts';
import styles from './TextButton.module.css';

/** A button with the looks of a link: it changes what is here instead of leading elsewhere. */
export function TextButton({ className, type = 'button', ...rest }: ComponentProps<'button'>) {
  return <button {...rest} type={type} className={classes(styles.text, className)} />;
}
