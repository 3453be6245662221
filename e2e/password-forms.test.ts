import type { Locator, Page } from '@playwright/test';
import { signInAgain } from './session.ts';
import { expect, signIn, test } from './test.ts';

/** What password managers look at in a form: 1Password's, Bitwarden's and Chromium's guides ask for these. */
interface FormMarkup {
  method: string;
  hasSubmit: boolean;
  fields: { name: string; type: string; autocomplete: string | null; isLabelled: boolean }[];
}

function markupOf(form: Locator): Promise<FormMarkup> {
  return form.evaluate((element: HTMLFormElement) => ({
    method: element.method,
    hasSubmit: element.querySelector('[type="submit"]') !== null,
    fields: [...element.querySelectorAll<HTMLInputElement>('input:not([type="checkbox"])')].map((field) => ({
      name: field.name,
      type: field.type,
      autocomplete: field.getAttribute('autocomplete'),
      isLabelled: field.hidden === true || (field.id !== '' && field.labels?.length === 1),
    })),
  }));
}

const whole = (...fields: [name: string, type: string, autocomplete: string][]): FormMarkup => ({
  method: 'post',
  hasSubmit: true,
  fields: fields.map(([name, type, autocomplete]) => ({ name, type, autocomplete, isLabelled: true })),
});

const USERNAME: [string, string, string] = ['username', 'email', 'username'];
const PASSWORD: [string, string, string] = ['password', 'password', 'current-password'];
const CODE: [string, string, string] = ['code', 'text', 'one-time-code'];
const form = (page: Page) => page.locator('form');

test('sign-in and its second step are forms that a password manager fills and saves', async ({ page }) => {
  await page.goto('/sign-in');
  expect(await markupOf(form(page))).toEqual(whole(USERNAME, PASSWORD));
  await signIn(page, 'app@example.com');
  await expect(page.getByLabel('Verification code')).toBeVisible();
  expect(await markupOf(form(page))).toEqual(whole(CODE));
});

test('what was shown while it was typed is a password again when it is sent', async ({ page, sandbox }) => {
  await sandbox.addFault({ path: '/api/v1/authenticate', latency_ms: 2_000 });
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill('new@example.com');
  await page.getByLabel('Password', { exact: true }).fill('sandbox');
  await page.getByRole('button', { name: 'Show password' }).click();
  await page.getByLabel('Password', { exact: true }).press('Enter');
  await expect(page.getByLabel('Password', { exact: true })).toHaveAttribute('type', 'password');
});

test('the password of a set-up says whose it is, and its code is a one-time code', async ({ page }) => {
  await signIn(page, 'new@example.com', '/authenticators/new');
  await expect(page.getByRole('button', { name: 'Continue' })).toBeVisible();
  expect(await markupOf(form(page))).toEqual(whole(USERNAME, PASSWORD));
  await expect(form(page).locator('[autocomplete="username"]')).toHaveValue('new@example.com');
  await page.getByLabel('Password', { exact: true }).fill('sandbox');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByLabel('6-digit code')).toBeVisible();
  expect(await markupOf(form(page))).toEqual(whole(CODE));
});

test('signing in over a locked page is the same form, with its person filled in', async ({ page, sandbox }) => {
  await signIn(page, 'new@example.com', '/devices');
  await expect(page.getByText('No browser is trusted')).toBeVisible();
  await sandbox.changeUser('new@example.com', { end_sessions: true });
  await sandbox.advance(241 * 60);
  await page.getByRole('link', { name: 'Activity' }).click();
  const dialog = signInAgain(page);
  await expect(dialog).toBeVisible();
  expect(await markupOf(dialog.locator('form'))).toEqual(whole(USERNAME, PASSWORD));
  await expect(dialog.getByLabel('Email')).toHaveValue('new@example.com');
});
