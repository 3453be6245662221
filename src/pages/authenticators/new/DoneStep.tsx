import { Trans } from '@lingui/react/macro';
import { ShieldCheck } from 'lucide-react';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { Card } from '../../../ui/Card.tsx';
import { classes } from '../../../ui/classes.ts';
import { useFocusOnMount } from '../../../ui/useFocusOnMount.ts';
import styles from './New.module.css';

export function DoneStep() {
  const heading = useFocusOnMount<HTMLHeadingElement>();
  return (
    <Card className={classes(styles.step, styles.done)}>
      <span className={styles.doneIcon} aria-hidden="true">
        <ShieldCheck />
      </span>
      <h2 ref={heading} tabIndex={-1}>
        <Trans>Your authenticator app is active</Trans>
      </h2>
      <p>
        <Trans>
          The next time you sign in, you are asked for a code from the app after your password. In a browser of your own
          you can choose to be asked only every 90 days.
        </Trans>
      </p>
      <div className={styles.buttons}>
        <ButtonLink to="/" look="filled">
          <Trans>Done</Trans>
        </ButtonLink>
      </div>
    </Card>
  );
}
