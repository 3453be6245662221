import type { Page } from '@playwright/test';
import { activate, begin, code, done, ME, qrCode, statuses } from '../enrolment.ts';
import { codeOf, scan, setupKeyOf } from '../phone.ts';
import type { Sandbox } from '../sandbox.ts';
import { expect, openSignedIn, signIn, test } from '../test.ts';

const YEAR = 365 * 86_400_000;

/** From the sign-in to the active key. */
async function enrol(page: Page, sandbox: Sandbox, enter = openSignedIn): Promise<void> {
  const devices = [{ browser: 'Firefox', operating_system: 'Linux', activated_seconds_ago: 86_400 }];
  await begin(page, sandbox, { devices }, enter);
  await page.getByRole('button', { name: 'Continue' }).click();
  await code(page).fill(codeOf(setupKeyOf(await scan(qrCode(page)))));
  await activate(page).click();
  await expect(done(page)).toBeVisible();
  expect(await statuses(sandbox)).toEqual([1]);
}

for (const [name, off] of [
  ['behind', -YEAR],
  ['ahead', YEAR],
] as const) {
  test(`a browser whose clock is a year ${name}${off < 0 ? '' : ' @full'}`, async ({ page, sandbox }) => {
    await page.clock.install({ time: Date.now() + off });
    await enrol(page, sandbox);
    await page.getByRole('link', { name: 'Trusted devices' }).click();
    const device = page.getByRole('listitem').filter({ hasText: 'Firefox on Linux' });
    await expect(device).toContainText(/Expires \d+ \w+ \d{4}/);
    await page.reload();
    await expect(device).toContainText(/Expires \d+ \w+ \d{4}/);
  });
}

const STORAGE: Record<string, () => void> = {
  'is blocked': () => {
    const blocked = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    for (const area of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(window, area, { get: blocked });
  },
  'is full': () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  },
  'was tampered with': () => {
    const junk = ['{', 'null', '[]', '"x"', '{"tokens":1,"person":{"kind":"user"}}', '{"fingerprint":7}'];
    const names = [
      'mfa-portal::session',
      'mfa-portal::ended',
      'mfa-portal::browser:someone@example.com',
      'mfa-portal:theme',
    ];
    for (const [place, name] of names.entries()) {
      if (sessionStorage.getItem(name) === null) sessionStorage.setItem(name, junk[place % junk.length] ?? '');
      if (localStorage.getItem(name) === null) localStorage.setItem(name, junk[(place + 3) % junk.length] ?? '');
    }
  },
};

for (const [name, spoil] of Object.entries(STORAGE)) {
  // In `npm test` either the one or the other.
  const isTampered = name === 'was tampered with';
  test(`enrolment where storage ${name}${isTampered ? '' : ' @full'}`, async ({ page, sandbox }) => {
    await page.addInitScript(spoil);
    await enrol(page, sandbox, signIn);
  });

  test(`a browser is trusted, and many are revoked, where storage ${name}${isTampered ? ' @full' : ''}`, async ({
    page,
    sandbox,
  }) => {
    await page.addInitScript(spoil);
    const email = 'boss@example.com';
    await sandbox.addUser({ username: email, second_factor: 'email', roles: ['Administrator'] });
    await sandbox.addUser({
      username: ME,
      devices: ['Firefox', 'Opera'].map((browser) => ({
        browser,
        operating_system: 'Linux',
        activated_seconds_ago: 60,
      })),
    });
    await signIn(page, email, '/revoke');
    await page.getByRole('checkbox', { name: 'Trust this browser' }).check();
    await page.getByLabel('Verification code').fill((await sandbox.newestMail(email)).code);
    await page.getByLabel('Emails or user IDs').fill(ME);
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.getByLabel(/Type the number of people/).fill('1');
    await sandbox.addFault({ method: 'DELETE', path: '/api/v1/user/', skip: 1, latency_ms: 1_500 });
    await page.getByRole('button', { name: 'Revoke for 1 person' }).click();
    if (!isTampered) await expect(page.getByText('This browser keeps nothing')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Done' })).toBeVisible();
    expect((await sandbox.user(ME)).devices).toEqual([]);
  });
}

test('where Web Crypto is missing, signing in says that HTTPS is needed', async ({ page }) => {
  // What an address without https, other than this machine's own, has not got.
  await page.addInitScript(() => {
    for (const name of ['subtle', 'randomUUID']) Object.defineProperty(crypto, name, { value: undefined });
    for (const name of ['locks', 'clipboard']) Object.defineProperty(navigator, name, { value: undefined });
  });
  await page.goto('/sign-in');
  await expect(page.getByText('Open it with an address that begins with https.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Use an application token instead' })).toBeHidden();
});

test('back and forward through every page, after something was done there', async ({ page, sandbox }) => {
  const { id } = await sandbox.addUser({
    username: ME,
    name: 'Someone',
    devices: ['Firefox', 'Opera'].map((browser) => ({ browser, operating_system: 'Linux', activated_seconds_ago: 60 })),
  });
  await openSignedIn(page, 'admin@example.com');
  const title = page.getByRole('heading', { level: 1 });
  const link = (name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
  const titles = ['Account security'];
  await expect(title).toHaveText('Account security');
  for (const [name, heading] of [
    ['Authenticator apps', 'Authenticator apps'],
    ['Trusted devices', 'Trusted devices'],
    ['Activity', 'Security activity'],
    ['Revoke access', 'Revoke access for many users'],
    ['Users', 'Users'],
  ] as const) {
    await link(name);
    await expect(title).toHaveText(heading);
    titles.push(heading);
  }
  await page.getByRole('searchbox').fill(String(id));
  await page.getByRole('rowheader').getByRole('link', { name: 'Someone' }).click();
  await expect(title).toHaveText('Someone');
  titles.push('Someone');
  await page.getByRole('button', { name: 'Revoke all devices' }).click();
  await page.getByRole('button', { name: 'Revoke 2 devices' }).click();
  await expect(page.getByRole('region', { name: 'Receipt' })).toContainText('2 items were revoked.');

  let writes = 0;
  page.on('request', (request) => {
    if (request.url().includes('/api/') && request.method() !== 'GET') writes += 1;
  });
  const there = titles.slice(0, -1).toReversed();
  for (const heading of there) {
    await page.evaluate(() => history.back());
    await expect(title).toHaveText(heading);
  }
  for (const heading of titles.slice(1)) {
    await page.evaluate(() => history.forward());
    await expect(title).toHaveText(heading);
  }
  await expect(page.getByText('No browser is trusted')).toBeVisible();
  await expect(page.getByRole('alert')).toBeHidden();
  expect(writes).toBe(0);
});
