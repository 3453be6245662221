import type { ComponentProps, ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './Button.module.css';
import { type ButtonLookProps, buttonClass } from './buttonLook.ts';

interface ButtonLinkProps extends ComponentProps<typeof Link>, ButtonLookProps {
  icon?: ReactNode;
}

/** A link to another page that is as weighty as a button. */
export function ButtonLink({ look, size, wide, icon, className, children, ...rest }: ButtonLinkProps) {
  return (
    <Link {...rest} className={buttonClass({ look, size, wide }, className)}>
      {icon && (
        <span className={styles.icon} aria-hidden="true">
          {icon}
        </span>
      )}
      <span className={styles.label}>{children}</span>
    </Link>
  );
}
