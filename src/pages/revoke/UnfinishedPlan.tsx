import { Plural, Trans } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import type { Plan, Progress } from '../../revocation/plan.ts';
import { planStore } from '../../revocation/plans.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { useOwner } from '../parts/useOwner.ts';
import styles from './Revoke.module.css';
import { isRunningElsewhere } from './revocation.ts';

/** Offers to go on with a job that was cut short, to the one whose it is. */
export function UnfinishedPlan({ onGoOn }: { onGoOn: (plan: Plan, progress: Progress) => void }) {
  const owner = useOwner();
  const [found, setFound] = useState<{ plan: Plan; progress: Progress; isElsewhere: boolean }>();
  useEffect(() => {
    let current = true;
    const look = async () => {
      const stored = await planStore.find(owner);
      // Done to the end, and left before it could be put away.
      const isDone =
        stored?.progress.finished.length === stored?.plan.people.length &&
        stored?.progress.outcomes.every((outcome) => outcome.isDone);
      if (isDone) {
        await planStore.remove(owner);
        return;
      }
      const isElsewhere = await isRunningElsewhere(owner);
      if (current) setFound(stored && { ...stored, isElsewhere });
    };
    void look();
    return () => {
      current = false;
    };
  }, [owner]);

  if (!found) return null;
  if (found.isElsewhere) {
    return (
      <Alert tone="info" live={false}>
        <Trans>A revocation of yours is running in another tab.</Trans>
      </Alert>
    );
  }
  const left = found.plan.people.length - found.progress.finished.length;
  return (
    <Alert tone="warning" title={<Trans>A revocation was not finished</Trans>}>
      <p>
        <Plural value={left} one="# person is left to do." other="# people are left to do." />
      </p>
      <div className={styles.buttons}>
        <Button look="filled" onClick={() => onGoOn(found.plan, found.progress)}>
          <Trans>Go on</Trans>
        </Button>
        <Button
          onClick={() => {
            setFound(undefined);
            void planStore.remove(owner);
          }}
        >
          <Trans>Discard</Trans>
        </Button>
      </div>
    </Alert>
  );
}
