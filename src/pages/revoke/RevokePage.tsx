import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { budget } from '../../revocation/budget-of-browser.ts';
import type { Plan, Progress } from '../../revocation/plan.ts';
import { planStore } from '../../revocation/plans.ts';
import { Run } from '../../revocation/run.ts';
import { Page } from '../../ui/Page.tsx';
import { StepList } from '../../ui/StepList.tsx';
import { StaffOnly } from '../parts/StaffOnly.tsx';
import { ListStep } from './ListStep.tsx';
import { PreviewStep } from './PreviewStep.tsx';
import { RunStep } from './RunStep.tsx';
import { callsOfThisPerson, carryOut, type Preview } from './revocation.ts';
import { UnfinishedPlan } from './UnfinishedPlan.tsx';

/** Where the job is: a list, what it would do, or the work. */
type Step =
  | { at: 'list'; text: string; isReturn: boolean }
  | { at: 'preview'; text: string; preview: Preview }
  | { at: 'run'; text: string; run: Run };

const STEPS: Step['at'][] = ['list', 'preview', 'run'];

export function RevokePage() {
  const { t } = useLingui();
  const [step, setStep] = useState<Step>({ at: 'list', text: '', isReturn: false });

  const open = (plan: Plan, progress: Progress, text = '') => {
    const run = new Run(plan, progress, callsOfThisPerson(), budget, planStore);
    setStep({ at: 'run', text, run });
    return run;
  };
  const begin = (plan: Plan, progress: Progress = { outcomes: [], finished: [] }, text = '') => {
    const run = open(plan, progress, text);
    void carryOut(run, () => run.start());
  };
  const backToList = (text: string) => setStep({ at: 'list', text, isReturn: true });

  return (
    <StaffOnly title={t`Revoke access for many users`}>
      <Page
        wide
        title={t`Revoke access for many users`}
        subtitle={<Trans>For an incident: paste a list of people, see what would go, then revoke it in one go.</Trans>}
      >
        <StepList steps={[t`List`, t`Preview`, t`Revoke`]} current={STEPS.indexOf(step.at)} />
        {step.at === 'list' && (
          <UnfinishedPlan onGoOn={begin} onShow={(plan, progress) => open(plan, progress).rest()}>
            <ListStep
              text={step.text}
              isReturn={step.isReturn}
              onPreview={(text, preview) => setStep({ at: 'preview', text, preview })}
            />
          </UnfinishedPlan>
        )}
        {step.at === 'preview' && (
          <PreviewStep
            preview={step.preview}
            onBack={() => backToList(step.text)}
            onRevoke={(plan) => begin(plan, undefined, step.text)}
          />
        )}
        {step.at === 'run' && (
          // The list of a job that could not begin comes back after the one that was in its way.
          <RunStep
            run={step.run}
            onDone={() => backToList(step.run.getState().waitingFor === 'other-job' ? step.text : '')}
          />
        )}
      </Page>
    </StaffOnly>
  );
}
