import { ChevronDown } from 'lucide-react';
import { type ComponentProps, useId } from 'react';
import { classes } from './classes.ts';
import styles from './Field.module.css';
import { describedBy, FieldFrame, type FieldWords } from './FieldFrame.tsx';

/** The browser's own select; its `option`s are the children. */
export function SelectField({ label, hint, error, id, className, ...select }: ComponentProps<'select'> & FieldWords) {
  const ownId = useId();
  const fieldId = id ?? ownId;
  return (
    <FieldFrame id={fieldId} label={label} hint={hint} error={error}>
      <div className={styles.selectFrame}>
        <select
          {...select}
          id={fieldId}
          className={classes(styles.control, styles.select, className)}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(fieldId, { hint, error }, select['aria-describedby'])}
        />
        <ChevronDown aria-hidden="true" />
      </div>
    </FieldFrame>
  );
}
