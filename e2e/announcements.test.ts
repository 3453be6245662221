import type { Page } from '@playwright/test';
import type { Sandbox } from './sandbox.ts';
import { expect, signIn, test } from './test.ts';

declare global {
  interface Window {
    heard: string[];
  }
}

const ME = 'someone@example.com';
const device = (browser: string) => ({ browser, operating_system: 'Linux', activated_seconds_ago: 3_600 });

/** Notes all that a live region says and each heading that takes the focus, as a screen reader would speak it. */
test.beforeEach(({ page }) =>
  page.addInitScript(() => {
    window.heard = [];
    const LIVE = '[role="status"], [role="alert"], [role="log"], [aria-live]:not([aria-live="off"]), output';
    const spoken = new WeakMap<Element, string>();
    const note = (region: Element) => {
      const words = (region.textContent ?? '').trim();
      if (spoken.get(region) !== words && words !== '') window.heard.push(words);
      spoken.set(region, words);
    };
    new MutationObserver((changes) => {
      const regions = new Set<Element>();
      for (const { target, addedNodes } of changes) {
        const within = (target instanceof Element ? target : target.parentElement)?.closest(LIVE);
        if (within) regions.add(within);
        for (const added of addedNodes) {
          if (added instanceof Element)
            for (const region of [added, ...added.querySelectorAll('*')]) if (region.matches(LIVE)) regions.add(region);
        }
      }
      for (const region of regions) note(region);
    }).observe(document, { subtree: true, childList: true, characterData: true });
    document.addEventListener('focusin', ({ target }) => {
      if (target instanceof HTMLHeadingElement) window.heard.push(`heading: ${target.textContent}`);
    });
  }),
);

/** What was heard since the last time. */
const heard = (page: Page) => page.evaluate(() => window.heard.splice(0));

async function begin(page: Page, sandbox: Sandbox, path: string): Promise<void> {
  await sandbox.addUser({ username: ME, keys: [{ status: 'pending' }], devices: [device('Edge'), device('Opera')] });
  await signIn(page, ME, path);
  await expect(page.getByRole('main').getByRole('button').first()).toBeVisible();
  await heard(page);
}

test('a page that comes is announced by its heading, once, and by nothing else', async ({ page, sandbox }) => {
  await begin(page, sandbox, '/devices');
  const links = page.getByRole('navigation', { name: 'Main' });
  for (const [link, heading] of [
    ['Activity', 'Security activity'],
    ['Authenticator apps', 'Authenticator apps'],
    ['Overview', 'Account security'],
  ] as const) {
    await links.getByRole('link', { name: link }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    expect(await heard(page)).toEqual([`heading: ${heading}`]);
  }
});

test('what became of an action is announced once', async ({ page, sandbox }) => {
  await begin(page, sandbox, '/devices');
  await page.getByRole('button', { name: 'Revoke', exact: true }).first().click();
  await page.getByRole('button', { name: 'Revoke device' }).click();
  await expect(page.getByRole('button', { name: 'Revoke', exact: true })).toHaveCount(1);
  await expect.poll(() => page.evaluate(() => window.heard.length)).toBeGreaterThan(0);
  await page.getByRole('link', { name: 'Authenticator apps' }).click();
  await expect(page.getByRole('button', { name: 'Remove' })).toBeVisible();
  expect((await heard(page)).filter((words) => !words.startsWith('heading:'))).toEqual(['Device revoked.']);
});

test('a failure is announced once, with its reason', async ({ page, sandbox }) => {
  await begin(page, sandbox, '/devices');
  await sandbox.addFault({
    method: 'DELETE',
    path: '/api/v1/user/my/mfa/trusted_device/*',
    status: 409,
    body: { error_code: 1406, error_token: 'NotAllowed', message: 'This one stays' },
  });
  await page.getByRole('button', { name: 'Revoke', exact: true }).first().click();
  await page.getByRole('button', { name: 'Revoke device' }).click();
  await expect(page.getByRole('alert')).toContainText('This one stays');
  expect((await heard(page)).filter((words) => words.includes('This one stays'))).toHaveLength(1);
});

test('a search says how many it found, once', async ({ page }) => {
  await signIn(page, 'admin@example.com', '/users');
  await expect(page.getByText('255 users')).toBeVisible();
  await heard(page);
  await page.getByRole('searchbox').fill('Edwin Abbott');
  await expect(page.getByText('1 user', { exact: true })).toBeVisible();
  expect(await heard(page)).toEqual(['1 user']);
});

test('a wrong password is announced once, and each field says what is wrong with it', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Sign in' }).click();
  for (const [label, error] of [
    ['Email', 'Enter your email.'],
    ['Password', 'Enter your password.'],
  ] as const) {
    const field = page.getByLabel(label, { exact: true });
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveAccessibleDescription(error);
  }
  await expect(page.getByLabel('Email')).toBeFocused();
  await page.getByLabel('Email').fill('new@example.com');
  await page.getByLabel('Password', { exact: true }).fill('wrong');
  await expect(page.getByLabel('Password', { exact: true })).not.toHaveAttribute('aria-invalid');
  await heard(page);
  await page.getByRole('button', { name: 'Sign in' }).click();
  const alert = page.getByRole('alert');
  await expect(alert).toBeVisible();
  expect(await heard(page)).toEqual([await alert.textContent()]);
  await expect(page.getByLabel('Email'), 'typed, and still there').toHaveValue('new@example.com');
});

for (const [name, path, press, field, error] of [
  ['the password of a set-up', '/authenticators/new', 'Continue', 'Password', 'Enter your password.'],
  ['the code of a key', '/authenticators', 'Activate', '6-digit code', 'Enter the 6 digits that your app shows.'],
] as const) {
  test(`what is missing is said at ${name}`, async ({ page, sandbox }) => {
    await begin(page, sandbox, path);
    if (path === '/authenticators') await page.getByRole('button', { name: 'Enter the code' }).click();
    await page.getByRole('button', { name: press }).click();
    const input = page.getByLabel(field, { exact: true });
    await expect(input).toHaveAttribute('aria-invalid', 'true');
    await expect(input).toHaveAccessibleDescription(error);
    await expect(input).toBeFocused();
  });
}
