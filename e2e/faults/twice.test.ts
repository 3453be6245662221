import { expect, test } from '../test.ts';
import { isOf } from './step.ts';
import { STEPS } from './steps.ts';

const WRITES = STEPS.filter(({ isWrite }) => isWrite);
/** In `npm test` every sixth step has its turn. */
const tag = (place: number, turn: number) => (place % 6 === turn ? '' : ' @full');

for (const [place, step] of WRITES.entries()) {
  test(`${step.name} › every button clicked twice${tag(place, 0)}`, async ({ page, sandbox }) => {
    await page.clock.install();
    await step.reach(page, sandbox);
    await page.evaluate(() => {
      addEventListener(
        'click',
        ({ isTrusted, target }) => {
          const button = target instanceof Element ? target.closest('button') : null;
          if (!isTrusted || !button) return;
          // Before the page has drawn anything (a form would be sent by the click that is not over yet), and right after.
          if (button.type !== 'submit') queueMicrotask(() => button.click());
          setTimeout(() => button.isConnected && button.click());
        },
        true,
      );
    });
    const isWrite = isOf(step.request);
    const sent: string[] = [];
    page.on('request', (request) => {
      if (isWrite(request)) sent.push(request.url());
    });
    await step.press(page, sandbox);
    await expect(step.done(page)).toBeVisible();
    expect(sent).toEqual([...new Set(sent)]);
    if (step.state) expect(await step.state.read(sandbox)).toEqual(step.state.after);
  });
}

/** Creating has no row that someone else could be at; signing in neither. */
const ON_A_ROW = WRITES.filter(({ request }) => request.method !== 'POST');

for (const [place, step] of ON_A_ROW.entries()) {
  test(`${step.name} › someone else was a moment quicker${tag(place, 1)}`, async ({ page, sandbox }) => {
    await step.reach(page, sandbox);
    const isWrite = isOf(step.request);
    await page.route(
      (url) => url.pathname.startsWith('/api/'),
      async (route) => {
        // The same request, as another tab or a colleague sends it, is carried out before.
        if (isWrite(route.request())) expect((await route.fetch()).status()).toBe(204);
        await route.continue();
      },
    );
    await step.press(page, sandbox);
    await expect(step.done(page)).toBeVisible();
    await expect(page.getByRole('alert')).toBeHidden();
    if (step.state) await expect.poll(() => step.state?.read(sandbox)).toEqual(step.state.after);
  });
}
