import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { NewMfaKey } from '../../../api/mfa-keys.ts';
import { Loaded } from '../../../ui/Loaded.tsx';
import { Page } from '../../../ui/Page.tsx';
import { LoadingRegion, Skeleton } from '../../../ui/Skeleton.tsx';
import { StepList } from '../../../ui/StepList.tsx';
import { ConfirmStep } from './ConfirmStep.tsx';
import { DoneStep } from './DoneStep.tsx';
import { LeaveGuard } from './LeaveGuard.tsx';
import { MoveStep } from './MoveStep.tsx';
import type { NewKeyRequest } from './newKeyRequest.ts';
import { ScanStep } from './ScanStep.tsx';
import { useCreateKey } from './useCreateKey.ts';

/** Where the set-up is. What is secret lives in here alone, and goes with the step that needs it. */
type Step =
  | { at: 'confirm'; oldKeyIsGone: boolean }
  | { at: 'move'; request: NewKeyRequest }
  | { at: 'scan'; key: NewMfaKey; codeBegun: boolean }
  | { at: 'done' };

export function NewPage() {
  const { t } = useLingui();
  const [step, setStep] = useState<Step>({ at: 'confirm', oldKeyIsGone: false });
  const createKey = useCreateKey();

  /** @throws ApiError, for the step that asked */
  async function create(request: NewKeyRequest) {
    const created = await createKey(request);
    if (created.outcome === 'created') setStep({ at: 'scan', key: created.key, codeBegun: false });
    if (created.outcome === 'exists') setStep({ at: 'move', request });
  }

  return (
    <Page title={t`Set up an authenticator app`}>
      <StepList steps={[t`Confirm it’s you`, t`Scan the code`, t`Enter the code`]} current={placeOf(step)} />
      {step.at === 'confirm' && (
        <Loaded
          loading={
            <LoadingRegion label={t`Loading`}>
              <Skeleton shape="card" />
            </LoadingRegion>
          }
          failed={<Trans>The set-up could not begin</Trans>}
        >
          <ConfirmStep oldKeyIsGone={step.oldKeyIsGone} onSubmit={create} />
        </Loaded>
      )}
      {step.at === 'move' && (
        <MoveStep
          request={step.request}
          onOldKeyRemoved={create}
          onOldKeyGoneButNoNewOne={() => setStep({ at: 'confirm', oldKeyIsGone: true })}
        />
      )}
      {step.at === 'scan' && (
        <>
          <ScanStep
            mfaKey={step.key}
            onCodeBegun={() => setStep({ ...step, codeBegun: true })}
            onActivated={() => setStep({ at: 'done' })}
          />
          <LeaveGuard keyId={step.key.id} />
        </>
      )}
      {step.at === 'done' && <DoneStep />}
    </Page>
  );
}

/** The place in the list of steps, from 0; 3 when all is done. */
function placeOf(step: Step): number {
  if (step.at === 'done') return 3;
  if (step.at === 'scan') return step.codeBegun ? 2 : 1;
  return 0;
}
