import { Trans } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import type { Plan, Work } from '../../revocation/plan.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card, CardHeading } from '../../ui/Card.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { useFocusOnMount } from '../../ui/useFocusOnMount.ts';
import { useActor } from '../parts/useActor.ts';
import { useMe } from '../parts/useMe.ts';
import { useOwner } from '../parts/useOwner.ts';
import { ConfirmForm } from './ConfirmForm.tsx';
import { PreviewTable } from './PreviewTable.tsx';
import { PreviewTotals } from './PreviewTotals.tsx';
import { leftOutOf, sortPeople } from './people.ts';
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
  const by = useActor();
  const owner = useOwner();
  const { data: me, refetch, isFetching } = useMe();
  const [work, setWork] = useState<Work>('both');
  const [withMe, setWithMe] = useState(false);
  const heading = useFocusOnMount<HTMLHeadingElement>();
  const sorted = useMemo(() => sortPeople(preview, me), [preview, me]);
  const counts = useCounts(sorted.people);
  const people = sorted.me && withMe ? [...sorted.people, sorted.me] : sorted.people;

  return (
    <div className={styles.step}>
      <Card aria-labelledby="totals">
        <CardHeading id="totals" headingRef={heading} title={<Trans>What the list says</Trans>} />
        <PreviewTotals sorted={sorted} counts={counts} work={work} />
        {sorted.me && (
          <Checkbox
            label={<Trans>Include my own account</Trans>}
            hint={<Trans>It is on the list, and left out unless you tick this.</Trans>}
            checked={withMe}
            onChange={({ target }) => setWithMe(target.checked)}
          />
        )}
      </Card>
      <ConfirmForm
        people={people.length}
        work={work}
        onWork={setWork}
        onBack={onBack}
        blocked={
          owner === undefined && (
            <Alert tone="danger" title={<Trans>Your own account could not be read</Trans>}>
              <p>
                <Trans>
                  Without it nobody can tell whether you are on the list. Nothing is revoked until it is known.
                </Trans>
              </p>
              <Button size="small" pending={isFetching} onClick={() => void refetch()}>
                <Trans>Try again</Trans>
              </Button>
            </Alert>
          )
        }
        onConfirm={() =>
          owner !== undefined &&
          onRevoke({
            id: crypto.randomUUID(),
            startedAt: Date.now(),
            owner,
            by,
            work,
            people,
            leftOut: leftOutOf(sorted, withMe),
          })
        }
      />
      <PreviewTable lines={sorted.lines} counts={counts} work={work} />
    </div>
  );
}
