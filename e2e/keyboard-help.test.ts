import type { Page } from '@playwright/test';
import { expect, signIn, test } from './test.ts';

const help = (page: Page) => page.getByRole('dialog', { name: 'Keyboard' });
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search users' });
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test('? lists the keys of the page, and Escape goes back to where one was', async ({ page }) => {
  await signIn(page, 'admin@example.com', '/users');
  await expect(search(page)).toBeVisible();
  await page.getByRole('link', { name: 'Activity' }).focus();
  await page.keyboard.press('?');
  await expect(help(page).getByRole('term')).toHaveText(['/', 'Enter', '?', 'Esc']);
  await expect(help(page).getByRole('button', { name: 'Close' })).toBeFocused();
  const again = page.locator('link[rel="stylesheet"][href*="/start-"]:not([disabled])');
  await expect(again, 'the styles that the HTML holds, after those of the page').toHaveCount(0);
  await page.keyboard.press('/');
  await expect(search(page), 'under the dialog').not.toBeFocused();
  await page.keyboard.press('Escape');
  await expect(help(page)).toBeHidden();
  await expect(page.getByRole('link', { name: 'Activity' })).toBeFocused();

  await search(page).press('?');
  await expect(search(page), 'a character like any other').toHaveValue('?');
  await expect(help(page)).toBeHidden();

  await page.getByRole('link', { name: 'Overview' }).click();
  await expect(heading(page)).toHaveText('Account security');
  await page.getByRole('button', { name: 'Keyboard' }).click();
  await expect(help(page).getByRole('term')).toHaveText(['?', 'Esc']);
});

test('single keys are turned off for this browser, and on again', async ({ page }) => {
  await signIn(page, 'admin@example.com', '/users');
  await expect(page.getByTitle('Press / to come here.')).toBeVisible();
  await page.keyboard.press('?');
  await help(page).getByRole('checkbox', { name: 'Single keys' }).uncheck();
  await help(page).getByRole('button', { name: 'Close' }).click();
  await expect(page.getByTitle('Press / to come here.')).toBeHidden();
  await page.reload();
  await expect(search(page)).toBeVisible();
  for (const key of ['/', '?']) await page.keyboard.press(key);
  await expect(search(page)).not.toBeFocused();
  await expect(help(page)).toBeHidden();

  await page.getByRole('button', { name: 'Keyboard' }).click();
  await help(page).getByRole('checkbox', { name: 'Single keys' }).check();
  await page.keyboard.press('Escape');
  await expect(help(page)).toBeHidden();
  await page.keyboard.press('/');
  await expect(search(page)).toBeFocused();
});
