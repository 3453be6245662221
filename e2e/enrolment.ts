import type { Page } from '@playwright/test';
import { codeOf, scan, setupKeyOf } from './phone.ts';
import type { NewUser, Sandbox } from './sandbox.ts';
import { expect, openSignedIn, signIn } from './test.ts';

/** The person of these tests. */
export const ME = 'someone@example.com';
export const qrCode = (page: Page) => page.getByRole('img', { name: 'QR code for your authenticator app' });
export const code = (page: Page) => page.getByLabel('6-digit code');
export const activate = (page: Page) => page.getByRole('button', { name: 'Activate', exact: true });
export const done = (page: Page) => page.getByRole('heading', { name: 'Your authenticator app is active' });

/**
 * Up to the password, typed.
 * @param enter how one comes to be signed in: by the form where a second factor is due, or storage can't be written
 */
export async function begin(
  page: Page,
  sandbox: Sandbox,
  user: Partial<NewUser> = {},
  enter = user.key?.secret ? signIn : openSignedIn,
): Promise<void> {
  await sandbox.addUser({ username: ME, ...user });
  await enter(page, ME, '/authenticators/new');
  if (user.key?.secret) await page.getByLabel('Verification code').fill(codeOf(user.key.secret));
  await expect(page.getByRole('button', { name: 'Continue' })).toBeVisible();
  await page.getByLabel('Password', { exact: true }).fill('sandbox');
}

/** Up to the QR code. @returns the setup key that a phone reads from it */
export async function beginAndScan(page: Page, sandbox: Sandbox, user: Partial<NewUser> = {}): Promise<string> {
  await begin(page, sandbox, user);
  await page.getByRole('button', { name: 'Continue' }).click();
  return setupKeyOf(await scan(qrCode(page)));
}

export const statuses = async (sandbox: Sandbox) => (await sandbox.user(ME)).mfa?.map(({ status }) => status.id) ?? [];
