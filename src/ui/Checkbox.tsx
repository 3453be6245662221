import { type ComponentProps, type ReactNode, useId } from 'react';
import styles from './Checkbox.module.css';
import { classes } from './classes.ts';
import { VisuallyHidden } from './VisuallyHidden.tsx';

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type'> {
  label: ReactNode;
  hint?: ReactNode;
  /** For a row that already names its thing: the label is for assistive technology alone. */
  labelHidden?: boolean | undefined;
}

export function Checkbox({ label, hint, labelHidden = false, id, className, ...input }: CheckboxProps) {
  const ownId = useId();
  const boxId = id ?? ownId;
  const hintId = `${boxId}-hint`;
  return (
    <div className={classes(styles.checkbox, labelHidden && styles.bare, className)}>
      <label className={styles.press} htmlFor={boxId}>
        <input
          {...input}
          id={boxId}
          type="checkbox"
          className={styles.box}
          aria-describedby={hint ? hintId : input['aria-describedby']}
        />
        {labelHidden ? <VisuallyHidden>{label}</VisuallyHidden> : <span>{label}</span>}
      </label>
      {hint && (
        <p className={styles.hint} id={hintId}>
          {hint}
        </p>
      )}
    </div>
  );
}
