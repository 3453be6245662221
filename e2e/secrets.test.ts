import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { activate, code, done, ME, qrCode } from './enrolment.ts';
import { codeOf, scan, setupKeyOf } from './phone.ts';
import { Secrets } from './secrets.ts';
import { expect, test } from './test.ts';

/** Nothing else in a browser's memory reads like it. */
const PASSWORD = 'Wortschatz 7391 geheim';
const WRONG = 'Wortschatz 7391 falsch';

const alert = (page: Page) => page.getByRole('alert');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const verification = (page: Page) => page.getByRole('textbox', { name: 'Verification code' });
const overview = (page: Page) => page.getByRole('heading', { name: 'Account security' });
const signInPage = (page: Page) => page.getByRole('heading', { name: 'Sign in', level: 1 });

async function enter(page: Page, password: string, email?: string): Promise<void> {
  if (email) await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await button(page, 'Sign in').click();
}

async function confirm(page: Page, password: string): Promise<void> {
  await page.getByLabel('Password', { exact: true }).fill(password);
  await button(page, 'Continue').click();
}

async function visit(page: Page, ...pages: [link: string, heading: string][]): Promise<void> {
  for (const [link, heading] of pages) {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: link, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
  }
}

async function signOut(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
}

async function scanAndActivate(page: Page): Promise<string> {
  const setupKey = setupKeyOf(await scan(qrCode(page)));
  await code(page).fill(codeOf(setupKey));
  await activate(page).click();
  await expect(done(page)).toBeVisible();
  return setupKey;
}

test('of a person, no secret stays where it was needed', async ({ page, sandbox }) => {
  test.slow(); // A journey through every flow, with a dozen looks at all of the memory.
  await sandbox.addUser({ username: ME, password: PASSWORD, second_factor: 'email' });
  const secrets = await Secrets.watch(page, PASSWORD, WRONG);

  // By password and an e-mailed code, after a wrong one of each; the browser is trusted.
  await page.goto('/authenticators');
  await enter(page, WRONG, ME);
  await expect(alert(page)).toBeVisible();
  expect(await secrets.leaksBesidesTheForm()).toEqual([]);
  await enter(page, PASSWORD);
  await button(page, 'It has letters').click();
  await verification(page).fill('ZQX7W2');
  await expect(alert(page)).toBeVisible();
  // The proof that looking finds what is there.
  expect(await secrets.inMemory()).toEqual(expect.arrayContaining(['code', 'mfa_token', 'typed password']));
  expect(await secrets.leaksBesidesTheForm()).toEqual([]);
  await page.getByRole('checkbox', { name: 'Trust this browser for 90 days' }).check();
  await verification(page).fill((await sandbox.newestMail(ME)).code);
  await button(page, 'Verify').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Authenticator apps');
  expect(await secrets.leaks('signed in')).toEqual([]);

  // An app is set up: with a wrong password, a wrong code, one that the API refuses, and the right one.
  await page.getByRole('main').getByRole('link', { name: 'Set up an authenticator app' }).first().click();
  await confirm(page, WRONG);
  await expect(alert(page)).toBeVisible();
  expect(await secrets.leaksBesidesTheForm()).toEqual([]);
  await confirm(page, PASSWORD);
  await page.getByText('Can’t scan it?').click();
  await code(page).fill(codeOf(setupKeyOf(await scan(qrCode(page))), Date.now() - 86_400_000));
  await activate(page).click();
  await button(page, 'Activate anyway').click();
  await expect(alert(page)).toContainText('did not accept this code');
  expect(await secrets.inMemory()).toEqual(expect.arrayContaining(['code', 'otpauth', 'secret_key']));
  expect(await secrets.leaksBesidesTheForm()).toEqual([]);
  await scanAndActivate(page);
  await visit(page, ['Overview', 'Account security']);
  expect(await secrets.leaks('signed in')).toEqual([]);

  // To a new phone, and around.
  await page.goto('/authenticators/new');
  await confirm(page, PASSWORD);
  await button(page, 'Move to a new phone').click();
  await button(page, 'Remove the old app and continue').click();
  const setupKey = await scanAndActivate(page);
  await visit(page, ['Overview', 'Account security'], ['Trusted devices', 'Trusted devices']);
  await visit(page, ['Activity', 'Security activity'], ['Authenticator apps', 'Authenticator apps']);
  expect(await secrets.leaks('signed in')).toEqual([]);

  // Once more, by the trust in this browser; and by a code of the app, when that is revoked.
  await signOut(page, ME);
  await expect(signInPage(page)).toBeVisible();
  expect(await secrets.leaks('over')).toEqual([]);
  await enter(page, PASSWORD, ME);
  await visit(page, ['Trusted devices', 'Trusted devices']);
  await expect(page.getByText('This browser')).toBeVisible();
  await button(page, 'Revoke').click();
  await button(page, 'Revoke device').click();
  await expect(page.getByText('No browser is trusted')).toBeVisible();
  await signOut(page, ME);
  await enter(page, PASSWORD, ME);
  await verification(page).fill(codeOf(setupKey));
  await expect(overview(page)).toBeVisible();
  expect(await secrets.leaks('signed in')).toEqual([]);

  // Locked, and taken up in place. Only now: the faked clock holds on to all that sets a timer.
  await page.clock.install();
  await page.clock.fastForward(15 * 60_000 + 5_000);
  await expect(page.getByRole('dialog', { name: 'Sign in' })).toBeVisible();
  expect(await secrets.leaks('over')).toEqual([]);
  await enter(page, PASSWORD);
  await verification(page).fill(codeOf(setupKey));
  await expect(overview(page)).toBeVisible();
  await page.reload();
  await expect(overview(page)).toBeVisible();
  expect(await secrets.leaks('signed in')).toEqual([]);
  await signOut(page, ME);
  await expect(signInPage(page)).toBeVisible();
  expect(await secrets.leaks('over')).toEqual([]);
  expect(await secrets.kinds()).toEqual([
    'auth_token',
    'code',
    'fingerprint',
    'mfa_token',
    'otpauth',
    'password',
    'refresh_token',
    'secret_key',
    'typed password',
  ]);
});

