import type { ComponentProps, ReactNode } from 'react';
import styles from './Button.module.css';
import { type ButtonLookProps, buttonClass } from './buttonLook.ts';

export interface ButtonProps extends ComponentProps<'button'>, ButtonLookProps {
  /** An answer is awaited: presses do nothing, and the focus stays. */
  pending?: boolean | undefined;
  icon?: ReactNode;
}

export function Button({
  look,
  size,
  wide,
  pending = false,
  icon,
  type = 'button',
  className,
  children,
  onClick,
  'aria-disabled': ariaDisabled,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={buttonClass({ look, size, wide }, className)}
      aria-busy={pending || undefined}
      // Not `disabled`: that would drop the focus to the body in the middle of the work.
      aria-disabled={pending || ariaDisabled}
      // Preventing the click of a submit button also stops the submit that Enter in a field brings about.
      onClick={pending ? (event) => event.preventDefault() : onClick}
    >
      {icon && (
        <span className={styles.icon} aria-hidden="true">
          {icon}
        </span>
      )}
      <span className={styles.label}>{children}</span>
    </button>
  );
}
