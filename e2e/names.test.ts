import type { Page } from '@playwright/test';
import { expect, openSignedIn, signIn, test } from './test.ts';

const ADMIN = 'admin@example.com';
const NEXT = 'next.admin@example.com';
const device = { browser: 'Firefox', operating_system: 'Linux', activated_seconds_ago: 60 };

/** Somebody else signs in, in another tab of the same browser. */
async function signInAsNext(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: ADMIN }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  const discard = page.getByRole('button', { name: 'Sign out and discard' });
  const heading = page.getByRole('heading', { name: 'Sign in' });
  await expect(discard.or(heading)).toBeVisible();
  if (await discard.isVisible()) await discard.click();
  await expect(page).toHaveURL(/sign-in/);
  await signIn(page, NEXT);
  await expect(page.getByRole('button', { name: NEXT })).toBeVisible();
}

test.describe('what one person began is not carried on in the name of the next', () => {
  test.beforeEach(({ sandbox }) => sandbox.addUser({ username: NEXT, roles: ['Administrator'] }));

  test('on a person’s page', async ({ page, sandbox, context }) => {
    const them = await sandbox.addUser({ username: 'them@example.com', devices: Array(12).fill(device) });
    await openSignedIn(page, ADMIN, `/users/${them.id}`);
    // The first answers come when the next person is in.
    let answer = () => {};
    const isNext = new Promise<void>((resolve) => {
      answer = resolve;
    });
    let sent = 0;
    await page.route('**/mfa/trusted_device/*', async (route) => {
      sent += 1;
      await isNext;
      await route.continue();
    });
    await page.getByRole('button', { name: 'Revoke all devices' }).click();
    await page.getByRole('button', { name: 'Revoke 12 devices' }).click();
    await expect.poll(() => sent).toBe(4);
    await signInAsNext(await context.newPage());
    await expect(page.getByRole('button', { name: NEXT })).toBeVisible();
    answer();
    await expect.poll(async () => (await sandbox.user(them.id)).devices.length).toBe(8);
    await page.getByRole('link', { name: 'Users' }).click();
    await expect(page.getByRole('table')).toBeVisible();
    expect(sent).toBe(4);
  });

  test('in a list that is typed', async ({ page, context }) => {
    await openSignedIn(page, ADMIN, '/revoke');
    await page.getByLabel('Emails or user IDs').fill('them@example.com');
    await signInAsNext(await context.newPage());
    await expect(page.getByRole('button', { name: NEXT })).toBeVisible();
    await page.getByRole('link', { name: 'Revoke access' }).click();
    await expect(page.getByLabel('Emails or user IDs')).toHaveValue('');
  });

  test('in a revocation for many', async ({ page, sandbox, context }) => {
    const them = await sandbox.addUser({ username: 'them@example.com', devices: Array(12).fill(device) });
    await page.clock.install();
    await openSignedIn(page, ADMIN, '/revoke');
    await page.getByLabel('Emails or user IDs').fill(them.username);
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.getByLabel(/Type the number of people/).fill('1');
    const limited = { method: 'DELETE', path: '/api/v1/user/', status: 429, headers: { 'Retry-After': '14' } };
    await sandbox.addFault(limited);
    await page.getByRole('button', { name: 'Revoke for 1 person' }).click();
    await expect(page.getByText('Waiting for the service’s limit')).toBeVisible();
    let later = 0;
    page.on('request', (request) => {
      if (request.method() === 'DELETE') later += 1;
    });
    await signInAsNext(await context.newPage());
    await expect(page.getByRole('button', { name: NEXT })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Revoke access' })).toBeVisible();
    await page.clock.fastForward(20_000);
    await page.getByRole('link', { name: 'Revoke access' }).click();
    await expect(page.getByLabel('Emails or user IDs')).toBeVisible();
    await expect(page.getByText('A revocation was not finished')).toBeHidden();
    expect(later).toBe(0);
    expect((await sandbox.user(them.id)).devices).toHaveLength(12);
  });
});

test('nobody is revoked while it is not known who one is oneself', async ({ page, sandbox }) => {
  await openSignedIn(page, ADMIN, '/revoke');
  await expect(page.getByRole('button', { name: ADMIN })).toBeVisible();
  await sandbox.addFault({ path: '/api/v1/user/my$', status: 403, times: 'always' });
  await page.reload();
  await page.getByLabel('Emails or user IDs').fill(`${ADMIN}\napp@example.com`);
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByLabel(/Type the number of people/).fill('2');
  await expect(page.getByRole('alert')).toContainText('Your own account could not be read');
  await expect(page.getByRole('button', { name: 'Revoke for 2 people' })).toBeDisabled();
  await sandbox.clearFaults();
  await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('checkbox', { name: 'Include my own account' })).not.toBeChecked();
  await expect(page.getByRole('heading', { name: 'Revoke for 1 person' })).toBeVisible();
});

test('leaving a locked page asks about a job that was cut short, and forgets it', async ({ page, sandbox }) => {
  await sandbox.addUser({ username: 'them@example.com', devices: [device] });
  await page.clock.install();
  await openSignedIn(page, ADMIN, '/revoke');
  await page.getByLabel('Emails or user IDs').fill('them@example.com');
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByLabel(/Type the number of people/).fill('1');
  await sandbox.addFault({ method: 'DELETE', path: '/api/v1/user/', status: 409 });
  await page.getByRole('button', { name: 'Revoke for 1 person' }).click();
  await expect(page.getByRole('heading', { name: 'Done' })).toBeVisible();
  await page.clock.fastForward(16 * 60_000);
  await page.getByRole('button', { name: 'Leave and sign out' }).click();
  await page.getByRole('button', { name: 'Sign out and discard' }).click();
  await expect(page).toHaveURL(/sign-in/);
  await openSignedIn(page, ADMIN, '/revoke');
  await expect(page.getByLabel('Emails or user IDs')).toBeVisible();
});
