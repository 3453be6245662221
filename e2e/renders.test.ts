import type { Page } from '@playwright/test';
import { rendersIn, watchRenders } from './renders.ts';
import { expect, openSignedIn, test } from './test.ts';

const ME = 'staff@example.com';
const devices = [10, 20, 30, 40].map((days) => ({
  browser: 'Firefox',
  operating_system: 'Ubuntu',
  activated_seconds_ago: days * 86_400,
}));

const list = (page: Page, name: string) => page.getByRole('list', { name }).getByRole('listitem');

test('the app takes the HTML of the first page over as it is', async ({ page }) => {
  await watchRenders(page);
  await page.goto('/robots.txt');
  const drawn = await rendersIn(page, page.getByRole('main'), async () => {
    await page.goto('/sign-in');
    await page.waitForFunction(() => performance.getEntriesByName('ready').length > 0);
  });
  expect(drawn).toEqual([0]);
});

test('ticking a device, opening the question and going back from it draw no other row anew', async ({
  page,
  sandbox,
}) => {
  const { id } = await sandbox.addUser({ username: ME, roles: ['Administrator'], devices });
  await watchRenders(page);
  await openSignedIn(page, ME, `/users/${id}`);
  const rows = list(page, 'Trusted devices');
  const boxes = page.getByRole('checkbox', { name: 'Select this device' });
  await expect(rows).toHaveCount(4);
  await expect(page.getByText('Nothing has happened')).toBeVisible();

  const [first = 0, ...others] = await rendersIn(page, rows, async () => {
    await boxes.first().check();
    await expect(page.getByText('1 selected')).toBeVisible();
  });
  expect(first, 'the row that is ticked').toBeGreaterThan(0);
  expect(others, 'the rest').toEqual([0, 0, 0]);

  const times = await rendersIn(page, rows.getByRole('time'), async () => {
    await page.getByRole('checkbox', { name: 'Select all' }).check();
    await expect(page.getByText('4 selected')).toBeVisible();
  });
  expect(new Set(times), 'what stands in the rows that are ticked').toEqual(new Set([0]));

  const cancel = page.getByRole('button', { name: 'Cancel' });
  const asked = await rendersIn(page, rows, async () => {
    await page.getByRole('button', { name: 'Revoke selected' }).click();
    await cancel.click();
    await expect(cancel).toBeHidden();
  });
  expect(asked, 'by the question').toEqual([0, 0, 0, 0]);
});

test('one’s own devices and keys stay as they are while something is asked about one', async ({ page, sandbox }) => {
  await sandbox.addUser({ username: ME, devices, keys: [{ status: 'pending' }, { status: 'pending' }] });
  await watchRenders(page);
  await openSignedIn(page, ME, '/devices');
  const cancel = page.getByRole('button', { name: 'Cancel' });
  for (const [link, name, button] of [
    ['Trusted devices', 'Trusted devices', 'Revoke'],
    ['Authenticator apps', 'Authenticator apps', 'Remove'],
  ] as const) {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: link }).click();
    const rows = list(page, name);
    await expect(rows.first()).toBeVisible();
    const anew = await rendersIn(page, rows, async () => {
      await rows.first().getByRole('button', { name: button }).click();
      await cancel.click();
      await expect(cancel).toBeHidden();
    });
    expect(new Set(anew), name).toEqual(new Set([0]));
  }
});

test('typing a search draws no row anew before its answer', async ({ page, sandbox }) => {
  await sandbox.addUser({ username: ME, roles: ['Administrator'] });
  await watchRenders(page);
  await openSignedIn(page, ME, '/users');
  const rows = page.getByRole('row');
  await expect(rows).not.toHaveCount(0);
  // However slowly it is typed here.
  await sandbox.addFault({ method: 'GET', path: '/api/v1/user$', latency_ms: 10_000, times: 'always' });
  const anew = await rendersIn(page, rows, () => page.getByRole('searchbox').pressSequentially('st'));
  expect(new Set(anew)).toEqual(new Set([0]));
});

test('the account menu, the theme and a list being typed draw nothing else anew', async ({ page, sandbox }) => {
  await sandbox.addUser({ username: ME, roles: ['Administrator'] });
  await watchRenders(page);
  await openSignedIn(page, ME, '/revoke');
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toBeVisible();
  const main = page.getByRole('main');
  const byMenu = await rendersIn(page, main, async () => {
    await page.getByRole('button', { name: ME }).click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.keyboard.press('Escape');
  });
  expect(byMenu, 'by the menu').toEqual([0]);

  const navigation = page.getByRole('navigation', { name: 'Main' });
  const byTyping = await rendersIn(page, navigation.or(heading), () =>
    page.getByLabel('Emails or user IDs').pressSequentially('anna@example.com'),
  );
  expect(byTyping, 'by typing').toEqual([0, 0]);
});

test('typing a code draws nothing of the QR code’s side anew', async ({ page, sandbox }) => {
  await sandbox.addUser({ username: ME });
  await watchRenders(page);
  await openSignedIn(page, ME, '/authenticators/new');
  await page.getByLabel('Password', { exact: true }).fill('sandbox');
  await page.getByRole('button', { name: 'Continue' }).click();
  const code = page.getByRole('img', { name: 'QR code for your authenticator app' });
  await expect(code).toBeVisible();
  const field = page.getByLabel('6-digit code');
  // The first one begins the third step.
  await field.pressSequentially('1');
  const anew = await rendersIn(page, code.locator('..'), () => field.pressSequentially('2345'));
  expect(anew).toEqual([0]);
});
