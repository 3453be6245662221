import type { Page } from '@playwright/test';
import { pathOf } from './chain.ts';
import { expect, holdBack, openSignedIn, signIn, test } from './test.ts';

const card = (page: Page, name: string) => page.getByRole('region', { name });

test('tells the state of an account at one look, and one next step', async ({ page, sandbox }) => {
  await sandbox.addUser({
    username: 'someone@example.com',
    keys: [{ status: 'pending' }],
    devices: [
      { browser: 'Firefox', operating_system: 'Ubuntu', activated_seconds_ago: 86_400 },
      { browser: 'Edge', operating_system: 'Windows', activated_seconds_ago: 91 * 86_400 },
    ],
    events: [{ type: 6, description: 'Authentication failed from 192.0.2.1', seconds_ago: 7_200, alert: true }],
  });
  await openSignedIn(page, 'someone@example.com');
  await expect(card(page, 'No authenticator app')).toContainText(
    'emnify may send codes to your email; an app is safer.',
  );
  await expect(page.getByRole('link', { name: 'Set up an authenticator app' })).toHaveCount(1);
  await expect(card(page, 'Authenticator apps')).toContainText('0 active');
  await expect(card(page, 'Authenticator apps')).toContainText('1 set-up is unfinished');
  await expect(card(page, 'Trusted devices')).toContainText('1 skips the code');
  await expect(card(page, 'Latest activity').getByRole('listitem').first()).toContainText(
    'Authentication failed from 192.0.2.1',
  );
  await expect(card(page, 'Latest activity').getByRole('listitem').first()).toContainText('2 hours ago');
});

for (const [part, path, failed, works] of [
  ['the person', '/api/v1/user/my$', 'Your account could not be shown', 'No browser is trusted'],
  [
    'the devices',
    '/api/v1/user/my/mfa/trusted_device$',
    'Your trusted devices could not be shown',
    'No authenticator app',
  ],
  ['the events', '/api/v1/user/my/event', 'Your activity could not be shown', 'No authenticator app'],
] as const) {
  test(`goes on without ${part}, and gets it later`, async ({ page, sandbox }) => {
    await sandbox.addFault({ path, status: 422, body: 'null', times: 'always' });
    await openSignedIn(page, 'new@example.com');
    await expect(page.getByText(works)).toBeVisible();
    const alert = page.getByRole('alert').filter({ hasText: failed });
    await alert.getByText('Details').click();
    await expect(alert).toContainText('422');
    await sandbox.clearFaults();
    await alert.getByRole('button', { name: 'Try again' }).click();
    await expect(alert).toBeHidden();
  });
}

test('tells once what kept all parts away, and gets them all', async ({ page, sandbox }) => {
  await sandbox.addFault({ path: '/api/v1/user/my', status: 403, times: 'always' });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(pathOf(request)));
  const letPageCome = await holdBack(page, 'OverviewPage');
  const lastAnswer = page.waitForResponse('**/api/v1/user/my/event*');
  await signIn(page, 'new@example.com');
  await lastAnswer;
  letPageCome();
  await expect(page.getByRole('alert')).toHaveCount(1);
  await expect(page.getByRole('alert')).toContainText('Your account could not be shown');
  await sandbox.clearFaults();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(card(page, 'No authenticator app')).toBeVisible();
  await expect(card(page, 'Trusted devices')).toContainText('0 skip the code');
  await expect(card(page, 'Latest activity')).toBeVisible();
  await expect(page.getByRole('alert')).toBeHidden();
  // Once, and once more as it was asked for.
  expect(asked.filter((path) => path === '/api/v1/user/my')).toHaveLength(2);
});

test('asks who one is on the next page where the first could not tell', async ({ page, sandbox }) => {
  await sandbox.addFault({ path: '/api/v1/user/my$', status: 403, times: 'always' });
  await openSignedIn(page, 'admin@example.com', '/devices');
  await expect(page.getByRole('region', { name: 'Your devices' })).toBeVisible();
  await sandbox.clearFaults();
  const main = page.getByRole('navigation', { name: 'Main' });
  await expect(main.getByRole('link', { name: 'Users' })).toBeHidden();
  await main.getByRole('link', { name: 'Activity' }).click();
  await expect(main.getByRole('link', { name: 'Users' })).toBeVisible();
});

test('a page asks again for what failed on the one before, and is given it however slowly it comes', async ({
  page,
  sandbox,
}) => {
  const path = '/api/v1/user/my/mfa/trusted_device$';
  await sandbox.addFault({ path, status: 422 });
  await sandbox.addFault({ path, latency_ms: 500 });
  await openSignedIn(page, 'new@example.com');
  await expect(page.getByRole('alert')).toContainText('Your trusted devices could not be shown');
  let asked = 0;
  page.on('request', (request) => {
    if (pathOf(request).endsWith('/trusted_device')) asked += 1;
  });
  await page.getByRole('link', { name: 'Trusted devices' }).click();
  await expect(page.getByText('No browser is trusted')).toBeVisible();
  expect(asked).toBe(1);
});

