import { type ComponentProps, useId } from 'react';
import { classes } from './classes.ts';
import styles from './Field.module.css';
import { describedBy, FieldFrame, type FieldWords } from './FieldFrame.tsx';

/** A field for several lines. */
export function TextArea({ label, hint, error, id, className, ...area }: ComponentProps<'textarea'> & FieldWords) {
  const ownId = useId();
  const fieldId = id ?? ownId;
  return (
    <FieldFrame id={fieldId} label={label} hint={hint} error={error}>
      <textarea
        {...area}
        id={fieldId}
        className={classes(styles.control, styles.area, className)}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(fieldId, { hint, error }, area['aria-describedby'])}
      />
    </FieldFrame>
  );
}
