import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Field.module.css';

export interface FieldWords {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong with the value, in a sentence; empty when nothing is. */
  error?: ReactNode;
}

/** The ids of the texts that describe a field, for its `aria-describedby`. */
export function describedBy(
  id: string,
  { hint, error }: Pick<FieldWords, 'hint' | 'error'>,
  given?: string,
): string | undefined {
  const ids = [given, error && `${id}-error`, hint && `${id}-hint`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

interface FieldFrameProps extends FieldWords {
  id: string;
  /** Stands at the end of the label's line; who goes through the page by keyboard comes to it after the control. */
  action?: ReactNode;
  children: ReactNode;
}

/** What every field has around its control: the label above, hint and error below. */
export function FieldFrame({ id, label, hint, error, action, children }: FieldFrameProps) {
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {children}
      {action && <div className={styles.action}>{action}</div>}
      {error && (
        <p className={styles.error} id={`${id}-error`}>
          <CircleAlert aria-hidden="true" />
          <span>{error}</span>
        </p>
      )}
      {hint && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
