import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Sandbox } from './sandbox.ts';
import { expect, openSignedIn, test } from './test.ts';

const THEM = 'victim@example.com';
const device = (browser: string) => ({ browser, operating_system: 'Linux', activated_seconds_ago: 3_600 });
const row = (page: Page, name: string) =>
  page
    .getByRole('listitem')
    .filter({ hasText: name })
    .filter({ has: page.getByRole('button') });

async function open(page: Page, sandbox: Sandbox, by: 'id' | 'email' = 'id') {
  const them = await sandbox.addUser({
    username: THEM,
    name: 'Vic O’Tim',
    key: {},
    devices: [device('Firefox'), device('Chrome'), device('Opera')],
  });
  await openSignedIn(page, 'admin@example.com', `/users/${by === 'id' ? them.id : THEM}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vic O’Tim');
  await expect(row(page, 'Firefox on Linux')).toBeVisible();
  return them;
}

const devicesOf = async (sandbox: Sandbox) => (await sandbox.user(THEM)).devices.map(({ browser }) => browser);

test('tells who it is, by number and by e-mail', async ({ page, sandbox }) => {
  const { id } = await open(page, sandbox, 'email');
  await expect(page.getByRole('main')).toContainText(THEM);
  await expect(page.getByRole('main')).toContainText(String(id));
  await expect(page.getByRole('main')).toContainText('Example Industries');
  await expect(page.getByRole('button', { name: 'Copy email' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copy name' })).toBeVisible();
});

test('a copy button stands beside what it copies, however narrow the page is @full', async ({ page, sandbox }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page, sandbox);
  const button = page.getByRole('button', { name: 'Copy email' });
  // Some of these end where the line does.
  for (let length = 16; length <= 40; length += 2) {
    const email = `${'v'.repeat(length)}@example.com`;
    await sandbox.addUser({ username: email });
    await page.goto(`/users/${email}`);
    const text = page.getByRole('main').locator('header bdi', { hasText: email }).last();
    await expect(text).toBeVisible();
    const lastLine = await text.evaluate((bdi) => [...bdi.getClientRects()].at(-1)?.bottom ?? 0);
    const box = await button.boundingBox();
    expect(box?.y).toBeLessThan(lastLine);
  }
});

test('one device goes, after a dialog that names the person, and a receipt says so', async ({
  page,
  sandbox,
  context,
}) => {
  await context.grantPermissions(['clipboard-write']);
  const { id } = await open(page, sandbox);
  await row(page, 'Chrome on Linux').getByRole('button', { name: 'Revoke' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Revoke 1 device of Vic O’Tim?' });
  await expect(dialog).toContainText(THEM);
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  const deletion = page.waitForRequest((request) => request.method() === 'DELETE');
  await dialog.getByRole('button', { name: 'Revoke 1 device' }).click();
  expect((await deletion).url()).toMatch(new RegExp(`/api/v1/user/${id}/mfa/trusted_device/\\d+$`));

  const receipt = page.getByRole('region', { name: 'Receipt' });
  await expect(receipt).toContainText('1 item was revoked.');
  await expect(receipt).toContainText('Chrome on Linux: revoked');
  await expect(receipt).toContainText('admin@example.com');
  await receipt.getByLabel('Ticket').fill('T-42');
  await receipt.getByRole('button', { name: 'Copy' }).click();
  await expect(receipt.getByRole('button', { name: 'Copied' })).toBeVisible();
  const download = page.waitForEvent('download');
  await receipt.getByRole('button', { name: 'Download CSV' }).click();
  const csv = readFileSync(await (await download).path(), 'utf8');
  expect(csv).toContain(`"T-42","admin@example.com","${id}","${THEM}","Vic O’Tim","Chrome on Linux"`);
  expect(await devicesOf(sandbox)).toEqual(['Firefox', 'Opera']);

  await row(page, 'Opera on Linux').getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke 1 device' }).click();
  await expect(receipt).toContainText('Opera on Linux: revoked');
  await expect(receipt).toContainText('Chrome on Linux: revoked');
  await expect(receipt).toContainText(`User ID ${id}`);
  await expect(receipt.getByRole('heading', { name: 'Receipt' })).toBeFocused();
  await expect(receipt.getByLabel('Ticket')).toHaveValue('T-42');
});

test('some devices are selected by keyboard, and only they go', async ({ page, sandbox }) => {
  await open(page, sandbox);
  await row(page, 'Firefox on Linux').getByRole('checkbox').focus();
  await page.keyboard.press('Space');
  await row(page, 'Opera on Linux').getByRole('checkbox').press('Space');
  await page.getByRole('button', { name: 'Revoke selected' }).press('Enter');
  await page.getByRole('button', { name: 'Revoke 2 devices' }).press('Enter');
  await expect(page.getByRole('region', { name: 'Receipt' })).toContainText('2 items were revoked.');
  expect(await devicesOf(sandbox)).toEqual(['Chrome']);
});

test('all devices go, and the key stays, with a word on that', async ({ page, sandbox }) => {
  await open(page, sandbox);
  await page.getByRole('button', { name: 'Revoke all devices' }).click();
  await page.getByRole('button', { name: 'Revoke 3 devices' }).click();
  await expect(page.getByText('No browser is trusted')).toBeVisible();
  expect((await sandbox.user(THEM)).mfa).toHaveLength(1);
});

test('a removed key says that trusted devices still open the account', async ({ page, sandbox }) => {
  await open(page, sandbox);
  await page.getByRole('button', { name: 'Remove key' }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('Trusted devices still sign in without a code.');
  await dialog.getByRole('button', { name: 'Remove key' }).click();
  await expect(page.getByText('No authenticator app', { exact: true })).toBeVisible();
  expect(await devicesOf(sandbox)).toHaveLength(3);
});

test('a reset takes keys and devices together', async ({ page, sandbox }) => {
  await open(page, sandbox);
  await page.getByRole('button', { name: 'Reset second factor' }).click();
  await page.getByRole('button', { name: 'Reset and revoke 4 items' }).click();
  await expect(page.getByRole('region', { name: 'Receipt' })).toContainText('4 items were revoked.');
  expect(await devicesOf(sandbox)).toEqual([]);
  expect((await sandbox.user(THEM)).mfa ?? []).toEqual([]);
  await expect(page.getByRole('button', { name: 'Reset second factor' })).toBeDisabled();
});

for (const [name, confirm] of [
  ['Reset second factor', 'Reset and revoke 2 items'],
  ['Revoke all devices', 'Revoke 1 device'],
] as const) {
  test(`${name} takes what the page did not know of too`, async ({ page, sandbox }) => {
    const them = await sandbox.addUser({
      username: THEM,
      key: {},
      devices: ['Firefox', 'Chrome', 'Opera'].map(device),
    });
    const path = `/api/v1/user/${them.id}/mfa/trusted_device`;
    await sandbox.addFault({ method: 'GET', path, status: 200, body: them.devices.slice(0, 1) });
    await openSignedIn(page, 'admin@example.com', `/users/${them.id}`);
    await page.getByRole('button', { name }).click();
    await page.getByRole('button', { name: confirm }).click();
    const receipt = page.getByRole('region', { name: 'Receipt' });
    for (const browser of ['Firefox', 'Chrome', 'Opera'])
      await expect(receipt).toContainText(`${browser} on Linux: revoked`);
    expect(await devicesOf(sandbox)).toEqual([]);
  });
}

test('where the list can’t be read again, the receipt says so', async ({ page, sandbox }) => {
  const { id } = await open(page, sandbox);
  await sandbox.addFault({ method: 'GET', path: `/api/v1/user/${id}/mfa/`, status: 403, times: 'always' });
  await page.getByRole('button', { name: 'Revoke all devices' }).click();
  await page.getByRole('button', { name: 'Revoke 3 devices' }).click();
  const receipt = page.getByRole('region', { name: 'Receipt' });
  await expect(receipt).toContainText('3 items were revoked.');
  await expect(receipt).toContainText('could not tell whether anything else is left');
});

test('what failed can be tried again from the receipt', async ({ page, sandbox }) => {
  const { id } = await open(page, sandbox);
  await sandbox.addFault({ method: 'DELETE', path: `/api/v1/user/${id}/mfa/trusted_device/*`, status: 409 });
  await page.getByRole('button', { name: 'Revoke all devices' }).click();
  await page.getByRole('button', { name: 'Revoke 3 devices' }).click();
  const receipt = page.getByRole('region', { name: 'Receipt' });
  await receipt.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke 1 device' }).click();
  await expect(receipt).toContainText('3 items were revoked.');
  await expect(receipt).not.toContainText('still there');
  expect(await devicesOf(sandbox)).toEqual([]);
});

test('a role that is taken away is told on the receipt, and changes nothing else on the page', async ({
  page,
  sandbox,
}) => {
  await open(page, sandbox);
  await sandbox.changeUser('admin@example.com', { roles: ['Observer'] });
  await page.getByRole('button', { name: 'Revoke all devices' }).click();
  await page.getByRole('button', { name: 'Revoke 3 devices' }).click();
  await expect(page.getByRole('region', { name: 'Receipt' })).toContainText('only SuperAdmin and Administrator may');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vic O’Tim');
});

test('a person who is not there is a page of its own, with a way back', async ({ page }) => {
  await openSignedIn(page, 'admin@example.com', '/users/nobody@example.com');
  await expect(page.getByText('Nobody found for nobody@example.com')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.getByRole('link', { name: 'Search users' }).click();
  await expect(page.getByRole('heading', { name: 'Users', level: 1 })).toBeVisible();
});

test('the heading has the focus after a failure that was the whole page', async ({ page, sandbox }) => {
  const { id } = await sandbox.addUser({ username: THEM, name: 'Vic O’Tim' });
  await sandbox.addFault({ path: `/api/v1/user/${id}$`, status: 409 });
  await openSignedIn(page, 'admin@example.com', `/users/${id}`);
  await page.getByRole('button', { name: 'Try again' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Vic O’Tim', level: 1 })).toBeFocused();
});

test('what the API refuses stays, with its reason on the receipt', async ({ page, sandbox }) => {
  const { id } = await open(page, sandbox);
  const body = { error_code: 1406, error_token: 'NotAllowed', message: 'MFA is enforced' };
  await sandbox.addFault({ method: 'DELETE', path: `/api/v1/user/${id}/mfa/*`, status: 409, body, times: 'always' });
  await page.getByRole('button', { name: 'Remove key' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove key' }).click();
  const receipt = page.getByRole('region', { name: 'Receipt' });
  await expect(receipt.getByRole('alert')).toContainText('1 item is still there.');
  await expect(receipt).toContainText('MFA is enforced, 409 NotAllowed');
});

test('what someone else deleted a moment ago counts as done', async ({ page, sandbox, context }) => {
  const { id } = await open(page, sandbox);
  const colleague = await context.newPage();
  await colleague.goto(`/users/${id}`);
  await expect(row(colleague, 'Firefox on Linux')).toBeVisible();
  await page.getByRole('button', { name: 'Revoke all devices' }).click();
  await page.getByRole('button', { name: 'Revoke 3 devices' }).click();
  await expect(page.getByText('No browser is trusted')).toBeVisible();
  await row(colleague, 'Firefox on Linux').getByRole('button', { name: 'Revoke' }).click();
  await colleague.getByRole('alertdialog').getByRole('button', { name: 'Revoke 1 device' }).click();
  await expect(colleague.getByRole('region', { name: 'Receipt' })).toContainText('1 item was revoked.');
});

test('a 403 is explained with the roles that may, and the rest of the page works', async ({ page, sandbox }) => {
  const { id } = await open(page, sandbox);
  await sandbox.addFault({ path: `/api/v1/user/${id}/mfa/trusted_device$`, status: 403, times: 'always' });
  await page.reload();
  await expect(page.getByText('Only the roles SuperAdmin and Administrator may')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove key' })).toBeVisible();
});

test('a supporter goes from the search to the receipt by keyboard alone', async ({ page, sandbox }) => {
  await sandbox.addUser({ username: THEM, name: 'Vic O’Tim', devices: [device('Firefox')] });
  await openSignedIn(page, 'admin@example.com', '/users');
  await expect(page.getByRole('rowheader').first()).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type(THEM);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vic O’Tim');
  const to = async (name: string) => {
    for (let turn = 0; turn < 60; turn += 1) {
      await page.keyboard.press('Tab');
      if (
        await page
          .getByRole('button', { name, exact: true })
          .first()
          .evaluate((button) => button === document.activeElement)
      )
        return;
    }
    throw new Error(`Tab does not reach ${name}`);
  };
  await expect(row(page, 'Firefox on Linux')).toBeVisible();
  await to('Revoke');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Receipt' })).toContainText('1 item was revoked.');
  expect(await devicesOf(sandbox)).toEqual([]);
});

test('a dialog that does not fit opens where it says whose access goes', async ({ page, sandbox }) => {
  await open(page, sandbox);
  await page.setViewportSize({ width: 320, height: 256 });
  await page.getByRole('button', { name: 'Revoke all devices' }).click();
  const heading = page.getByRole('alertdialog').getByRole('heading');
  await expect(heading).toBeFocused();
  await expect(heading).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('alertdialog').getByRole('button', { name: 'Revoke 3 devices' })).not.toBeInViewport();
});

test('its buttons stay in view where there is room for them', async ({ page, sandbox }) => {
  await open(page, sandbox);
  await page.setViewportSize({ width: 320, height: 500 });
  await page.getByRole('button', { name: 'Reset second factor' }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog.getByRole('heading')).toBeFocused();
  expect(await dialog.evaluate(({ scrollTop }) => scrollTop)).toBe(0);
  expect(await dialog.evaluate(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight)).toBe(true);
  await expect(dialog.getByRole('button').last()).toBeInViewport({ ratio: 1 });
});

test('the activity is shown by kind, and the address keeps it', async ({ page, sandbox }) => {
  await sandbox.addUser({
    username: THEM,
    events: [
      { type: 6, description: 'a wrong password' },
      { type: 0, description: 'something else' },
    ],
  });
  await openSignedIn(page, 'admin@example.com', `/users/${THEM}`);
  const events = page.getByRole('region', { name: 'Security activity' });
  await expect(events).toContainText('something else');
  await events.getByLabel('Show').focus();
  await events.getByLabel('Show').selectOption('Failed sign-ins');
  await expect(events).not.toContainText('something else');
  await expect(events).toContainText('a wrong password');
  await expect(events.getByLabel('Show')).toBeFocused();
  await page.reload();
  await expect(events).toContainText('a wrong password');
  await events.getByLabel('Show').selectOption('Support access');
  await expect(events).toContainText('Nothing of this kind has happened');
});

test('a kind of activity that failed is read anew when it is chosen again', async ({ page, sandbox }) => {
  const { id } = await open(page, sandbox);
  const kind = page.getByLabel('Show');
  await sandbox.addFault({ path: `/api/v1/user/${id}/event`, status: 409 });
  await kind.selectOption('mfa');
  await expect(page.getByText('The activity could not be shown')).toBeVisible();
  await kind.selectOption('');
  await expect(page.getByText('The activity could not be shown')).toBeHidden();
  const answer = page.waitForResponse(`**/api/v1/user/${id}/event?*`);
  await kind.selectOption('mfa');
  expect((await answer).status()).toBe(200);
  await expect(page.getByText('The activity could not be shown')).toBeHidden();
});

test('on paper stand the receipt and its ticket, and nothing else', async ({ page, sandbox }) => {
  await open(page, sandbox);
  await page.getByRole('button', { name: 'Remove key' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove key' }).click();
  await page.getByLabel('Ticket').fill('T-42');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Ticket: T-42')).toBeVisible();
  await expect(page.getByLabel('Ticket')).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Vic O’Tim', level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Trusted devices' })).toBeHidden();
});

test('one’s own account says that it is', async ({ page }) => {
  await openSignedIn(page, 'admin@example.com', '/users/admin@example.com');
  await expect(page.getByText('This is your own account.')).toBeVisible();
});

test('one’s own account says so also where it could not be read', async ({ page, sandbox }) => {
  const { id } = await sandbox.user('admin@example.com');
  await sandbox.addFault({ path: '/api/v1/user/my$', status: 409, times: 'always' });
  await openSignedIn(page, 'admin@example.com', `/users/${id}`);
  await expect(page.getByText('This is your own account.')).toBeVisible();
});
