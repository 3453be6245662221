import type { Browser } from '@playwright/test';
import type { Sandbox } from '../../e2e/sandbox.ts';
import { SAMPLES } from '../../sandbox/mutation.ts';
import { Visit } from './browser.ts';
import { type Figures, quantile } from './figures.ts';
import { scrollThrough } from './in-page.ts';
import { typeCredentials } from './person.ts';

/** How long interactions wait for their frame, on the ways that people take, all in one document. */
export async function measureInteractions(browser: Browser, figures: Figures, portal: string, world: string) {
  const visit = await Visit.open(browser, { world, data: 'main li', slowLine: false });
  const { page } = visit;
  const main = page.getByRole('navigation', { name: 'Main' });
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  await page.goto(`${portal}/sign-in`);
  await typeCredentials(visit);
  await button('Sign in').click();
  await visit.shown();

  await main.getByRole('link', { name: 'Trusted devices' }).click();
  await button('Revoke').first().click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
  await main.getByRole('link', { name: 'Activity' }).click();
  await page.getByRole('combobox').first().selectOption({ index: 1 });
  await main.getByRole('link', { name: 'Authenticator apps' }).click();
  // A page that arrives takes the focus, and a menu closes by that.
  await page.getByRole('heading', { level: 1, name: 'Authenticator apps' }).waitFor();
  await page.getByRole('button', { name: 'staff@example.com' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await page.keyboard.press('Escape');

  await main.getByRole('link', { name: 'Users' }).click();
  await page.getByRole('searchbox').pressSequentially('staff', { delay: 60 });
  await page.getByRole('link', { name: 'staff@example.com' }).click();
  await page.getByRole('checkbox', { name: 'Select all' }).check();
  await button('Revoke selected').click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
  await main.getByRole('link', { name: 'Revoke access' }).click();
  await page.getByRole('textbox').first().pressSequentially('someone@example.com', { delay: 60 });

  await main.getByRole('link', { name: 'Overview' }).click();
  await page.getByRole('link', { name: 'Set up an authenticator app' }).click();
  await page.getByLabel('Password', { exact: true }).pressSequentially('sandbox', { delay: 60 });
  await button('Continue').click();
  await page.getByLabel('6-digit code').pressSequentially('00000', { delay: 60 });

  const { interactions, longTasks } = await visit.seen();
  const waits = Object.values(interactions).sort((one, other) => one - other);
  figures.add('interactions: worst', 'ms', waits.at(-1) ?? 0);
  figures.add('interactions: 98th of 100', 'ms', quantile(waits, 0.98));
  figures.add('long tasks on all these ways', '', longTasks.length);
  figures.add('long tasks: longest', 'ms', Math.max(0, ...longTasks));
  await visit.close();
}

/** Lists of 10,000, at full speed of the processor. */
export async function measureLongLists(
  browser: Browser,
  figures: Figures,
  portal: string,
  { world, sandbox, session }: { world: string; sandbox: Sandbox; session: Record<string, string> },
): Promise<void> {
  const many = (row: object | undefined) => Array.from({ length: 10_000 }, (_, place) => ({ ...row, id: place }));
  for (const [name, link, path, row] of [
    ['10,000 devices', 'Trusted devices', '/api/v1/user/my/mfa/trusted_device$', SAMPLES.devices[0]],
    ['10,000 events', 'Activity', '/api/v1/user/my/event$', SAMPLES.events[0]],
  ] as const) {
    const visit = await Visit.open(browser, { world, data: 'main li:nth-child(25)', cpu: 1, slowLine: false, session });
    const { page } = visit;
    await page.goto(`${portal}/authenticators`);
    await page.getByRole('listitem').filter({ hasText: 'Time-Based' }).first().waitFor();
    await sandbox.addFault({ method: 'GET', path, status: 200, body: many(row), times: 'always' });
    const before = await visit.work();
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: link }).click();
    await visit.shown();
    figures.add(`${name}: work of the main thread to open`, 'ms', (await visit.work()) - before);
    const gaps = (await page.evaluate(scrollThrough)).sort((one, other) => one - other);
    figures.add(`${name}: between frames while scrolling, 95th of 100`, 'ms', quantile(gaps, 0.95));
    await visit.close();
    await sandbox.clearFaults();
  }
}
