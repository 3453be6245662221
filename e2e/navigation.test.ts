import { PORTS } from '../playwright.config.ts';
import { expect, holdBack, openSignedIn, signIn, test } from './test.ts';

const PAGES = [
  ['/', 'Account security', 'Overview'],
  ['/authenticators', 'Authenticator apps', 'Authenticator apps'],
  ['/devices', 'Trusted devices', 'Trusted devices'],
  ['/activity', 'Security activity', 'Activity'],
] as const;

test('each page has its title and heading, and takes the focus when it comes', async ({ page }) => {
  await page.goto('/sign-in');
  await expect(page).toHaveTitle('Sign in · MFA portal');
  await openSignedIn(page, 'new@example.com');
  const main = page.getByRole('navigation', { name: 'Main' });
  for (const [path, heading, link] of [...PAGES.slice(1), PAGES[0]]) {
    await main.getByRole('link', { name: link }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await expect(page).toHaveTitle(`${heading} · MFA portal`);
    await expect(page).toHaveURL(path);
    await expect(main.getByRole('link', { name: link })).toHaveAttribute('aria-current', 'page');
  }
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Security activity');
});

test('the focus is on the heading of the page that signing in leads to', async ({ page }) => {
  await signIn(page, 'new@example.com');
  await expect(page.getByRole('heading', { level: 1, name: 'Account security' })).toBeFocused();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Account security' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 }), 'the browser reads a document that it loads').not.toBeFocused();
});

test('a page that arrives late closes no menu', async ({ page }) => {
  await openSignedIn(page, 'new@example.com');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Account security');
  const letPageCome = await holdBack(page, 'ActivityPage');
  await page.getByRole('link', { name: 'Activity', exact: true }).click();
  await page.getByRole('button', { name: 'new@example.com' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  letPageCome();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Security activity');
  await expect(page.getByRole('menu')).toBeVisible();
});

test('an address without a page says so, signed in or not', async ({ page }) => {
  await page.goto('/nowhere/at/all');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
  await expect(page.getByRole('navigation')).toBeHidden();
  await openSignedIn(page, 'new@example.com');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Account security');
  await page.goto('/nowhere/at/all');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Overview' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Account security');
});

test('a double tap on the account button chooses nothing of its menu', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 540 });
  await openSignedIn(page, 'admin@example.com');
  await page.getByRole('button', { name: 'Menu' }).click();
  // What support staff has comes with the answer about who they are, and moves what is below.
  await expect(page.getByRole('link', { name: 'Users', exact: true })).toBeVisible();
  const button = page.getByRole('button', { name: 'admin@example.com' });
  await button.scrollIntoViewIfNeeded();
  const { x = 0, y = 0, width = 0, height = 0 } = (await button.boundingBox()) ?? {};
  await page.mouse.dblclick(x + width / 2, y + height / 2);
  await expect(page.getByRole('menu')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('on a phone the navigation is behind a menu', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openSignedIn(page, 'new@example.com');
  await expect(page.getByRole('heading', { name: 'Account security' })).toBeVisible();
  const main = page.getByRole('navigation', { name: 'Main' });
  await expect(main).toBeHidden();
  await page.getByRole('button', { name: 'Menu' }).click();
  await main.getByRole('link', { name: 'Trusted devices' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trusted devices');
  await expect(main).toBeHidden();
});

test('the theme follows the system, or one’s choice, which is kept', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await openSignedIn(page, 'new@example.com');
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await expect(page.getByRole('heading', { name: 'Account security' })).toBeVisible();
  const light = await ground();
  await page.getByRole('button', { name: 'new@example.com' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect.poll(ground).not.toBe(light);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Account security' })).toBeVisible();
  expect(await ground()).not.toBe(light);
});

for (const [name, port] of [
  ['calling the API at another origin', PORTS.crossOrigin],
  ['with /api forwarded', PORTS.forwarding],
] as const) {
  test(`works ${name}`, async ({ page }) => {
    const api = page.waitForRequest('**/api/v1/user/my');
    await signIn(page, 'new@example.com', `http://localhost:${port}/devices`);
    await expect(page.getByText('No browser is trusted')).toBeVisible();
    expect(new URL((await api).url()).port).toBe(String(port === PORTS.crossOrigin ? PORTS.portal : port));
  });
}

test('the sandbox is out of reach where a real API is configured', async ({ request }) => {
  const answer = await request.get(`http://localhost:${PORTS.forwarding}/sandbox/accounts`);
  expect(answer.headers()['content-type']).toContain('text/html');
  expect(await answer.text()).not.toContain('new@example.com');
});

test('sends the headers of the policy with the page, and long caching with its files', async ({ request }) => {
  const page = await request.get('/devices');
  const { 'content-security-policy': policy, ...headers } = page.headers();
  // Of what stands in the page itself, one script and one style, by their hashes.
  expect(policy).toMatch(/^default-src 'none'; script-src 'self' 'sha256-[^' ]+'; style-src 'self' 'sha256-[^' ]+';/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe');
  expect(headers).toMatchObject({
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  });
  const file = /\/assets\/[^"]+\.js/.exec(await page.text())?.[0] ?? '';
  expect((await request.get(file)).headers()['cache-control']).toContain('immutable');
  expect((await request.get('/assets/gone.js')).status()).toBe(404);
});
