import type { Page } from '@playwright/test';
import { idleWarning, signInAgain, signInOver } from './session.ts';
import { expect, signIn, test } from './test.ts';

const ME = 'someone@example.com';
const UNTIL_WARNING = 14 * 60_000 + 5_000;
const UNTIL_LOCK = 15 * 60_000 + 5_000;

const revoke = (page: Page) => page.getByRole('button', { name: 'Revoke', exact: true });
const question = (page: Page) => page.getByRole('alertdialog', { name: /^Revoke/ });

test.beforeEach(async ({ page, sandbox }) => {
  const devices = [{ browser: 'Firefox', operating_system: 'Linux', activated_seconds_ago: 60 }];
  await sandbox.addUser({ username: ME, roles: ['Administrator'], devices });
  await page.clock.install();
  await signIn(page, ME, '/devices');
  await expect(revoke(page)).toBeVisible();
});

test('Escape answers the warning, and closes no dialog below @full', async ({ page }) => {
  await revoke(page).click();
  await page.clock.fastForward(UNTIL_WARNING);
  await expect(idleWarning(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(idleWarning(page)).toBeHidden();
  await expect(question(page)).toBeVisible();
});

test.describe('by touch', () => {
  test.use({ hasTouch: true });
  test('a tap answers the warning, and hits nothing below @full', async ({ page }) => {
    const { x, y } = (await revoke(page).boundingBox()) ?? { x: 0, y: 0 };
    await page.clock.fastForward(UNTIL_WARNING);
    await expect(idleWarning(page)).toBeVisible();
    await page.touchscreen.tap(x + 5, y + 5);
    await expect(idleWarning(page)).toBeHidden();
    await expect(question(page)).toBeHidden();
    await page.touchscreen.tap(x + 5, y + 5);
    await expect(question(page)).toBeVisible();
  });
});

test('a screen reader answers the warning without a key or a pointer @full', async ({ page }) => {
  await page.clock.fastForward(UNTIL_WARNING);
  await page.getByRole('button', { name: 'Stay signed in' }).dispatchEvent('click');
  await expect(idleWarning(page)).toBeHidden();
});

test('a key pressed just as a laptop wakes up does not open it, nor press a button', async ({ page }) => {
  await revoke(page).focus();
  await page.clock.pauseAt(Date.now() + 5_000);
  await page.clock.setSystemTime(Date.now() + 20 * 60_000);
  await page.keyboard.press('Enter');
  await page.clock.resume();
  await expect(signInAgain(page)).toBeVisible();
  await expect(page.getByText('Firefox')).toBeHidden();
  await signInOver(page);
  await expect(page.getByText('Firefox')).toBeVisible();
  await expect(question(page)).toBeHidden();
});

test('a locked page says what it is, and not in its title whose it was', async ({ page, sandbox }) => {
  const { id } = await sandbox.addUser({ username: 'victim@example.com', name: 'Vic O’Tim' });
  await page.goto(`/users/${id}`);
  await page.getByRole('link', { name: 'Trusted devices' }).click();
  await expect(page).toHaveTitle('Trusted devices · MFA portal');
  await page.goBack();
  await expect(page).toHaveTitle('Vic O’Tim · MFA portal');
  await page.clock.fastForward(UNTIL_LOCK);
  await expect(signInAgain(page)).toBeVisible();
  await expect(page.getByRole('dialog')).toContainText('MFA portal');
  await expect(page).toHaveTitle('Sign in · MFA portal');
  // What moves under the lock, too.
  await page.evaluate(() => history.forward());
  await expect(page).toHaveURL('/devices');
  await expect(page).toHaveTitle('Sign in · MFA portal');
  await signInOver(page);
  await expect(page).toHaveTitle('Trusted devices · MFA portal');
});
