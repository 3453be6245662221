import type { Page } from '@playwright/test';
import { activate, begin, beginAndScan, code, done, ME, qrCode, statuses } from './enrolment.ts';
import { codeOf } from './phone.ts';
import { expect, openSignedIn, test } from './test.ts';

const create = { method: 'POST', path: '/api/v1/user/mfa' };
const press = (page: Page, name: string) => page.getByRole('button', { name }).click();
const cancel = (page: Page) => page.getByRole('link', { name: 'Cancel' }).click();

test.describe('leaving while the key is being made', () => {
  test('asks, waits for the answer, deletes the key, and shows none in the list', async ({ page, sandbox }) => {
    await begin(page, sandbox);
    await sandbox.addFault({ ...create, latency_ms: 800, applied: true });
    await press(page, 'Continue');
    await cancel(page);
    await press(page, 'Leave and delete the key');
    await expect(page.getByText('No authenticator app yet')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Remove' })).toHaveCount(0);
    expect(await statuses(sandbox)).toEqual([]);
  });

  test('by signing out deletes it while there is a session left to do so', async ({ page, sandbox }) => {
    await begin(page, sandbox);
    await sandbox.addFault({ ...create, latency_ms: 1_200 });
    await press(page, 'Continue');
    await press(page, ME);
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await press(page, 'Leave and delete the key');
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    expect(await statuses(sandbox)).toEqual([]);
  });

  test('leaves too where no key comes of it', async ({ page, sandbox }) => {
    await begin(page, sandbox);
    await sandbox.addFault({ ...create, latency_ms: 800, status: 500, applied: true });
    await press(page, 'Continue');
    await cancel(page);
    await press(page, 'Leave and delete the key');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Authenticator apps');
    expect(await statuses(sandbox)).toEqual([]);
  });

  test('is not asked any more when the attempt has failed meanwhile', async ({ page, sandbox }) => {
    await begin(page, sandbox);
    await sandbox.addFault({ ...create, latency_ms: 800, status: 403 });
    await press(page, 'Continue');
    await cancel(page);
    await expect(page.getByRole('alertdialog')).toBeVisible();
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(page.getByRole('alertdialog')).toBeHidden();
    await cancel(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Authenticator apps');
  });
});

test('an activation that succeeds while leaving is asked about is told, and nothing is deleted', async ({
  page,
  sandbox,
}) => {
  const key = await beginAndScan(page, sandbox);
  await sandbox.addFault({ method: 'PATCH', path: '/api/v1/user/mfa', latency_ms: 800 });
  await code(page).fill(codeOf(key));
  await activate(page).click();
  await cancel(page);
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await expect(done(page)).toBeVisible();
  await expect(page.getByRole('alertdialog')).toBeHidden();
  await page.getByRole('link', { name: 'Trusted devices' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trusted devices');
  expect(await statuses(sandbox)).toEqual([1]);
});

test('the link past the navigation leaves nothing', async ({ page, sandbox }) => {
  await beginAndScan(page, sandbox);
  await page.getByRole('link', { name: 'Skip to content' }).press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await expect(page.getByRole('alertdialog')).toBeHidden();
  await expect(page).toHaveURL('/authenticators/new');
});

test.describe('with the browser', () => {
  // Headless Chromium has no app for the link, and says so.
  test.use({ expectedErrors: [/otpauth:/] });

  test('a reload asks, opening the app does not', async ({ page, sandbox }) => {
    await beginAndScan(page, sandbox);
    const asked: string[] = [];
    page.on('dialog', async (dialog) => {
      asked.push(dialog.type());
      await dialog.dismiss();
    });
    await page.evaluate(() => location.reload());
    await expect.poll(() => asked).toEqual(['beforeunload']);
    await page.getByText('Can’t scan it?').click();
    const opened = page.waitForRequest((request) => request.url().startsWith('otpauth:'));
    await page.getByRole('link', { name: 'Open in an authenticator app' }).click();
    await opened;
    await expect(qrCode(page)).toBeVisible();
    expect(asked).toEqual(['beforeunload']);
  });
});

test.describe('locked in the middle', () => {
  const signInAgain = async (page: Page, email: string) => {
    const dialog = page.getByRole('dialog', { name: 'Sign in' });
    await dialog.getByLabel('Email').fill(email);
    await dialog.getByLabel('Password', { exact: true }).fill('sandbox');
    await dialog.getByRole('button', { name: 'Sign in' }).click();
  };

  test('going back waits until one has signed in, and asks then', async ({ page, sandbox }) => {
    await page.clock.install();
    await sandbox.addUser({ username: ME });
    await openSignedIn(page, ME);
    await page.getByRole('link', { name: 'Set up an authenticator app' }).click();
    await page.getByLabel('Password', { exact: true }).fill('sandbox');
    await press(page, 'Continue');
    await expect(qrCode(page)).toBeVisible();
    await page.clock.fastForward(16 * 60_000);
    await expect(page.getByText('The page locked because')).toBeVisible();
    await page.evaluate(() => history.back());
    await signInAgain(page, ME);
    await press(page, 'Stay');
    await expect(qrCode(page)).toBeVisible();
  });

  test('another person gets a portal without it', async ({ page, sandbox }) => {
    await page.clock.install();
    await beginAndScan(page, sandbox);
    await page.clock.fastForward(16 * 60_000);
    await signInAgain(page, 'new@example.com');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Account security');
    await expect(page.getByRole('button', { name: 'new@example.com' })).toBeVisible();
    await expect(qrCode(page)).toHaveCount(0);
    await expect(page.getByRole('alertdialog')).toHaveCount(0);
  });
});
