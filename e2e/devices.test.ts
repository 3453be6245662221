import type { Page } from '@playwright/test';
import type { Sandbox } from './sandbox.ts';
import { expect, openSignedIn, test } from './test.ts';

const ME = 'someone@example.com';
const DAY = 86_400;
const DEVICES = [
  { browser: 'Firefox', operating_system: 'Ubuntu', activated_seconds_ago: 89 * DAY + DAY / 2 },
  { browser: 'Safari', operating_system: 'iOS', activated_seconds_ago: 40 * DAY },
  { browser: 'Edge', operating_system: 'Windows', activated_seconds_ago: 95 * DAY },
];
const LIST = '/api/v1/user/my/mfa/trusted_device$';

const row = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });
const names = async (sandbox: Sandbox) => (await sandbox.user(ME)).devices.map(({ browser }) => browser);

async function open(page: Page, sandbox: Sandbox, devices = DEVICES): Promise<void> {
  await sandbox.addUser({ username: ME, devices });
  await openSignedIn(page, ME, '/devices');
}

async function revoke(page: Page, name: string): Promise<void> {
  await row(page, name).getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke device' }).click();
}

test('tells each device by name, since when it is trusted and until when', async ({ page, sandbox }) => {
  await open(page, sandbox);
  await expect(row(page, 'Firefox on Ubuntu')).toContainText(/Trusted since \d+ \w+/);
  await expect(row(page, 'Firefox on Ubuntu')).toContainText('Expires');
  await expect(row(page, 'Edge on Windows')).toContainText(/Expired/);
  await expect(row(page, 'Safari on iOS')).toContainText(/Expires \d+ \w+ \d{4}/);
  await expect(page.getByText('This browser')).toBeHidden();
});

