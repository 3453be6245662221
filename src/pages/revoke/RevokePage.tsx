import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { budget } from '../../revocation/budget-of-browser.ts';
import type { Plan, Progress } from '../../revocation/plan.ts';
import { planStore } from '../../revocation/plans.ts';
import { Run } from '../../revocation/run.ts';
import { Page } from '../../ui/Page.tsx';
import { StepList } from '../../ui/StepList.tsx';
import { StaffOnly } from '../parts/StaffOnly.tsx';
import { keepList, keptList } from './keptList.ts';
import { ListStep } from './ListStep.tsx';
import { PreviewStep } from './PreviewStep.tsx';
import { RunStep } from './RunStep.tsx';
import { callsOfThisPerson, carryOut, type Preview } from './revocation.ts';
import { UnfinishedPlan } from './UnfinishedPlan.tsx';

/** Where the job is: a list, what it would do, or the work. */
type Step =
  | { at: 'list'; isReturn: boolean }
  | { at: 'preview'; preview: Preview }
  | { at: 'run'; run: Run; isOfList: boolean };

const STEPS: Step['at'][] = ['list', 'preview', 'run'];

export function RevokePage() {
  const { t } = useLingui();
  const [list, setList] = useState(keptList);
  const changeList = (changed: string) => {
    keepList(changed);
    setList(changed);
  };
  const [step, setStep] = useState<Step>({ at: 'list', isReturn: false });

  const open = (plan: Plan, progress: Progress, isOfList = false) => {
    const run = new Run(plan, progress, callsOfThisPerson(), budget, planStore);
    setStep({ at: 'run', run, isOfList });
    return run;
  };
  const begin = (plan: Plan, progress: Progress = { outcomes: [], finished: [] }, isOfList = false) => {
    void start(open(plan, progress, isOfList), isOfList);
  };
  const start = (run: Run, isOfList: boolean) =>
    carryOut(run, () => {
      // What is begun is kept as a job, and no more as a list.
      if (isOfList) keepList('');
      return run.start();
    });
  const backToList = () => setStep({ at: 'list', isReturn: true });
  /** The list is done with, unless it was another that was worked on, or has to be done before it. */
  const leaveRun = (run: Run, isOfList: boolean) => {
    const { waitingFor } = run.getState();
    if (isOfList && waitingFor !== 'other-job' && waitingFor !== 'other-tab') changeList('');
    backToList();
  };

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
              list={list}
              onList={changeList}
              isReturn={step.isReturn}
              onPreview={(preview) => setStep({ at: 'preview', preview })}
            />
          </UnfinishedPlan>
        )}
        {step.at === 'preview' && (
          <PreviewStep preview={step.preview} onBack={backToList} onRevoke={(plan) => begin(plan, undefined, true)} />
        )}
        {step.at === 'run' && (
          <RunStep
            run={step.run}
            onGoOn={() => void start(step.run, step.isOfList)}
            onDone={() => leaveRun(step.run, step.isOfList)}
          />
        )}
      </Page>
    </StaffOnly>
  );
}
