import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Sandbox } from './sandbox.ts';
import { expect, openSignedIn, test } from './test.ts';

const ADMIN = 'admin@example.com';
const list = (page: Page) => page.getByLabel('Emails or user IDs');
const done = (page: Page) => page.getByRole('heading', { name: 'Done' });
const email = (number: number) => `victim.${number}@example.com`;

async function addVictims(sandbox: Sandbox, count: number): Promise<string[]> {
  const emails = Array.from({ length: count }, (_, number) => email(number));
  const device = { operating_system: 'Linux', activated_seconds_ago: 60 };
  await Promise.all(
    emails.map((username) =>
      sandbox.addUser({
        username,
        key: {},
        devices: [
          { ...device, browser: 'Firefox' },
          { ...device, browser: 'Opera' },
        ],
      }),
    ),
  );
  return emails;
}

async function preview(page: Page, lines: string[]): Promise<void> {
  await list(page).fill(lines.join('\n'));
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.getByRole('heading', { name: 'What the list says' })).toBeVisible();
}

async function revokeFor(page: Page, people: number): Promise<void> {
  await page.getByLabel(/Type the number of people/).fill(String(people));
  await page.getByRole('button', { name: new RegExp(`Revoke for ${people} p`) }).click();
}

async function lookAtAnotherPage(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Trusted devices' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trusted devices');
  await page.getByRole('link', { name: 'Revoke access' }).click();
}

const left = async (sandbox: Sandbox, emails: string[]) => {
  const users = await Promise.all(emails.map((username) => sandbox.user(username)));
  return users.reduce((sum, { devices, mfa }) => sum + devices.length + (mfa?.length ?? 0), 0);
};

test('a list is previewed, confirmed by its number, and revoked, with a receipt', async ({ page, sandbox }) => {
  const emails = await addVictims(sandbox, 6);
  await openSignedIn(page, ADMIN, '/revoke');
  await preview(page, [
    'email,why',
    ...emails.map((username) => `${username},stolen`),
    `${email(0)},again`,
    'nobody@example.com,x',
    `${ADMIN},x`,
  ]);
  const totals = page.getByRole('region', { name: 'What the list says' });
  await expect(totals).toContainText('6 people were found.');
  await expect(totals).toContainText('1 line names nobody that you can see.');
  await expect(totals).toContainText('1 line names somebody twice.');
  await expect(totals.getByRole('heading')).toBeFocused();
  const lines = page.getByRole('region', { name: 'Line by line' }).getByRole('row');
  await expect(lines.nth(1)).toContainText('Twice, see line 2');
  await expect(lines.nth(3)).toContainText('Your own account');
  await expect(totals).toContainText('for 6 of 6: 12 trusted devices, 6 authenticator apps');
  await expect(page.getByRole('checkbox', { name: 'Include my own account' })).not.toBeChecked();

  await page.getByLabel(/Type the number of people/).fill('5');
  await expect(page.getByRole('button', { name: 'Revoke for 6 people' })).toBeDisabled();
  await revokeFor(page, 6);
  await expect(done(page)).toBeVisible();
  await expect(page.getByRole('main')).toContainText('18 items revoked');
  expect(await left(sandbox, emails)).toBe(0);
  expect((await sandbox.user(ADMIN)).devices).toEqual([]);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  const csv = readFileSync(await (await download).path(), 'utf8');
  expect(csv.trim().split('\r\n')).toHaveLength(21);
  expect(csv).toContain('"nobody@example.com,x"');
  expect(csv).toContain(`"${email(5)}"`);
});

test('only devices, or only keys, go where that is chosen', async ({ page, sandbox }) => {
  const emails = await addVictims(sandbox, 1);
  await openSignedIn(page, ADMIN, '/revoke');
  await preview(page, emails);
  await page.getByLabel('What to revoke').selectOption('Trusted devices');
  await revokeFor(page, 1);
  await expect(done(page)).toBeVisible();
  const { devices, mfa } = await sandbox.user(email(0));
  expect([devices.length, mfa?.length]).toEqual([0, 1]);
});

test('lines that name nobody are told by their number, and nothing typed is lost', async ({ page }) => {
  await openSignedIn(page, ADMIN, '/revoke');
  await list(page).fill('app@example.com\nnot a person\n');
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.getByRole('alert')).toContainText('1 line can’t be used');
  await expect(page.getByRole('alert')).toContainText('Line 2 has no email and no user ID: not a person');
  await expect(list(page)).toHaveValue('app@example.com\nnot a person\n');
  await page.getByRole('button', { name: 'Leave this line out' }).click();
  await expect(page.getByRole('heading', { name: 'Revoke for 1 person' })).toBeVisible();
});

