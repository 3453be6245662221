import type { Page } from '@playwright/test';
import { overview } from './session.ts';
import { expect, holdBack, openSignedIn, signIn, test } from './test.ts';

const MOST = 0.02;
const ME = 'staff@example.com';

/** Adds up how far what had been painted has moved since the page began to load. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
    Object.assign(globalThis, { shifts: () => sum });
  });
  return () =>
    page.evaluate(async () => {
      // What was changed last has to be painted.
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
      return (globalThis as unknown as { shifts: () => number }).shifts();
    });
}

for (const [width, height] of [
  [1440, 900],
  [320, 640],
] as const) {
  test(`nothing jumps at ${width} px while a page’s parts come one after the other`, async ({ page, sandbox }) => {
    await page.setViewportSize({ width, height });
    const { id } = await sandbox.addUser({
      username: ME,
      roles: ['Administrator'],
      keys: [{ status: 'pending' }],
      devices: [10, 20, 30, 40, 50].map((days) => ({
        browser: 'Firefox',
        operating_system: 'Ubuntu',
        activated_seconds_ago: days * 86_400,
      })),
      events: Array.from({ length: 6 }, () => ({ type: 6, description: 'Authentication failed from 192.0.2.1' })),
    });
    await signIn(page, ME);
    await expect(overview(page)).toBeVisible();
    for (const [path, latency_ms] of [
      ['/api/v1/user/*/event$', 700],
      ['/api/v1/user/*/trusted_device$', 500],
      ['/api/', 300],
    ] as const) {
      await sandbox.addFault({ path, latency_ms, times: 'always' });
    }
    const shifts = await watchShifts(page);
    // What comes last on each.
    for (const [path, last] of [
      ['/', 'Authentication failed'],
      ['/authenticators', 'Time-Based One-Time Password'],
      ['/devices', 'Firefox'],
      ['/activity', 'Authentication failed'],
      ['/users', 'Example Industries'],
      [`/users/${id}`, 'Authentication failed'],
    ] as const) {
      await page.goto(path);
      await expect(page.getByRole('main').getByText(last).first()).toBeVisible();
      expect(await shifts(), path).toBeLessThanOrEqual(MOST);
    }
  });
}

test('the shape of a page goes on where that of the HTML was', async ({ page }) => {
  await openSignedIn(page, 'new@example.com', '/devices');
  await expect(page.getByText('No browser is trusted')).toBeVisible();
  const letAppCome = await holdBack(page, 'start');
  const { promise: seen, resolve: letAnswersCome } = Promise.withResolvers<void>();
  await page.route('**/api/v1/**', async (route) => {
    await seen;
    await route.continue();
  });
  await page.reload({ waitUntil: 'commit' });
  const shape = page.locator('[aria-busy="true"]');
  await expect(shape).toHaveCSS('opacity', '1');
  letAppCome();
  await expect(page.getByRole('heading', { name: 'Trusted devices' })).toBeVisible();
  expect(await shape.evaluate((element) => getComputedStyle(element).opacity)).toBe('1');
  letAnswersCome();
  await expect(page.getByText('No browser is trusted')).toBeVisible();
});