test('revokes one after a dialog that names it, by the call that is documented', async ({ page, sandbox }) => {
  await open(page, sandbox);
  await row(page, 'Safari on iOS').getByRole('button', { name: 'Revoke' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Revoke Safari on iOS?' });
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  expect(await names(sandbox)).toHaveLength(3);

  const deletion = page.waitForRequest((request) => request.method() === 'DELETE');
  await revoke(page, 'Safari on iOS');
  expect((await deletion).url()).toMatch(/\/api\/v1\/user\/my\/mfa\/trusted_device\/\d+$/);
  await expect(row(page, 'Safari on iOS')).toBeHidden();
  await expect.poll(() => names(sandbox)).toEqual(['Firefox', 'Edge']);
});

test('the focus goes on to the next device, and to the heading when none is left', async ({ page, sandbox }) => {
  await open(page, sandbox);
  await revoke(page, 'Firefox on Ubuntu');
  await expect(row(page, 'Safari on iOS').getByRole('button', { name: 'Revoke' })).toBeFocused();
  await expect.poll(() => names(sandbox)).toEqual(['Safari', 'Edge']);
  await revoke(page, 'Edge on Windows');
  await expect(row(page, 'Safari on iOS').getByRole('button', { name: 'Revoke' })).toBeFocused();
  await revoke(page, 'Safari on iOS');
  await expect(page.getByRole('heading', { name: 'Your devices' })).toBeFocused();
});

test('revokes all, and says what that leaves', async ({ page, sandbox }) => {
  await open(page, sandbox);
  await page.getByRole('button', { name: 'Revoke all' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('Safari on iOS');
  await page.getByRole('button', { name: 'Revoke 3 devices' }).click();
  await expect(page.getByText('No browser is trusted')).toBeVisible();
  await expect.poll(() => names(sandbox)).toEqual([]);
});

test('a device leaves the list at once, and comes back with the reason where the API refuses', async ({
  page,
  sandbox,
}) => {
  await open(page, sandbox);
  await sandbox.addFault({
    method: 'DELETE',
    path: '/api/v1/user',
    status: 403,
    latency_ms: 1_500,
    body: { error_code: 1104, error_token: 'Forbidden', message: 'Not for you' },
  });
  await revoke(page, 'Safari on iOS');
  await expect(row(page, 'Safari on iOS')).toBeHidden({ timeout: 1_000 });
  await expect(row(page, 'Safari on iOS')).toBeVisible();
  const alert = page.getByRole('alert').filter({ hasText: 'Safari on iOS was not revoked' });
  await alert.getByText('Details').click();
  await expect(alert).toContainText('Forbidden');
});

for (const [name, fault] of [
  [
    'was revoked by someone else',
    { status: 404, body: { error_code: 1201, error_token: 'NotFound', message: 'gone' }, applied: true },
  ],
  ['was revoked, and the answer got lost', { cut: 'before', times: 'always', applied: true }],
  ['fails at first', { status: 503, times: 2 }],
] as const) {
  test(`a device that ${name} is gone, and nobody is told otherwise`, async ({ page, sandbox }) => {
    await open(page, sandbox);
    await sandbox.addFault({ method: 'DELETE', path: '/api/v1/user', ...fault });
    await revoke(page, 'Safari on iOS');
    await expect(row(page, 'Safari on iOS')).toBeHidden();
    await expect.poll(() => names(sandbox)).toEqual(['Firefox', 'Edge']);
    await expect(page.getByRole('alert')).toBeHidden();
  });
}

test('two tabs may revoke the same device', async ({ page, sandbox, context }) => {
  await open(page, sandbox);
  await expect(row(page, 'Safari on iOS')).toBeVisible();
  const second = await context.newPage();
  await second.goto('/devices');
  await expect(row(second, 'Safari on iOS')).toBeVisible();
  await revoke(page, 'Safari on iOS');
  await revoke(second, 'Safari on iOS');
  await expect(row(second, 'Safari on iOS')).toBeHidden();
  await expect(second.getByRole('alert')).toBeHidden();
});

test.describe('whatever the API answers for the list', () => {
  const device = { id: 1, browser: 'Opera', operating_system: 'Linux', activation_date: '2026-11-01T00:00:00+0000' };

  for (const [name, body, words] of [
    ['an id in a string', [{ ...device, id: '17' }], 'Opera on Linux'],
    ['a date that is none', [{ ...device, activation_date: 'yesterday' }], 'Trusted since an unknown date'],
    ['no date', [{ id: 1, browser: 'Opera' }], 'Opera'],
    ['a date in the year 9999', [{ ...device, activation_date: '9999-12-31T00:00:00Z' }], 'Opera on Linux'],
    ['a date before computers', [{ ...device, activation_date: '0001-01-01T00:00:00Z' }], 'Opera on Linux'],
    ['names that are no text', [{ ...device, browser: 7, operating_system: null }], 'Unknown device'],
    ['the same id twice', [device, device], 'Opera on Linux'],
    ['a row that is nothing', [device, null], '1 device could not be shown'],
    ['markup', [{ ...device, browser: '<img src=x onerror=alert(1)>' }], '<img src=x onerror=alert(1)> on Linux'],
    ['text that runs backwards', [{ ...device, browser: 'Fire\u202efox\u200b' }], 'Firefox on Linux'],
  ] as const) {
    test(`shows what can be shown of ${name}`, async ({ page, sandbox }) => {
      await sandbox.addFault({ path: LIST, status: 200, body, times: 'always' });
      await openSignedIn(page, 'new@example.com', '/devices');
      await expect(page.getByRole('main')).toContainText(words);
      await expect(page.getByRole('listitem').filter({ has: page.getByRole('button') })).toHaveCount(1);
    });
  }

  for (const [name, fault] of [
    ['nothing', { status: 200, body: '' }],
    ['null', { status: 200, body: 'null', headers: { 'Content-Type': 'application/json' } }],
    ['half of it', { status: 200, body: '[{"id":1,"brow' }],
    ['a page of a proxy', { status: 502, body: '<html>Bad gateway</html>' }],
    ['a connection that breaks in the middle', { cut: 'body' }],
    ['403', { status: 403 }],
    ['429 for a while', { status: 429, headers: { 'Retry-After': '60' } }],
  ] as const) {
    test(`says so when it is ${name}, and tries again`, async ({ page, sandbox }) => {
      await sandbox.addFault({ path: LIST, ...fault, times: 'always' });
      await open(page, sandbox);
      await expect(page.getByRole('alert')).toContainText('Your trusted devices could not be shown');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trusted devices');
      await sandbox.clearFaults();
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(row(page, 'Safari on iOS')).toBeVisible();
    });
  }

  test('coming to the page once more reads what failed', async ({ page, sandbox }) => {
    await sandbox.addFault({ path: LIST, status: 409 });
    await open(page, sandbox);
    await expect(page.getByRole('alert')).toContainText('Your trusted devices could not be shown');
    await page.getByRole('link', { name: 'Trusted devices' }).click();
    await expect(row(page, 'Safari on iOS')).toBeVisible();
  });

  for (const fault of [
    { status: 429, headers: { 'Retry-After': '1' } },
    { status: 429, headers: { 'Retry-After': null } },
    { status: 500 },
  ]) {
    test(`asks again by itself after ${JSON.stringify(fault)}`, async ({ page, sandbox }) => {
      await sandbox.addFault({ path: LIST, ...fault });
      await open(page, sandbox);
      await expect(row(page, 'Safari on iOS')).toBeVisible();
    });
  }

  test('gives up after 15 seconds without an answer', async ({ page, sandbox }) => {
    await page.clock.install();
    await sandbox.addFault({ path: LIST, latency_ms: 10_000, times: 'always' });
    await open(page, sandbox);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trusted devices');
    await page.clock.fastForward(16_000);
    await expect(page.getByRole('alert')).toContainText('Your trusted devices could not be shown');
  });

  test('a list of 10,000 opens', async ({ page, sandbox }) => {
    const body = Array.from({ length: 10_000 }, (_, id) => ({ ...device, id: id + 1 }));
    await sandbox.addFault({ path: LIST, status: 200, body, times: 'always' });
    await openSignedIn(page, 'new@example.com', '/devices');
    await expect(page.getByRole('heading', { name: 'Your devices 10,000' })).toBeVisible();
    const rows = page.getByRole('list', { name: 'Trusted devices' }).getByRole('listitem');
    await expect(rows).toHaveCount(30);
    await page.getByRole('button', { name: 'Show more' }).click();
    await expect(rows).toHaveCount(130);
    await expect(page.getByRole('status').filter({ hasText: 'Showing 130 of 10,000' })).toBeVisible();
  });

  test('who shows the last of a list stays in it', async ({ page, sandbox }) => {
    const body = Array.from({ length: 60 }, (_, id) => ({ ...device, id: id + 1 }));
    await sandbox.addFault({ path: LIST, status: 200, body, times: 'always' });
    await openSignedIn(page, 'new@example.com', '/devices');
    await page.getByRole('button', { name: 'Show more' }).press('Enter');
    const list = page.getByRole('list', { name: 'Trusted devices' });
    await expect(list.getByRole('listitem')).toHaveCount(60);
    await expect(list).toBeFocused();
  });
});

test('says at once when the connection is gone, and goes on by itself', async ({ page, sandbox, context }) => {
  await open(page, sandbox);
  await expect(row(page, 'Safari on iOS')).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByText('You are offline.')).toBeVisible();
  await expect(page.getByRole('button', { name: ME })).toBeInViewport({ ratio: 1 });
  await page.getByRole('link', { name: 'Activity', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'This page could not be shown' })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText('You are offline.')).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Security activity' })).toBeVisible();
});
