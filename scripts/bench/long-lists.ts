import type { Browser } from '@playwright/test';
import type { Sandbox } from '../../e2e/sandbox.ts';
import { SAMPLES } from '../../sandbox/mutation.ts';
import { Visit } from './browser.ts';
import { type Figures, quantile } from './figures.ts';
import { scrollThrough } from './in-page.ts';
import { aimAt } from './person.ts';

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
    const press = await aimAt(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: link }));
    const before = await visit.work();
    await press();
    await visit.shown();
    figures.add(`${name}: work of the main thread to open`, 'ms', (await visit.work()) - before);
    const gaps = (await page.evaluate(scrollThrough)).sort((one, other) => one - other);
    figures.add(`${name}: between frames while scrolling, 95th of 100`, 'ms', quantile(gaps, 0.95));
    await visit.close();
    await sandbox.clearFaults();
  }
}