test('a list is there after a look at another page, until it is begun', async ({ page, sandbox }) => {
  const emails = await addVictims(sandbox, 1);
  await openSignedIn(page, ADMIN, '/revoke');
  await preview(page, emails);
  await lookAtAnotherPage(page);
  await expect(list(page)).toHaveValue(email(0));
  await page.getByRole('button', { name: 'Preview' }).click();
  await revokeFor(page, 1);
  await expect(done(page)).toBeVisible();
  await lookAtAnotherPage(page);
  await expect(list(page)).toHaveValue('');
});

test('a file can be chosen by keyboard', async ({ page }) => {
  await openSignedIn(page, ADMIN, '/revoke');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).press('Enter');
  await (await chooser).setFiles({
    name: 'list.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('email\napp@example.com'),
  });
  await expect(list(page)).toHaveValue('email\napp@example.com');
});

test('what the API refuses is on the receipt, and can be retried', async ({ page, sandbox }) => {
  const emails = await addVictims(sandbox, 2);
  const body = { error_code: 1406, error_token: 'NotAllowed', message: 'enforced' };
  await sandbox.addFault({
    method: 'DELETE',
    path: '/api/v1/user/*/mfa/trusted_device/*',
    status: 409,
    body,
    times: 2,
  });
  await openSignedIn(page, ADMIN, '/revoke');
  await preview(page, emails);
  await revokeFor(page, 2);
  await expect(done(page)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Receipt' })).toContainText('failed, enforced, 409 NotAllowed');
  await expect(page.getByRole('region', { name: 'Receipt' })).toContainText('2 failed.');
  await page.getByRole('button', { name: 'Retry failed' }).click();
  await expect(page.getByRole('button', { name: 'Retry failed' })).toBeHidden();
  await expect(done(page)).toBeVisible();
  expect(await left(sandbox, emails)).toBe(0);
});

test('it survives limits, errors and a token that ends', async ({ page, sandbox }) => {
  const emails = await addVictims(sandbox, 8);
  await openSignedIn(page, ADMIN, '/revoke');
  await preview(page, emails);
  await sandbox.addFault({
    method: 'DELETE',
    path: '/api/v1/user/',
    status: 429,
    headers: { 'Retry-After': '1' },
    times: 2,
    skip: 3,
  });
  await sandbox.addFault({ method: 'DELETE', path: '/api/v1/user/', cut: 'before', applied: true, times: 2, skip: 6 });
  await sandbox.addFault({ method: 'GET', path: '/api/v1/user/', status: 503, times: 3, skip: 4 });
  await sandbox.advance(241 * 60);
  await revokeFor(page, 8);
  await expect(done(page)).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('main')).toContainText('8 of 8 people');
  await expect(page.getByRole('button', { name: 'Retry failed' })).toBeHidden();
  expect(await left(sandbox, emails)).toBe(0);
});

