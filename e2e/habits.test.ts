import type { Page } from '@playwright/test';
import { expect, signIn, test } from './test.ts';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search users' });

test('a link opens in a new tab by the middle button, signed in, and the page stays', async ({ page, browser }) => {
  await signIn(page, 'admin@example.com', '/users?q=Edwin+Abbott');
  await page.getByRole('link', { name: 'Edwin Abbott' }).click({ button: 'middle' });
  // Chromium is asked itself: Playwright loses tabs that are opened so, or waits in them for a navigation that is over.
  const chromium = await browser.newBrowserCDPSession();
  const titles = async () => (await chromium.send('Target.getTargets')).targetInfos.map(({ title }) => title);
  await expect.poll(titles).toContain('Edwin Abbott · MFA portal');
  await expect(heading(page)).toHaveText('Users');
});

test('IDs, e-mails and receipts are selected as they are read', async ({ page }) => {
  await signIn(page, 'admin@example.com', '/users/176257');
  await page.getByRole('button', { name: 'Revoke', exact: true }).first().click();
  await page.getByRole('button', { name: 'Revoke 1 device' }).click();
  await expect(page.getByRole('heading', { name: 'Receipt' })).toBeVisible();
  const selected = await page.evaluate(() => {
    getSelection()?.selectAllChildren(document.querySelector('main') ?? document.body);
    return String(getSelection());
  });
  expect(selected).toContain('176257');
  expect(selected).toContain('app@example.com');
  expect(selected).toMatch(/Safari 26 on macOS 26\W+revoked/);
  await page.getByText('176257', { exact: true }).dblclick();
  expect(await page.evaluate(() => String(getSelection()).trim())).toBe('176257');
});

test('copying gives the words alone, and says once that it did', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-write']);
  await signIn(page, 'admin@example.com', '/users/176257');
  await page.getByRole('button', { name: 'Copy email' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Copied' })).toHaveCount(1);
  await page.getByRole('main').getByRole('link', { name: 'Users' }).click();
  await search(page).press('ControlOrMeta+V');
  await expect(search(page)).toHaveValue('app@example.com');
});

test('back and forward go through people and the list, which is as it was left', async ({ page }) => {
  await signIn(page, 'admin@example.com', '/users');
  await search(page).fill('Edwin');
  await expect(page).toHaveURL('/users?q=Edwin');
  await page.getByRole('link', { name: 'Edwin Abbott' }).click();
  await expect(heading(page)).toHaveText('Edwin Abbott');
  await page.goBack();
  await expect(search(page)).toHaveValue('Edwin');
  await expect(page.getByRole('link', { name: 'Edwin Abbott' })).toBeVisible();
  await page.goForward();
  await expect(heading(page)).toHaveText('Edwin Abbott');
  await expect(page).toHaveURL('/users/176257');
});

test('a filter of the activity is in the address, and back takes it back', async ({ page }) => {
  await signIn(page, 'admin@example.com');
  await page.getByRole('link', { name: 'Activity', exact: true }).click();
  const kind = page.getByLabel('Show');
  await kind.selectOption('Support access');
  await expect(page.getByRole('listitem').filter({ hasText: 'Sign-in failed' })).toHaveCount(0);
  await expect(page).toHaveURL('/activity?kind=support-access');
  await page.goBack();
  await expect(page).toHaveURL('/activity');
  await expect(kind).toHaveValue('');
  await expect(page.getByRole('listitem').filter({ hasText: 'Sign-in failed' })).toBeVisible();
  await page.goBack();
  await expect(heading(page)).toHaveText('Account security');
});

test('going back from the set-up asks, and staying keeps the key and what was typed', async ({ page, sandbox }) => {
  await sandbox.addUser({ username: 'someone@example.com' });
  await signIn(page, 'someone@example.com', '/authenticators');
  await page.getByRole('main').getByRole('link', { name: 'Set up an authenticator app' }).click();
  await page.getByLabel('Password', { exact: true }).fill('sandbox');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('6-digit code').fill('12');
  await page.goBack();
  await page.getByRole('button', { name: 'Stay' }).click();
  await expect(page.getByLabel('6-digit code')).toHaveValue('12');
  await expect(page).toHaveURL('/authenticators/new');
  await page.goBack();
  await page.getByRole('button', { name: 'Leave and delete the key' }).click();
  await expect(heading(page)).toHaveText('Authenticator apps');
  await expect(page).toHaveURL('/authenticators');
  expect((await sandbox.user('someone@example.com')).mfa ?? []).toEqual([]);
});
