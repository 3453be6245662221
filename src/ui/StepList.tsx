import { Trans, useLingui } from '@lingui/react/macro';
import { Check } from 'lucide-react';
import { classes } from './classes.ts';
import styles from './StepList.module.css';
import { VisuallyHidden } from './VisuallyHidden.tsx';

interface StepListProps {
  steps: string[];
  /** The place in `steps` of the step under way, from 0; `steps.length` when all are done. */
  current: number;
}

export function StepList({ steps, current }: StepListProps) {
  const { t } = useLingui();
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari drops the role from lists without numbers
    <ol role="list" className={styles.steps} aria-label={t`Steps`}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={classes(styles.step, index < current && styles.done, index === current && styles.current)}
          aria-current={index === current ? 'step' : undefined}
        >
          <span className={styles.mark}>{index < current ? <Check aria-hidden="true" /> : index + 1}</span>
          <span className={styles.words}>
            {index < current && (
              <VisuallyHidden>
                <Trans>Done:</Trans>{' '}
              </VisuallyHidden>
            )}
            {step}
          </span>
        </li>
      ))}
    </ol>
  );
}