test.describe('a job that is cut short', () => {
  async function beginSlowly(page: Page, sandbox: Sandbox): Promise<string[]> {
    const emails = await addVictims(sandbox, 12);
    await openSignedIn(page, ADMIN, '/revoke');
    await preview(page, emails);
    await sandbox.set({ latency_ms: 150 });
    await revokeFor(page, 12);
    await expect(page.getByRole('main')).toContainText(/[1-9] of 12 people/);
    return emails;
  }

  test('pauses, goes on, and stops', async ({ page, sandbox }) => {
    await beginSlowly(page, sandbox);
    await page.getByRole('button', { name: 'Pause' }).dblclick();
    await expect(page.getByRole('heading', { name: 'Paused' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Go on' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Pause' })).toBeFocused();
    await page.getByRole('button', { name: 'Stop' }).click();
    await expect(page.getByRole('heading', { name: 'Stopped' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Receipt' })).toContainText('not done');
  });

  test('asks before it is left, and is offered again to the same person alone', async ({ page, sandbox }) => {
    const emails = await beginSlowly(page, sandbox);
    await page.getByRole('link', { name: 'Overview' }).click();
    await page.getByRole('button', { name: 'Stay' }).click();
    await page.getByRole('link', { name: 'Overview' }).click();
    await page.getByRole('button', { name: 'Stop and leave' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Account security');
    await page.goto('/revoke');
    await expect(page.getByText('A revocation was not finished')).toBeVisible();
    // A page that was loaded is read from its top.
    await expect(page.getByRole('heading', { level: 1 })).not.toBeFocused();
    await page.getByRole('button', { name: 'Show the receipt' }).click();
    await expect(page.getByRole('region', { name: 'Receipt' })).toContainText('not done');
    await sandbox.set({ latency_ms: 0 });
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(done(page)).toBeVisible();
    expect(await left(sandbox, emails)).toBe(0);
    await page.goto('/revoke');
    await expect(list(page)).toBeVisible();
    await expect(page.getByText('A revocation was not finished')).toBeHidden();
  });

  test('is not thrown away where nobody could tell at first whose it is', async ({ page, sandbox }) => {
    const emails = await beginSlowly(page, sandbox);
    await page.goto('about:blank');
    await sandbox.set({ latency_ms: 0 });
    await sandbox.addFault({ path: '/api/v1/user/my$', status: 200, body: 'cut sho' });
    await page.goto('/revoke');
    await preview(page, ['new@example.com']);
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
    await revokeFor(page, 1);
    await expect(page.getByText('Another revocation of yours is not finished.')).toBeVisible();
    await page.getByRole('button', { name: 'Another list' }).click();
    await expect(page.getByText('A revocation was not finished')).toBeVisible();
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(done(page)).toBeVisible();
    expect(await left(sandbox, emails)).toBe(0);
    await page.getByRole('button', { name: 'Another list' }).click();
    await expect(list(page)).toHaveValue('new@example.com');
  });

  test('is offered when it is known whose it is, and what was typed until then is there afterwards', async ({
    page,
    sandbox,
  }) => {
    await beginSlowly(page, sandbox);
    await page.goto('about:blank');
    await sandbox.set({ latency_ms: 0 });
    await sandbox.addFault({ path: '/api/v1/user/my$', latency_ms: 1_500 });
    await page.goto('/revoke');
    await list(page).fill('zoe@example.com');
    await expect(page.getByText('A revocation was not finished')).toBeVisible();
    const heading = page.getByRole('heading', { level: 1 });
    await expect(heading).toBeFocused();
    await page.getByRole('button', { name: 'Discard' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click();
    await expect(list(page)).toHaveValue('zoe@example.com');
    await expect(heading).toBeFocused();
  });

  test('stands before another list, which waits for it on another page too', async ({ page, sandbox, context }) => {
    await openSignedIn(page, ADMIN, '/revoke');
    await preview(page, ['new@example.com']);
    await beginSlowly(await context.newPage(), sandbox);
    await context.pages()[1]?.close();
    await revokeFor(page, 1);
    // A tab that was closed counts as at work for another moment.
    await expect(page.getByText(/Another (revocation|tab) of yours is/)).toBeVisible();
    await lookAtAnotherPage(page);
    await page.getByRole('button', { name: 'Discard' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click();
    await expect(list(page)).toHaveValue('new@example.com');
  });

  test('is taken up after a crash, and signing out asks before it forgets it', async ({ page, sandbox }) => {
    await beginSlowly(page, sandbox);
    // Who one is, and so whose job it is, comes after the press.
    await sandbox.set({ latency_ms: 600 });
    await page.goto('/devices');
    await page.getByRole('button', { name: ADMIN }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.goto('/revoke');
    await expect(page.getByText('A revocation was not finished')).toBeVisible();
    await page.getByRole('button', { name: ADMIN }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign out and discard' }).click();
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await openSignedIn(page, ADMIN, '/revoke');
    await expect(list(page)).toBeVisible();
    await expect(page.getByText('A revocation was not finished')).toBeHidden();
  });
});

test('the session stays open while it works, and where it ends one signs in over the page and it goes on', async ({
  page,
  sandbox,
}) => {
  const emails = await addVictims(sandbox, 12);
  await page.clock.install();
  await openSignedIn(page, ADMIN, '/revoke');
  await preview(page, emails);
  await sandbox.set({ latency_ms: 150 });
  await revokeFor(page, 12);
  await expect(page.getByRole('main')).toContainText(/[1-9] of 12 people/);
  await page.clock.fastForward(16 * 60_000);
  await expect(page.getByRole('dialog')).toBeHidden();

  await sandbox.changeUser(ADMIN, { end_sessions: true });
  await sandbox.advance(241 * 60);
  const dialog = page.getByRole('dialog', { name: 'Sign in' });
  await dialog.getByLabel('Password', { exact: true }).fill('sandbox');
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await expect(done(page)).toBeVisible({ timeout: 20_000 });
  expect(await left(sandbox, emails)).toBe(0);
});

test('those who may not are told which roles may', async ({ page }) => {
  await openSignedIn(page, 'observer@example.com', '/revoke');
  await expect(page.getByText('Only the roles SuperAdmin and Administrator may')).toBeVisible();
  await expect(list(page)).toBeHidden();
});
