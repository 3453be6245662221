import { Plural, Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Plan, Progress } from '../../revocation/plan.ts';
import { planStore } from '../../revocation/plans.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { focusPageHeading } from '../../ui/focusPageHeading.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { useOwner } from '../parts/useOwner.ts';
import styles from './Revoke.module.css';
import { isRunningElsewhere, untilNoneRuns } from './revocation.ts';

interface UnfinishedPlanProps {
  onGoOn: (plan: Plan, progress: Progress) => void;
  /** Shows what was done so far, and starts nothing. */
  onShow: (plan: Plan, progress: Progress) => void;
  /** What to do where there is none: a new job would take the place of the old one. */
  children: ReactNode;
}

/** Offers to go on with a job that was cut short, to the one whose it is. */
export function UnfinishedPlan({ onGoOn, onShow, children }: UnfinishedPlanProps) {
  const owner = useOwner();
  const [found, setFound] = useState<{ plan: Plan; progress: Progress; isElsewhere: boolean }>();
  const hadFocus = useRef(false);
  const [isDiscarding, setIsDiscarding] = useState(false);
  useEffect(() => {
    if (owner === undefined) return;
    const leaving = new AbortController();
    const { signal } = leaving;
    const look = async (): Promise<void> => {
      const isElsewhere = await isRunningElsewhere(owner);
      const stored = await planStore.find(owner);
      // Done to the end, and left before it could be put away.
      const isDone =
        stored?.progress.finished.length === stored?.plan.people.length &&
        stored?.progress.outcomes.every((outcome) => outcome.isDone);
      if (isDone && !isElsewhere) await planStore.remove(owner);
      if (signal.aborted) return;
      hadFocus.current = document.activeElement !== document.body;
      setFound(stored && (isElsewhere || !isDone) ? { ...stored, isElsewhere } : undefined);
      if (!isElsewhere) return;
      await untilNoneRuns(owner, signal);
      await look();
    };
    look().catch(() => undefined); // the page was left
    return () => leaving.abort();
  }, [owner]);

  const isFound = found !== undefined;
  useLayoutEffect(() => {
    // The list may have gone from under somebody's hands.
    if (isFound && hadFocus.current && document.activeElement === document.body) focusPageHeading();
  }, [isFound]);

  if (!found) return children;
  const { plan, progress, isElsewhere } = found;
  // Another tab may have gone on with it since, or put another in its place.
  const findAgain = async () => {
    const stored = await planStore.find(plan.owner);
    return stored?.plan.id === plan.id ? stored : undefined;
  };
  const goOn = async () => {
    const stored = await findAgain();
    if (stored) onGoOn(stored.plan, stored.progress);
    else setFound(undefined);
  };
  const discard = async () => {
    // Closed first: while the dialog is open, nothing behind it can take the focus.
    flushSync(() => {
      setIsDiscarding(false);
      setFound(undefined);
    });
    focusPageHeading();
    if (await findAgain()) await planStore.remove(plan.owner);
  };
  if (isElsewhere) {
    return (
      <Alert tone="info" live={false}>
        <Trans>A revocation of yours is running in another tab.</Trans>
      </Alert>
    );
  }
  const left = plan.people.length - progress.finished.length;
  const failures = progress.outcomes.filter(({ isDone }) => !isDone).length;
  return (
    <>
      <Alert
        tone="warning"
        title={
          left > 0 ? <Trans>A revocation was not finished</Trans> : <Trans>A revocation was done with failures</Trans>
        }
      >
        <p>
          <Trans>
            Begun <RelativeTime date={new Date(plan.startedAt)} />, for{' '}
            <Plural value={plan.people.length} one="# person" other="# people" />.
          </Trans>{' '}
          {left > 0 && <Plural value={left} one="# person is left to do." other="# people are left to do." />}{' '}
          {failures > 0 && <Plural value={failures} one="# item failed." other="# items failed." />}
        </p>
        <div className={styles.buttons}>
          {left > 0 && (
            <Button look="filled" onClick={() => void goOn()}>
              <Trans>Go on</Trans>
            </Button>
          )}
          <Button onClick={() => onShow(plan, progress)}>
            <Trans>Show the receipt</Trans>
          </Button>
          <Button onClick={() => setIsDiscarding(true)}>
            <Trans>Discard</Trans>
          </Button>
        </div>
      </Alert>
      <ConfirmDialog
        open={isDiscarding}
        title={<Trans>Discard this revocation?</Trans>}
        confirmLabel={<Trans>Discard</Trans>}
        onConfirm={() => void discard()}
        onCancel={() => setIsDiscarding(false)}
      >
        <p>
          <Trans>
            What was revoked stays revoked. The rest is not done, and the receipt of what was done goes with it.
          </Trans>
        </p>
      </ConfirmDialog>
    </>
  );
}
