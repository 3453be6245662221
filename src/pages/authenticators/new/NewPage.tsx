import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { NewMfaKey } from '../../../api/mfa-keys.ts';
import { Loaded } from '../../../ui/Loaded.tsx';
import { Page } from '../../../ui/Page.tsx';
import { LoadingRegion } from '../../../ui/Skeleton.tsx';
import { StepList } from '../../../ui/StepList.tsx';
import { shapeParts } from '../../../ui/shapeParts.tsx';
import { ConfirmStep } from './ConfirmStep.tsx';
import { DoneStep } from './DoneStep.tsx';
import { LeaveGuard, type UnfinishedKey } from './LeaveGuard.tsx';
import { MoveStep } from './MoveStep.tsx';
import styles from './New.module.css';
import type { NewKeyRequest } from './newKeyRequest.ts';
import { ScanStep } from './ScanStep.tsx';
import { type Created, useCreateKey } from './useCreateKey.ts';

/** Where the set-up is. What is secret lives in here alone, and goes with the step that needs it. */
type Step =
  | { at: 'confirm' }
  /** The old key was removed on the way to a new phone, and the new one could not be made. */
  | { at: 'confirm-again'; failure: unknown }
  | { at: 'move'; request: NewKeyRequest }
  | { at: 'scan'; key: NewMfaKey; codeBegun: boolean }
  | { at: 'done' };

export function NewPage() {
  const { t } = useLingui();
  const [step, setStep] = useState<Step>({ at: 'confirm' });
  const [unfinished, setUnfinished] = useState<UnfinishedKey>();
  const createKey = useCreateKey();

  /** @throws ApiError, for the step that asked */
  async function create(request: NewKeyRequest) {
    const answer = createKey(request);
    setUnfinished(answer.then(idOf, () => undefined));
    try {
      const created = await answer;
      if (created.outcome === 'created') return setStep({ at: 'scan', key: created.key, codeBegun: false });
      if (created.outcome === 'exists') setStep({ at: 'move', request });
    } catch (error) {
      setUnfinished(undefined);
      throw error;
    }
    setUnfinished(undefined);
  }

  /** The key needs no guard any more: it is active, or gone. */
  const end = (next: Step) => {
    setUnfinished(undefined);
    setStep(next);
  };

  return (
    <Page title={t`Set up an authenticator app`}>
      <StepList steps={[t`Confirm it’s you`, t`Scan the code`, t`Enter the code`]} current={placeOf(step)} />
      {(step.at === 'confirm' || step.at === 'confirm-again') && (
        <Loaded
          loading={
            <LoadingRegion label={t`Loading`}>
              <div className={styles.loading}>{shapeParts.form}</div>
            </LoadingRegion>
          }
          failed={<Trans>The set-up could not begin</Trans>}
        >
          <ConfirmStep afterRemoval={step.at === 'confirm-again' ? step : undefined} onSubmit={create} />
        </Loaded>
      )}
      {step.at === 'move' && (
        <MoveStep
          request={step.request}
          onOldKeyRemoved={create}
          onOldKeyGoneButNoNewOne={(failure) => setStep({ at: 'confirm-again', failure })}
        />
      )}
      {step.at === 'scan' && (
        <ScanStep
          mfaKey={step.key}
          onCodeBegun={() => step.codeBegun || setStep({ ...step, codeBegun: true })}
          onActivated={() => end({ at: 'done' })}
          onStartAgain={() => end({ at: 'confirm' })}
        />
      )}
      {step.at === 'done' && <DoneStep />}
      <LeaveGuard unfinished={unfinished} />
    </Page>
  );
}

function idOf(created: Created): number | undefined {
  return created.outcome === 'created' ? created.key.id : undefined;
}

/** The place in the list of steps, from 0; 3 when all is done. */
function placeOf(step: Step): number {
  if (step.at === 'done') return 3;
  if (step.at === 'scan') return step.codeBegun ? 2 : 1;
  return 0;
}
