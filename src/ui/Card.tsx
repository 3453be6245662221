import { useLingui } from '@lingui/react/macro';
import type { ComponentProps, ReactNode, Ref } from 'react';
import styles from './Card.module.css';
import { classes } from './classes.ts';

interface CardProps extends ComponentProps<'section'> {
  tone?: 'neutral' | 'accent' | 'good' | 'warning' | 'danger' | undefined;
  /** `flush` for lists and tables: they bring their own room, and hairlines from edge to edge. */
  padding?: 'normal' | 'flush' | undefined;
}

export function Card({ tone = 'neutral', padding = 'normal', className, ...rest }: CardProps) {
  return <section {...rest} className={classes(styles.card, styles[tone], styles[padding], className)} />;
}

interface CardHeadingProps {
  title: ReactNode;
  /** How many things the card holds, said quietly after the title. */
  count?: number | undefined;
  /** Buttons or links at the end of the line. */
  actions?: ReactNode;
  /** For the card's `aria-labelledby`. */
  id?: string | undefined;
  /** For putting the focus here when the control that had it is gone. */
  headingRef?: Ref<HTMLHeadingElement> | undefined;
}

export function CardHeading({ title, count, actions, id, headingRef }: CardHeadingProps) {
  const { i18n } = useLingui();
  return (
    <div className={styles.heading}>
      <h2 id={id} ref={headingRef} tabIndex={headingRef ? -1 : undefined}>
        {title}
        {count !== undefined && <span className={styles.count}> {i18n.number(count)}</span>}
      </h2>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
