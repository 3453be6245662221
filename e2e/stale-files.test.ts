import type { Page } from '@playwright/test';
import { expect, signIn, test } from './test.ts';

const open = (page: Page) => page.getByRole('link', { name: 'Trusted devices' }).click();

/** Signs in, then goes to a page whose code is gone for as long as `isGone` says. @returns how often pages were loaded */
async function deploy(page: Page, isGone: (loads: number) => boolean): Promise<() => number> {
  let loads = 0;
  await signIn(page, 'new@example.com');
  await expect(page.getByRole('heading', { name: 'Account security' })).toBeVisible();
  page.on('request', (request) => {
    if (request.isNavigationRequest()) loads += 1;
  });
  await page.route('**/assets/DevicesPage-*.js', (route) =>
    isGone(loads) ? route.fulfill({ status: 404 }) : route.continue(),
  );
  await open(page);
  await expect.poll(() => loads).toBe(1);
  return () => loads;
}

test('code that is gone after a deployment is fetched anew by one reload', async ({ page }) => {
  const loads = await deploy(page, (times) => times === 0);
  await expect(page.getByText('No browser is trusted')).toBeVisible();
  expect(loads()).toBe(1);
});

test('code that stays gone is told of after one reload', async ({ page }) => {
  const loads = await deploy(page, () => true);
  await expect(page.getByText('The portal may have been updated while this page was open')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  expect(loads()).toBe(1);
});
