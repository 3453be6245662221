import { expect, type Page } from '@playwright/test';
import { codeOf, scan, setupKeyOf } from './phone.ts';
import type { Sandbox } from './sandbox.ts';
import { signIn } from './test.ts';

/**
 * A person sets up an app by its QR code, signs out, signs in with a code from it, and trusts this browser for a while.
 * @param base address of the portal where it is not the test's own
 * @returns what must be nowhere but in this browser
 */
export async function enrolAndComeBack(page: Page, sandbox: Sandbox, base = ''): Promise<{ setupKey: string }> {
  await signIn(page, 'new@example.com', `${base}/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Account security');
  await page.getByRole('link', { name: 'Set up an authenticator app' }).click();

  await page.getByLabel('Password', { exact: true }).fill('sandbox');
  await page.getByRole('button', { name: 'Continue' }).click();
  const otpauth = await scan(page.getByRole('img', { name: 'QR code for your authenticator app' }));
  const setupKey = setupKeyOf(otpauth);

  await page.getByLabel('6-digit code').fill(codeOf(setupKey));
  await page.getByRole('button', { name: 'Activate', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Your authenticator app is active' })).toBeFocused();
  expect((await sandbox.user('new@example.com')).mfa?.map(({ status }) => status.id)).toEqual([1]);

  await page.getByRole('link', { name: 'Authenticator apps' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Time-Based One-Time Password' })).toContainText('Active');

  await page.getByRole('button', { name: 'new@example.com' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();

  await signIn(page, 'new@example.com', `${base}/devices`);
  await page.getByRole('checkbox', { name: 'Trust this browser for 90 days' }).check();
  await page.getByLabel('Verification code').pressSequentially(codeOf(setupKey));
  await page.getByRole('button', { name: 'Verify' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trusted devices');
  await expect(page.getByRole('listitem').filter({ hasText: 'This browser' })).toContainText('Chrome');

  await page.getByRole('button', { name: 'Revoke', exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke device' }).click();
  await expect(page.getByText('No browser is trusted')).toBeVisible();
  await expect.poll(async () => (await sandbox.user('new@example.com')).devices).toEqual([]);
  return { setupKey };
}
