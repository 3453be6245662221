import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { Work } from '../../revocation/plan.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card, CardHeading } from '../../ui/Card.tsx';
import { classes } from '../../ui/classes.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './Revoke.module.css';

interface ConfirmFormProps {
  people: number;
  /** Why it can't begin, where it can't. */
  blocked: ReactNode;
  work: Work;
  onWork: (work: Work) => void;
  onBack: () => void;
  onConfirm: () => void;
}

/** What to revoke, what that means, and the number of people typed once more before it begins. */
export function ConfirmForm({ people, blocked, work, onWork, onBack, onConfirm }: ConfirmFormProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const confirmed = people > 0 && !blocked && typed.trim() === String(people);
  const title = (
    <Plural value={people} _0="Nobody to revoke for" one="Revoke for # person" other="Revoke for # people" />
  );
  return (
    <Card aria-labelledby="confirm">
      <CardHeading id="confirm" title={title} />
      <form
        method="post"
        className={classes(styles.step, styles.confirm)}
        onSubmit={(event) => {
          event.preventDefault();
          if (confirmed) onConfirm();
        }}
      >
        {people > 0 && (
          <>
            <SelectField
              label={<Trans>What to revoke</Trans>}
              value={work}
              onChange={({ target }) => onWork(target.value as Work)}
            >
              <option value="both">{t`Trusted devices and authenticator apps`}</option>
              <option value="devices">{t`Trusted devices`}</option>
              <option value="keys">{t`Authenticator apps`}</option>
            </SelectField>
            <Alert tone="warning" live={false}>
              {work === 'devices' && <Trans>Their next sign-in asks for a code again, in every browser.</Trans>}
              {work === 'keys' && (
                <Trans>Trusted devices still sign in without a code. Choose both to close those.</Trans>
              )}
              {work === 'both' && (
                <Trans>
                  They then sign in with a code sent by email, or with none, until they set up an authenticator app
                  again.
                </Trans>
              )}
            </Alert>
            <TextField
              label={<Trans>Type the number of people to confirm: {people}</Trans>}
              inputMode="numeric"
              autoComplete="off"
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
          </>
        )}
        {blocked}
        <div className={styles.buttons}>
          <Button onClick={onBack}>
            <Trans>Back to the list</Trans>
          </Button>
          {people > 0 && (
            <Button type="submit" look="danger-filled" disabled={!confirmed}>
              {title}
            </Button>
          )}
        </div>
      </form>
    </Card>
  );
}
