import type { Page } from '@playwright/test';
import { expect } from './test.ts';

export const overview = (page: Page) => page.getByRole('heading', { name: 'Account security' });
export const signInAgain = (page: Page) => page.getByRole('dialog', { name: 'Sign in' });
export const idleWarning = (page: Page) => page.getByRole('alertdialog', { name: 'Are you still there?' });

/** Signs in over the page that locked. */
export async function signInOver(page: Page, email?: string): Promise<void> {
  const dialog = signInAgain(page);
  if (email) await dialog.getByLabel('Email').fill(email);
  await dialog.getByLabel('Password', { exact: true }).fill('sandbox');
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await expect(dialog).toBeHidden();
}

export async function signOut(page: Page, email: string): Promise<void> {
  await page.getByRole('button', { name: email }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
}