test('of support staff, no secret stays, nor gets into a receipt', async ({ page, sandbox }) => {
  // All that staff do, and all storage read after each step of it.
  test.slow();
  const ADMIN = 'staff@example.com';
  const device = { browser: 'Firefox', operating_system: 'Linux', activated_seconds_ago: 60 };
  const { id } = await sandbox.addUser({ username: ME, name: 'Vic O’Tim', key: {}, devices: [device, device] });
  await sandbox.addUser({ username: ADMIN, password: PASSWORD, roles: ['Administrator'] });
  const secrets = await Secrets.watch(page, PASSWORD);

  await page.goto(`/users/${id}`);
  await enter(page, PASSWORD, ADMIN);
  await button(page, 'Revoke').first().click();
  await button(page, 'Revoke 1 device').click();
  const receipt = page.getByRole('region', { name: 'Receipt' });
  await receipt.getByLabel('Ticket').fill('T-42');
  const download = page.waitForEvent('download');
  await button(page, 'Download JSON').click();
  expect(await secrets.isIn(readFileSync(await (await download).path(), 'utf8'))).toBe(false);
  await visit(page, ['Users', 'Users'], ['Revoke access', 'Revoke access for many users']);

  // A job that is cut short is kept, without the session that it ran in.
  await page.getByLabel('Emails or user IDs').fill(ME);
  await button(page, 'Preview').click();
  await page.getByLabel(/Type the number of people/).fill('1');
  await sandbox.addFault({ method: 'DELETE', path: '/api/v1/user/', latency_ms: 10_000 });
  const begun = page.waitForRequest((request) => request.method() === 'DELETE');
  await button(page, 'Revoke for 1 person').click();
  await begun;
  expect(await secrets.leaks('signed in')).toEqual([]);
  await page.goto('/revoke');
  await expect(page.getByText('A revocation was not finished')).toBeVisible();
  expect(await secrets.leaks('signed in')).toEqual([]);
  await signOut(page, ADMIN);
  await button(page, 'Sign out and discard').click();
  await expect(signInPage(page)).toBeVisible();
  expect(await secrets.leaks('over')).toEqual([]);

  await button(page, 'Use an application token instead').click();
  await page.getByLabel('Application token').fill('sandbox-application-token');
  await button(page, 'Sign in').click();
  await expect(overview(page)).toBeVisible();
  await page.reload();
  await expect(overview(page)).toBeVisible();
  expect(await secrets.leaks('signed in')).toEqual([]);
  await button(page, 'Application token').click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(signInPage(page)).toBeVisible();
  expect(await secrets.leaks('over')).toEqual([]);
  expect(await secrets.kinds()).toContain('application_token');
});
