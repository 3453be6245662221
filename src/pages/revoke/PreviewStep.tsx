import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { myUserQuery } from '../../api/users.ts';
import type { Plan, Work } from '../../revocation/plan.ts';
import { Button } from '../../ui/Button.tsx';
import { Card, CardHeading } from '../../ui/Card.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useActor } from '../parts/useActor.ts';
import { useOwner } from '../parts/useOwner.ts';
import { PreviewTable } from './PreviewTable.tsx';
import { PreviewTotals } from './PreviewTotals.tsx';
import { sortPeople } from './people.ts';
import styles from './Revoke.module.css';
import type { Preview } from './revocation.ts';
import { useCounts } from './useCounts.ts';

interface PreviewStepProps {
  preview: Preview;
  onBack: () => void;
  onRevoke: (plan: Plan) => void;
}

/** What a list would do, before it does anything. */
export function PreviewStep({ preview, onBack, onRevoke }: PreviewStepProps) {
  const { t } = useLingui();
  const by = useActor();
  const owner = useOwner();
  const { data: me } = useQuery(myUserQuery);
  const [work, setWork] = useState<Work>('both');
  const [withMe, setWithMe] = useState(false);
  const [typed, setTyped] = useState('');
  const sorted = useMemo(() => sortPeople(preview, me?.id), [preview, me?.id]);
  const counts = useCounts(sorted.people);
  const people = sorted.me && withMe ? [...sorted.people, sorted.me] : sorted.people;
  const confirmed = people.length > 0 && typed.trim() === String(people.length);

  return (
    <div className={styles.step}>
      <Card aria-labelledby="totals">
        <CardHeading id="totals" title={<Trans>What the list says</Trans>} />
        <PreviewTotals preview={preview} sorted={sorted} counts={counts} />
        {sorted.me && (
          <Checkbox
            label={<Trans>Include my own account</Trans>}
            hint={<Trans>It is on the list, and left out unless you tick this.</Trans>}
            checked={withMe}
            onChange={({ target }) => setWithMe(target.checked)}
          />
        )}
      </Card>
      <PreviewTable preview={preview} counts={counts} />
      <Card aria-labelledby="confirm">
        <CardHeading
          id="confirm"
          title={
            <Plural
              value={people.length}
              _0="Nobody to revoke for"
              one="Revoke for # person"
              other="Revoke for # people"
            />
          }
        />
        <form
          className={styles.step}
          onSubmit={(event) => {
            event.preventDefault();
            if (!confirmed) return;
            onRevoke({ id: crypto.randomUUID(), startedAt: Date.now(), owner, by, work, people });
          }}
        >
          <SelectField
            label={<Trans>What to revoke</Trans>}
            value={work}
            onChange={({ target }) => setWork(target.value as Work)}
          >
            <option value="both">{t`Trusted devices and authenticator apps`}</option>
            <option value="devices">{t`Trusted devices`}</option>
            <option value="keys">{t`Authenticator apps`}</option>
          </SelectField>
          <TextField
            label={<Trans>Type the number of people to confirm: {people.length}</Trans>}
            inputMode="numeric"
            autoComplete="off"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
          <div className={styles.buttons}>
            <Button onClick={onBack}>
              <Trans>Back to the list</Trans>
            </Button>
            <Button type="submit" look="danger-filled" disabled={!confirmed}>
              <Plural value={people.length} one="Revoke for # person" other="Revoke for # people" />
            </Button>
          </div>
        </form>
      </Card>
    </div>
  );
}
