import { type ComponentProps, type ReactNode, useId } from 'react';
import { classes } from './classes.ts';
import styles from './Field.module.css';
import { describedBy, FieldFrame, type FieldWords } from './FieldFrame.tsx';

export interface TextFieldProps extends ComponentProps<'input'>, FieldWords {
  /** Stands at the end of the label's line, "Show password" for one. */
  action?: ReactNode;
}

export function TextField({ label, hint, error, action, id, className, type = 'text', ...input }: TextFieldProps) {
  const ownId = useId();
  const fieldId = id ?? ownId;
  return (
    <FieldFrame id={fieldId} label={label} hint={hint} error={error} action={action}>
      <input
        {...input}
        id={fieldId}
        type={type}
        className={classes(styles.control, className)}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(fieldId, { hint, error }, input['aria-describedby'])}
      />
    </FieldFrame>
  );
}
