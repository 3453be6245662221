import type { Locator, Page } from '@playwright/test';
import { Chain, pathOf } from './chain.ts';
import { overview } from './session.ts';
import { expect, signIn, test } from './test.ts';

/** Who is signed in, and also who is looked at. */
const ME = 'staff@example.com';
const CODE_OF_PAGES = /Page-[\w-]+\.js$/;

const item = (text: string) => (page: Page) => page.getByRole('listitem').filter({ hasText: text });

/** A page, what it reads itself, what it shows of that, and how many answers have to be waited for in turn. */
type Place = [path: string, reads: string, shows: (page: Page) => Locator, chain?: 2];

const places = (id: number): Place[] => [
  ['/', '/user/my/event', item('Support looked')],
  ['/authenticators', '/user/mfa/type', item('Time-Based One-Time Password')],
  ['/authenticators/new', '/user/mfa/type', (page) => page.getByRole('button', { name: 'Continue' })],
  ['/devices', '/user/my/mfa/trusted_device', item('Firefox')],
  ['/activity', '/user/my/event', item('Support looked')],
  ['/users', '/user', (page) => page.getByRole('row').nth(25)],
  [`/users/${id}`, `/user/${id}/event`, item('Support looked')],
  [`/users/${ME}`, `/user/${encodeURIComponent(ME)}`, item('Support looked'), 2],
  ['/revoke', '/user/my', (page) => page.getByRole('button', { name: 'Preview' })],
];

test.beforeEach(async ({ sandbox }) => {
  await sandbox.addUser({
    username: ME,
    roles: ['Administrator'],
    keys: [{ status: 'pending' }],
    devices: [{ browser: 'Firefox', operating_system: 'Ubuntu', activated_seconds_ago: 86_400 }],
    events: [{ type: 13, description: 'Support looked' }],
  });
});

test('signing in waits for the API twice: for the token, and for all that the overview shows', async ({
  page,
  sandbox,
}) => {
  await sandbox.set({ latency_ms: 200 });
  const chain = new Chain(page);
  await signIn(page, ME);
  await expect(item('Support looked')(page)).toBeVisible();
  expect(await chain.length()).toBe(2);
});

test('a deep link waits for the API once, and for the page’s code meanwhile', async ({ page, sandbox }) => {
  const { id } = await sandbox.user(ME);
  await signIn(page, ME);
  await expect(overview(page)).toBeVisible();
  await sandbox.set({ latency_ms: 200 });
  const chain = new Chain(page);
  let reading: Promise<unknown> = Promise.resolve();
  await page.route(CODE_OF_PAGES, async (route) => {
    await reading;
    await route.continue();
  });
  for (const [path, reads, shows, length = 1] of places(id)) {
    await test.step(path, async () => {
      chain.startAnew();
      reading = page.waitForRequest((request) => pathOf(request) === `/api/v1${reads}`, { timeout: 7_000 });
      await page.goto(path);
      await expect(shows(page).first()).toBeVisible();
      expect(await chain.length()).toBe(length);
    });
  }
});

test('what is waited for shows as it comes, however short its shape has stood', async ({ page, sandbox }) => {
  const { id } = await sandbox.user(ME);
  await signIn(page, ME);
  await expect(item('Support looked')(page)).toBeVisible();
  // No time goes by: nothing but the answer itself can bring what was waited for.
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 1_000);
  for (const [path, , shows] of places(id)) {
    // Told by a timer of React Query's, which would need time.
    if (path.startsWith('/users')) continue;
    await test.step(path, async () => {
      const { promise: shapeIsThere, resolve: answer } = Promise.withResolvers<void>();
      await page.route('**/api/v1/**', async (route) => {
        await shapeIsThere;
        await route.continue();
      });
      await page.goto(path);
      await expect(page.getByRole('main')).toBeVisible();
      answer();
      await expect(shows(page).first()).toBeVisible();
      await page.unrouteAll();
    });
  }
});

test('going from page to page waits for the API once', async ({ page, sandbox }) => {
  await sandbox.set({ latency_ms: 200 });
  await signIn(page, ME);
  await expect(item('Support looked')(page)).toBeVisible();
  const chain = new Chain(page);
  const links = page.getByRole('navigation', { name: 'Main' }).getByRole('link');
  for (const [path, , shows] of places(0)) {
    const link = links.and(page.locator(`[href="${path}"]`));
    if (path === '/' || (await link.count()) === 0) continue;
    await test.step(path, async () => {
      chain.startAnew();
      await link.click();
      await expect(shows(page).first()).toBeVisible();
      expect(await chain.length()).toBeLessThanOrEqual(1);
    });
  }
  await links.filter({ hasText: 'Users' }).click();
  chain.startAnew();
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: 'Trusted devices' })).toBeVisible();
  expect(await chain.length()).toBe(1);
});