test('asks a workspace for nothing of its own again', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Use an application token instead' }).click();
  await page.getByLabel('Application token').fill('sandbox-application-token');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('An application token stands for a workspace')).toBeVisible();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(pathOf(request)));
  await page.getByRole('link', { name: 'Revoke access', exact: true }).click();
  await expect(page.getByLabel('Emails or user IDs')).toBeVisible();
  expect(asked.filter((path) => path.startsWith('/api/'))).toEqual([]);
  await page.getByLabel('Emails or user IDs').fill('app@example.com');
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.getByRole('heading', { name: 'Revoke for 1 person' })).toBeVisible();
  await page.getByRole('link', { name: 'Users', exact: true }).click();
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page.getByRole('region', { name: 'Security activity' })).toBeVisible();
  expect(asked).not.toContain('/api/v1/user/my');
});

test('claims nothing that it can’t know', async ({ page, sandbox }) => {
  const answers = {
    '/api/v1/user/my$': { id: 4, username: 'new@example.com', mfa: [null] },
    '/api/v1/user/my/mfa/trusted_device': [{ id: 4, browser: 'Opera' }],
    '/api/v1/user/my/event': [{ description: 'no id' }],
  };
  for (const [path, body] of Object.entries(answers))
    await sandbox.addFault({ path, status: 200, body, times: 'always' });
  await openSignedIn(page, 'new@example.com');
  await expect(card(page, 'Your authenticator app could not be read')).toBeVisible();
  await expect(card(page, 'Authenticator apps')).toContainText('1 could not be shown');
  await expect(card(page, 'Trusted devices')).toContainText('1 skips the code');
  await expect(card(page, 'Trusted devices')).not.toContainText('No browser is trusted');
  await expect(card(page, 'Latest activity')).toContainText('1 event could not be shown.');
  await expect(page.getByText('No authenticator app', { exact: true })).toBeHidden();
  await expect(page.getByText('Nothing has happened')).toBeHidden();
});

test('Try again keeps the place of who pressed it', async ({ page, sandbox }) => {
  await sandbox.addFault({ path: '/api/v1/user/my/event', status: 403, times: 'always' });
  await openSignedIn(page, 'new@example.com', '/activity');
  await page.getByRole('button', { name: 'Try again' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByRole('alert')).toBeVisible();
});

test.describe('the activity', () => {
  const events = Array.from({ length: 60 }, (_, number) => ({
    type: [6, 13, 14, 3][number % 4] ?? 3,
    description: `Event number ${number}`,
    seconds_ago: number * 3_600,
  }));

  test('comes newest first, a page at a time', async ({ page, sandbox }) => {
    await sandbox.addUser({ username: 'someone@example.com', events });
    await openSignedIn(page, 'someone@example.com', '/activity');
    const rows = page.getByRole('list', { name: 'Events' }).getByRole('listitem');
    await expect(rows).toHaveCount(25);
    await expect(rows.first()).toContainText('Event number 0');
    await page.getByRole('button', { name: 'Load more' }).click();
    await expect(rows).toHaveCount(50);
    await sandbox.addFault({ path: '/api/v1/user/my/event', status: 403 });
    await page.getByRole('button', { name: 'Load more' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(rows).toHaveCount(50);
    await page.getByRole('button', { name: 'Load more' }).click();
    await expect(rows).toHaveCount(60);
    await expect(page.getByRole('button', { name: 'Load more' })).toBeHidden();
    await expect(page.locator(':focus')).toContainText('Event number 59');
  });

  test('is filtered by kind, in the address', async ({ page, sandbox }) => {
    await sandbox.addUser({ username: 'someone@example.com', events });
    await openSignedIn(page, 'someone@example.com', '/activity');
    const rows = page.getByRole('list', { name: 'Events' }).getByRole('listitem');
    await expect(rows.first()).toBeVisible();
    const request = page.waitForRequest((sent) => sent.url().includes('/event?'));
    await page.getByLabel('Show').selectOption('Failed sign-ins');
    expect(new URL((await request).url()).searchParams.get('q')).toBe('type:6');
    expect(new URL((await request).url()).searchParams.get('sort')).toBe('-timestamp');
    await expect(rows).toHaveCount(15);
    await expect(page).toHaveURL('/activity?kind=sign-in-failed');
    await page.getByLabel('Show').selectOption('The rest');
    await expect(rows.filter({ hasText: 'Sign-in failed' })).toHaveCount(0);
    await expect(rows.first()).toContainText('Event number 3');
  });

  test('says that nothing happened, which is a good sign', async ({ page, sandbox }) => {
    await sandbox.addFault({ path: '/api/v1/user/my/event', status: 200, body: [], times: 'always' });
    await openSignedIn(page, 'new@example.com', '/activity');
    await expect(page.getByText('Nothing has happened, which is a good sign')).toBeVisible();
    await page.getByLabel('Show').selectOption('Multi-factor authentication');
    await expect(page.getByText('Nothing of this kind has happened')).toBeVisible();
  });
});
