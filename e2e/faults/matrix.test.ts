import type { Page } from '@playwright/test';
import type { Sandbox } from '../sandbox.ts';
import { expect, test } from '../test.ts';
import { type Fault, faultsOf } from './faults.ts';
import { isOf, type Step, signInAgain } from './step.ts';
import { STEPS } from './steps.ts';

/** Every fault at every step. */
const matrix = STEPS.map((step) => ({
  step,
  faults: faultsOf({ isWrite: step.isWrite, withoutToken: step.as === undefined }),
}));

/**
 * In `npm test` a step meets the fault that was met least often by the steps before, if that or its flow has not had its
 * turn yet: so each fault and each flow has one.
 */
const met = new Map<string, number>();
const flows = new Set<string>();
const sample = matrix.map(({ step, faults }) => {
  const often = (fault: string) => met.get(fault) ?? 0;
  const [rarest = ''] = faults.map(({ name }) => name).toSorted((one, other) => often(one) - often(other));
  const [flow = ''] = step.name.split(' › ');
  if (often(rarest) > 0 && flows.has(flow)) return undefined;
  met.set(rarest, often(rarest) + 1);
  flows.add(flow);
  return rarest;
});

for (const [place, { step, faults }] of matrix.entries()) {
  for (const fault of faults) {
    test(`${step.name} › ${fault.name}${fault.name === sample[place] ? '' : ' @full'}`, async ({ page, sandbox }) => {
      await page.clock.install();
      await step.reach(page, sandbox);
      if (fault.effect === 'slow') await answerLate(page, sandbox, step);
      else await strike(page, sandbox, step, fault);
      await expect(step.done(page)).toBeVisible();
      await expectState(sandbox, step, 'after');
    });
  }
}

async function answerLate(page: Page, sandbox: Sandbox, step: Step): Promise<void> {
  const isStruck = isOf(step.request);
  const held = Promise.withResolvers<void>();
  await page.route(
    (url) => url.pathname.startsWith('/api/'),
    async (route) => {
      if (isStruck(route.request())) await held.promise;
      await route.continue();
    },
  );
  const sent = page.waitForRequest(isStruck);
  await step.press(page, sandbox);
  await sent;
  await page.clock.fastForward(10_000);
  await expect(page.getByRole('alert').filter({ hasText: 'answer' })).toBeHidden();
  held.resolve();
}

async function strike(page: Page, sandbox: Sandbox, step: Step, fault: Fault): Promise<void> {
  let sent = 0;
  const isStruck = isOf(step.request);
  page.on('request', (request) => {
    if (isStruck(request)) sent += 1;
  });
  await sandbox.addFault({ ...step.request, ...fault.strike });
  if (fault.effect === 'ended') await sandbox.changeUser(step.as ?? '', { end_sessions: true });
  const struck = page.waitForRequest(isStruck);
  await step.press(page, sandbox);
  await struck;
  if (fault.effect === 'ended') await signInAgain(page);
  const goesWell = fault.effect !== 'fails' || (fault.applied && step.lost === 'found');

  if (fault.effect === 'fails' && fault.kind === 'timeout') {
    await expect.poll(async () => (await sandbox.faults())[0]?.hits).toBeGreaterThan(0);
    if (fault.applied && step.state) await expect.poll(() => step.state?.read(sandbox)).not.toEqual(step.state.before);
    // A read may be asked for again, and runs out of time again, before anything is said.
    const sign = goesWell ? step.done(page) : step.told(page, fault.kind);
    await expect(async () => {
      await page.clock.fastForward(15_001);
      await expect(sign).toBeVisible({ timeout: 1_000 });
    }).toPass();
  }
  if (goesWell || fault.effect !== 'fails') {
    await expect(step.done(page)).toBeVisible();
    await expect(page.getByRole('alert').filter({ hasText: /answer|connection/ })).toBeHidden();
    return;
  }
  await expect(step.told(page, fault.kind)).toBeVisible();
  await expectState(sandbox, step, 'before');
  // A key is asked for once, and a code sent once, for each press.
  if (['POST', 'PATCH'].includes(step.request.method)) expect(sent).toBe(1);
  await sandbox.clearFaults();
  if (step.goOn) await step.goOn(page, fault.kind, sandbox);
  else await step.press(page, sandbox);
}

async function expectState(sandbox: Sandbox, { state }: Step, when: 'before' | 'after'): Promise<void> {
  if (state) await expect.poll(() => state.read(sandbox)).toEqual(state[when]);
}
