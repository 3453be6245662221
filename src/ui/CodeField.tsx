import { type ReactNode, useId } from 'react';
import { classes } from './classes.ts';
import styles from './Field.module.css';
import { describedBy, FieldFrame } from './FieldFrame.tsx';
import type { TextFieldProps } from './TextField.tsx';

interface CodeFieldProps extends TextFieldProps {
  /** Stands beside the input: the time left in the time step. */
  aside?: ReactNode;
}

/** A field for a one-time code: large, monospaced, room between the characters. */
export function CodeField({
  label,
  hint,
  error,
  action,
  aside,
  id,
  className,
  type = 'text',
  ...input
}: CodeFieldProps) {
  const ownId = useId();
  const fieldId = id ?? ownId;
  return (
    <FieldFrame id={fieldId} label={label} hint={hint} error={error} action={action}>
      <div className={styles.beside}>
        <input
          // Digits run left to right in every script.
          dir="ltr"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          {...input}
          id={fieldId}
          type={type}
          className={classes(styles.control, styles.code, className)}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(fieldId, { hint, error }, input['aria-describedby'])}
        />
        {aside}
      </div>
    </FieldFrame>
  );
}
