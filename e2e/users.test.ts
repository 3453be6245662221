import type { Page } from '@playwright/test';
import { expect, holdBack, openSignedIn, test } from './test.ts';

const search = (page: Page) => page.getByRole('searchbox', { name: 'Search users' });
const rows = (page: Page) => page.getByRole('row').filter({ has: page.getByRole('rowheader') });
const nextQuery = (page: Page) => page.waitForRequest((request) => /\/api\/v1\/user\?/.test(request.url()));
const parameters = async (request: Promise<{ url: () => string }>) =>
  Object.fromEntries(new URL((await request).url()).searchParams);

test.describe('for an administrator', () => {
  test.beforeEach(({ page }) => openSignedIn(page, 'admin@example.com', '/users'));

  test('a person is found by name, e-mail or number, and opened by Enter', async ({ page }) => {
    await expect(rows(page)).toHaveCount(25);
    await page.keyboard.press('/');
    await expect(search(page)).toBeFocused();
    for (const [typed, q] of [
      ['Edwin Abb', 'name:Edwin Abb'],
      ['app@exam', 'username:app@exam'],
      ['176257', 'id:176257'],
    ] as const) {
      const query = nextQuery(page);
      await search(page).fill(typed);
      expect((await parameters(query)).q).toBe(q);
      await expect(rows(page)).toHaveCount(1);
      await expect(rows(page)).toContainText('Edwin Abbott');
    }
    await search(page).press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Edwin Abbott');
    await expect(page).toHaveURL('/users/176257');
    await page.goBack();
    await expect(search(page)).toHaveValue('176257');
  });

  test('search, filters, order and page are in the address', async ({ page, context }) => {
    await page.getByLabel('Status').selectOption({ index: 2 });
    await page.getByLabel('Organisation').fill('Example');
    await expect(page).toHaveURL(/organisation=Example/);
    await page.getByRole('button', { name: 'Email' }).click();
    await page.getByRole('button', { name: 'Email' }).click();
    await expect(page.getByRole('columnheader', { name: 'Email' })).toHaveAttribute('aria-sort', 'descending');
    await expect(page).toHaveURL(/status=1&organisation=Example&sort=-username$/);
    const first = await rows(page).first().textContent();
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(page.getByText('Page 2 of')).toBeVisible();
    await expect(rows(page).first()).not.toHaveText(first ?? '');

    const colleague = await context.newPage();
    await colleague.goto(page.url());
    await expect(rows(colleague).first()).toHaveText((await rows(page).first().textContent()) ?? '');
    await colleague.getByLabel('Users per page').selectOption('50');
    await expect(rows(colleague)).toHaveCount(50);
    await expect(colleague).toHaveURL(/per_page=50/);
  });

  test('typing asks once it rests, and an older answer never replaces a newer one', async ({ page, sandbox }) => {
    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname, searchParams } = new URL(request.url());
      if (pathname === '/api/v1/user') asked.push(searchParams.get('q') ?? '');
    });
    await expect(rows(page)).toHaveCount(25);
    asked.length = 0;
    await sandbox.addFault({ path: '/api/v1/user?q=name%3AEwing*', latency_ms: 1_500 });
    await search(page).pressSequentially('Ewing', { delay: 20 });
    await expect.poll(() => asked).toEqual(['name:Ewing']);
    const overtaken = page.waitForEvent('requestfailed', (request) => request.url().includes('Ewing'));
    await search(page).fill('Edwin Abbott');
    await overtaken;
    await expect(rows(page)).toHaveText([/Edwin Abbott/]);
  });

  test('a search that has just been typed does not call back whoever goes on', async ({ page }) => {
    await expect(rows(page)).toHaveCount(25);
    await page.clock.install();
    const letPageCome = await holdBack(page, 'ActivityPage');
    await search(page).fill('Ewing');
    await page.getByRole('link', { name: 'Activity' }).click();
    await page.clock.runFor(1_000);
    letPageCome();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Security activity');
  });

  test('a column pressed right after typing sorts what was searched for', async ({ page }) => {
    await expect(rows(page)).toHaveCount(25);
    await page.clock.install();
    await search(page).fill('Ed');
    await page.getByRole('button', { name: 'Email' }).click();
    await expect(page).toHaveURL(/q=Ed&sort=username/);
    await expect(rows(page).first()).toBeVisible();
    await expect(search(page)).toHaveValue('Ed');
    await expect(rows(page).filter({ hasNotText: /ed/i })).toHaveCount(0);
  });

  for (const typed of ['a,b', 'name:x', 'a|b']) {
    test(`says that the API can’t search for ${typed}, and asks nothing`, async ({ page }) => {
      await expect(rows(page)).toHaveCount(25);
      let asked = 0;
      page.on('request', (request) => {
        if (request.url().includes('/api/v1/user?')) asked += 1;
      });
      await search(page).fill(typed);
      await search(page).press('Enter');
      await expect(search(page)).toHaveAccessibleDescription(/can’t search for/);
      expect(asked).toBe(0);
    });
  }

  test('an address can’t add criteria of its own', async ({ page }) => {
    await expect(rows(page)).toHaveCount(25);
    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname, searchParams } = new URL(request.url());
      if (pathname === '/api/v1/user') asked.push(searchParams.get('q') ?? '');
    });
    await expect(rows(page)).toHaveCount(25);
    for (const query of ['q=an,status:2', 'organisation=x,id:1']) {
      await page.goto(`/users?${query}`);
      await expect(page.getByRole('heading', { name: 'Users', level: 1 })).toBeVisible();
      await expect(page.getByText('The service can’t search for “,”. Leave it out.')).toBeVisible();
      await expect(page.getByRole('table')).toBeHidden();
    }
    expect(asked.filter((q) => q !== '')).toEqual([]);
  });

  test('a part of an e-mail finds its person, and so does an address as mail programs copy it', async ({
    page,
    sandbox,
  }) => {
    await sandbox.addUser({ username: 'q.zeta.77@example.com', name: 'Quentin Zeta' });
    for (const typed of ['q.zeta', 'Q Z <q.zeta.77@example.com>']) {
      await search(page).fill(typed);
      await expect(rows(page)).toHaveText([/Quentin Zeta/]);
      await search(page).fill('');
      await expect(rows(page)).toHaveCount(25);
    }
  });

  test('going back takes back a filter, and a page is shown from its top', async ({ page }) => {
    await expect(rows(page)).toHaveCount(25);
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(page.getByText('Page 2 of')).toBeVisible();
    await expect(page.getByText(/\d users$/)).toBeInViewport();
    await page.getByLabel('Status').selectOption({ index: 2 });
    await expect(page).toHaveURL(/status=/);
    await page.goBack();
    await expect(page).toHaveURL(/page=2$/);
    await expect(page.getByLabel('Status')).toHaveValue('');
  });

  test('quotes and stars are searched for as the API takes them', async ({ page }) => {
    await search(page).fill('Ed*bott');
    await expect(rows(page)).toHaveText([/Edwin Abbott/]);
    await search(page).fill('"nobody"');
    await expect(page.getByText('Nobody fits')).toBeVisible();
  });

  test('a search that fits nobody is taken back where that is said', async ({ page }) => {
    await page.getByLabel('Status').selectOption({ index: 2 });
    await search(page).fill('zzzz');
    await page.getByRole('button', { name: 'Clear search and filters' }).click();
    await expect(rows(page)).toHaveCount(25);
    await expect(search(page)).toHaveValue('');
    await expect(search(page)).toBeFocused();
    await expect(page).toHaveURL('/users');
  });

  test('on a phone the list is filtered and sorted without its header', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await expect(rows(page)).toHaveCount(25);
    await expect(rows(page).first()).toContainText(/ID \d+/);
    await expect(page.getByRole('button', { name: 'Email' })).toBeHidden();
    await expect(page.getByLabel('Status')).toBeHidden();
    await page.getByRole('button', { name: 'Filters and order' }).click();
    await page.getByLabel('Sort by').selectOption('Email, descending');
    await expect(page).toHaveURL('/users?sort=-username');
    await page.getByLabel('Status').selectOption({ index: 2 });
    await expect(page).toHaveURL('/users?status=1&sort=-username');
  });

  test('coming to the page once more reads what failed', async ({ page, sandbox }) => {
    await sandbox.addFault({ path: '/api/v1/user?', status: 409, times: 'always' });
    await sandbox.addFault({ path: '/api/v1/user/status', status: 409, times: 'always' });
    await page.reload();
    await expect(page.getByRole('alert')).toContainText('The list of users could not be shown');
    await sandbox.clearFaults();
    await page.getByRole('link', { name: 'Users', exact: true }).click();
    await expect(rows(page)).toHaveCount(25);
    await expect(page.getByLabel('Status').getByRole('option')).not.toHaveCount(1);
  });

  test('the directory that fails says so, and tries again', async ({ page, sandbox }) => {
    await sandbox.addFault({
      path: '/api/v1/user?',
      status: 422,
      body: { error_code: 1301, message: 'no' },
      times: 'always',
    });
    await page.reload();
    await expect(page.getByRole('alert')).toContainText('The list of users could not be shown');
    await sandbox.clearFaults();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(rows(page)).toHaveCount(25);
  });
});

for (const [email, path] of [
  ['observer@example.com', '/users'],
  ['new@example.com', '/users/176257'],
] as const) {
  test(`${email} is told which roles may`, async ({ page }) => {
    await openSignedIn(page, email, path);
    await expect(page.getByText('Only the roles SuperAdmin and Administrator may')).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Main' })).not.toContainText('Users');
    await page.getByRole('link', { name: 'Go to Account security' }).click();
    await expect(page.getByRole('heading', { name: 'Account security', level: 1 })).toBeVisible();
  });
}
