import type { Page } from '@playwright/test';
import { activate, begin, beginAndScan, code, ME, qrCode, statuses } from './enrolment.ts';
import { codeOf } from './phone.ts';
import { expect, openSignedIn, test } from './test.ts';

test.describe('leaving before it is finished', () => {
  const leave = {
    'by a link': (page: Page) => page.getByRole('link', { name: 'Trusted devices' }).click(),
    'by going back': (page: Page) => page.evaluate(() => history.back()),
    'by Cancel': (page: Page) => page.getByRole('link', { name: 'Cancel' }).click(),
    'by signing out': async (page: Page) => {
      await page.getByRole('button', { name: ME }).click();
      await page.getByRole('menuitem', { name: 'Sign out' }).click();
    },
  };
  for (const [how, go] of Object.entries(leave)) {
    test(`${how} asks, and deletes the key`, async ({ page, sandbox }) => {
      await sandbox.addUser({ username: ME });
      await openSignedIn(page, ME);
      await page.getByRole('link', { name: 'Set up an authenticator app' }).click();
      await page.getByLabel('Password', { exact: true }).fill('sandbox');
      await page.getByRole('button', { name: 'Continue' }).click();
      await expect(qrCode(page)).toBeVisible();

      await go(page);
      await page.getByRole('button', { name: 'Stay' }).click();
      await expect(qrCode(page)).toBeVisible();
      expect(await statuses(sandbox)).toHaveLength(1);

      await go(page);
      await page.getByRole('button', { name: 'Leave and delete the key' }).click();
      await expect(qrCode(page)).toBeHidden();
      expect(await statuses(sandbox)).toEqual([]);
      if (how === 'by signing out') await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    });
  }

  test('says so when the key can’t be deleted, and lets one leave', async ({ page, sandbox }) => {
    await beginAndScan(page, sandbox);
    await sandbox.addFault({ method: 'DELETE', path: '/api/v1/user', status: 403, times: 'always' });
    await page.getByRole('link', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Leave and delete the key' }).click();
    await expect(page.getByRole('alertdialog')).toContainText('could not be deleted');
    await page.getByRole('button', { name: 'Leave anyway' }).click();
    await expect(page.getByRole('button', { name: 'Enter the code' })).toBeVisible();
  });
});

test.describe('an unfinished key after a reload', () => {
  test('is finished by its code', async ({ page, sandbox }) => {
    const key = await beginAndScan(page, sandbox);
    await page.goto('/authenticators');
    await expect(page.getByText('Its QR code can’t be shown again')).toBeVisible();
    await page.getByRole('button', { name: 'Enter the code' }).click();
    await code(page).fill('000000');
    await activate(page).click();
    await expect(page.getByRole('alert')).toContainText('did not accept this code');
    await page.keyboard.type(codeOf(key));
    await activate(page).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByRole('listitem').filter({ hasText: 'Activated' })).toBeVisible();
    expect(await statuses(sandbox)).toEqual([1]);
  });

  test('is replaced by a new one', async ({ page, sandbox }) => {
    await beginAndScan(page, sandbox);
    await page.goto('/authenticators');
    await page.getByRole('button', { name: 'Start again' }).click();
    await page.getByRole('button', { name: 'Remove and start again' }).click();
    await expect(page.getByRole('heading', { name: 'Set up an authenticator app' })).toBeFocused();
    expect(await statuses(sandbox)).toEqual([]);
  });
});

test.describe('never leaves a key behind that nobody has the secret of', () => {
  const create = { method: 'POST', path: '/api/v1/user/mfa' };

  test('when Continue is pressed twice', async ({ page, sandbox }) => {
    await begin(page, sandbox);
    await sandbox.addFault({ ...create, latency_ms: 400 });
    await page.getByRole('button', { name: 'Continue' }).dblclick();
    await page.getByLabel('Password', { exact: true }).press('Enter');
    await expect(qrCode(page)).toBeVisible();
    expect(await statuses(sandbox)).toHaveLength(1);
  });

  for (const fault of [{ cut: 'body' }, { status: 500 }, { status: 200, body: '' }] as const) {
    test(`when the answer is lost (${JSON.stringify(fault)})`, async ({ page, sandbox }) => {
      await begin(page, sandbox);
      await sandbox.addFault({ ...create, ...fault, applied: true });
      await page.getByRole('button', { name: 'Continue' }).click();
      await expect(page.getByRole('alert')).toBeVisible();
      expect(await statuses(sandbox)).toEqual([]);
      await page.getByRole('button', { name: 'Continue' }).click();
      await expect(qrCode(page)).toBeVisible();
      expect(await statuses(sandbox)).toHaveLength(1);
    });
  }

  test('when the browser sends the request again by itself', async ({ page, sandbox }) => {
    await begin(page, sandbox);
    // A connection that was used before and breaks without an answer: Chromium tries a new one unasked.
    await sandbox.addFault({ ...create, cut: 'before', applied: true });
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(qrCode(page).or(page.getByRole('alert'))).toBeVisible();
    await expect.poll(() => statuses(sandbox)).toHaveLength((await qrCode(page).isVisible()) ? 1 : 0);
  });

  test('and deletes none where it can’t tell which were there before', async ({ page, sandbox }) => {
    await sandbox.addFault({ path: '/api/v1/user/my$', status: 403, times: 'always' });
    // By its date it could be of this set-up.
    await begin(page, sandbox, { keys: [{ status: 'pending', created_seconds_ago: -60 }] });
    await sandbox.addFault({ ...create, cut: 'body', applied: true, latency_ms: 800 });
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect.poll(async () => (await sandbox.faults()).find(({ cut }) => cut === 'body')?.hits).toBe(1);
    await sandbox.clearFaults();
    await expect(page.getByRole('alert')).toBeVisible();
    expect(await statuses(sandbox)).toHaveLength(2);
  });
});
