import type { Page, Request } from '@playwright/test';
import { askToSignIn, expect, holdBack, signIn, test } from './test.ts';

const SHA1_OF_SANDBOX = '9ed037b84943c4caa3a520e48a5540181c46c98c';
const REFUSED = 'Signing in did not work.';

const nextAuthentication = (page: Page): Promise<Request> => page.waitForRequest('**/api/v1/authenticate');

async function fail(page: Page, email: string, times: number): Promise<void> {
  await page.getByLabel('Email').fill(email);
  for (let time = 0; time < times; time += 1) {
    await page.getByLabel('Password', { exact: true }).fill(`wrong ${time}`);
    const answer = page.waitForResponse('**/api/v1/authenticate');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await answer;
    await expect(page.getByRole('button', { name: 'Sign in' })).not.toHaveAttribute('aria-busy', 'true');
  }
}

test('sends the password as its SHA-1, without a token, and the token with all that follows', async ({ page }) => {
  const authentication = nextAuthentication(page);
  const profile = page.waitForRequest('**/api/v1/user/my');
  await signIn(page, 'new@example.com');
  const { username, password, ...rest } = (await authentication).postDataJSON();
  expect((await authentication).method()).toBe('POST');
  expect({ username, rest }).toEqual({ username: 'new@example.com', rest: {} });
  expect(password).toBe(SHA1_OF_SANDBOX);
  expect(await (await authentication).headerValue('authorization')).toBeNull();
  expect(await (await profile).headerValue('authorization')).toMatch(/^Bearer \S+\.\S+\.\S+$/);
});

test('asks for what is missing, and sends nothing', async ({ page }) => {
  let sent = 0;
  page.on('request', (request) => {
    if (request.url().includes('/authenticate')) sent += 1;
  });
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByLabel('Email')).toHaveAccessibleDescription('Enter your email.');
  await expect(page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription('Enter your password.');
  await expect(page.getByLabel('Email')).toBeFocused();
  expect(sent).toBe(0);
});

test('says that it needs https where the browser has no Web Crypto, and takes nothing', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'isSecureContext', { value: false });
    Object.defineProperty(crypto, 'subtle', { value: undefined });
  });
  await page.goto('/sign-in');
  await expect(page.getByText('an address that begins with https')).toBeVisible();
  await expect(page.getByLabel('Email')).toBeDisabled();
  await expect(page.getByLabel('Password', { exact: true })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeDisabled();
  await expect(page.locator('body')).toBeFocused();
});

test('says that it did not work, not what was wrong, and keeps what was typed', async ({ page }) => {
  await page.goto('/sign-in');
  for (const email of ['new@example.com', 'nobody@example.com']) {
    await fail(page, email, 1);
    await expect(page.getByRole('alert')).toHaveText(`${REFUSED} Check what you entered and try again.`);
    await expect(page.getByLabel('Email')).toHaveValue(email);
    await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
  }
});

test('the password comes after the email, and what shows it after that', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill('new@example.com');
  await page.keyboard.press('Tab');
  await page.keyboard.type('sandbox');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Show password' })).toBeFocused();
  await page.getByLabel('Password', { exact: true }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Account security' })).toBeVisible();
});

test('after signing in the next page is on its way, and no empty form', async ({ page }) => {
  const release = await holdBack(page, 'OverviewPage');
  await signIn(page, 'new@example.com');
  await expect(page.getByText('Loading')).toBeAttached();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeHidden();
  release();
  await expect(page.getByRole('heading', { name: 'Account security' })).toBeVisible();
});

/** Fills the fields in as a password manager does, in one go, and may send them by itself. */
const fillAtOnce = (page: Page, values: Record<string, string>, isSent: boolean) =>
  page.evaluate(
    ([values, isSent]) => {
      const inputs = [...document.querySelectorAll('input')].filter(({ name }) => name in values);
      // Not the element's own property, which React watches to tell its own changes from others.
      const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      for (const input of inputs) {
        setValue?.call(input, values[input.name]);
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }
      if (isSent) inputs[0]?.form?.requestSubmit();
    },
    [values, isSent] as const,
  );

test('what a password manager fills in is missed no longer', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByLabel('Email')).toHaveAccessibleDescription('Enter your email.');
  await fillAtOnce(page, { username: 'new@example.com', password: 'sandbox' }, false);
  await expect(page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription('');
  await expect(page.getByLabel('Email')).toHaveAccessibleDescription('');
});

test.describe('after three failures', () => {
  test('what is sent in the very moment it is typed stays here for a locked account', async ({ page }) => {
    await page.goto('/sign-in');
    await fail(page, 'new@example.com', 4);
    await page.getByLabel('Email').fill('observer@example.com');
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeEnabled();
    let sent = 0;
    page.on('request', (request) => {
      if (request.url().includes('/authenticate')) sent += 1;
    });
    await fillAtOnce(page, { username: 'new@example.com', password: 'sandbox' }, true);
    await expect(page.getByRole('timer')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeDisabled();
    expect(sent).toBe(0);
  });

  for (const lockout_status of [401, 429]) {
    test(`counts the lock down, and lets another account in (${lockout_status})`, async ({ page, sandbox }) => {
      await sandbox.set({ lockout_status });
      await page.clock.install();
      await page.goto('/sign-in');
      await fail(page, 'new@example.com', 2);
      await expect(page.getByRole('alert')).toContainText('One more failed attempt locks the account');
      await fail(page, 'new@example.com', 2);
      await expect(page.getByText('this account is locked for up to five minutes')).toBeVisible();
      await expect(page.getByRole('timer')).toContainText(/[45]:\d\d/);
      await expect(page.getByRole('button', { name: 'Sign in' })).toBeDisabled();

      await page.getByLabel('Email').fill('observer@example.com');
      await expect(page.getByRole('button', { name: 'Sign in' })).toBeEnabled();

      await page.getByLabel('Email').fill('New@example.com');
      await page.clock.runFor(200_000);
      await expect(page.getByRole('timer')).toContainText(/1:\d\d/);
      await page.clock.runFor(101_000);
      await sandbox.advance(301);
      await page.getByLabel('Password', { exact: true }).fill('sandbox');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(page.getByRole('heading', { name: 'Account security' })).toBeVisible();
    });
  }
});

test('tells a network that asked too often from an account that is locked', async ({ page, sandbox }) => {
  await sandbox.addFault({ path: '/api/v1/authenticate', status: 429, headers: { 'Retry-After': '120' } });
  await askToSignIn(page, 'new@example.com');
  await expect(page.getByText('Too many requests have come from your network. No account is locked.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeEnabled();
});

for (const [name, fault, words] of [
  ['an error of the service', { status: 500, times: 'always' }, /service/],
  ['a page of a proxy', { status: 502, body: '<html>Bad gateway</html>', times: 'always' }, /service/],
  ['a connection that breaks', { cut: 'before', times: 'always' }, /connection|reach/i],
  ['an answer that is nothing', { status: 200, body: '' }, /understand|answer/i],
] as const) {
  test(`says what happened after ${name}, and lets one try again`, async ({ page, sandbox }) => {
    await sandbox.addFault({ path: '/api/v1/authenticate', ...fault });
    await askToSignIn(page, 'new@example.com');
    await expect(page.getByRole('alert')).toContainText(words);
    await expect(page.getByRole('alert')).not.toContainText(REFUSED);
    await sandbox.clearFaults();
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('heading', { name: 'Account security' })).toBeVisible();
  });
}

test('a double click signs in once', async ({ page, sandbox }) => {
  await sandbox.set({ latency_ms: 300 });
  let sent = 0;
  page.on('request', (request) => {
    if (request.url().includes('/authenticate')) sent += 1;
  });
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill('new@example.com');
  await page.getByLabel('Password', { exact: true }).fill('sandbox');
  await page.getByRole('button', { name: 'Sign in' }).dblclick();
  await page.getByLabel('Password', { exact: true }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Account security' })).toBeVisible();
  expect(sent).toBe(1);
});

test('an answer that comes after one has turned away signs nobody in', async ({ page, sandbox }) => {
  await sandbox.addFault({ path: '/api/v1/authenticate', latency_ms: 1_000 });
  const answer = page.waitForResponse('**/api/v1/authenticate');
  await askToSignIn(page, 'new@example.com');
  await page.getByRole('button', { name: 'Use an application token instead' }).click();
  await (await answer).finished();
  await expect(page.getByLabel('Application token')).toBeVisible();
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
});

test('an email that was typed is there after a look at the application token', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill('new@example.com');
  await page.getByRole('button', { name: 'Use an application token instead' }).click();
  await page.getByRole('button', { name: 'Use email and password instead' }).click();
  await expect(page.getByLabel('Email')).toHaveValue('new@example.com');
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
});

test('shows the password for as long as one wants', async ({ page }) => {
  await page.goto('/sign-in');
  const password = page.getByLabel('Password', { exact: true });
  await password.fill('secret');
  await page.getByRole('button', { name: 'Show password' }).click();
  await expect(password).toHaveAttribute('type', 'text');
  await page.getByRole('button', { name: 'Hide password' }).click();
  await expect(password).toHaveAttribute('type', 'password');
});

test('an application token opens a workspace, and is kept nowhere', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Use an application token instead' }).click();
  await page.getByLabel('Application token').fill('sandbox-application-token');
  const authentication = nextAuthentication(page);
  await page.getByRole('button', { name: 'Sign in' }).click();
  expect((await authentication).postDataJSON()).toEqual({ application_token: 'sandbox-application-token' });
  await expect(page.getByText('An application token stands for a workspace, not for a person.')).toBeVisible();
  const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(stored).not.toContain('sandbox-application-token');
  await page.goto('/devices');
  await expect(page.getByText('You are signed in as a workspace')).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Main' })).not.toContainText('Trusted devices');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Users' }).click();
  await expect(page.getByRole('rowheader').first()).toBeVisible();
});

test('comes back to the page that was asked for', async ({ page }) => {
  await page.goto('/activity?kind=mfa');
  await expect(page).toHaveURL(/\/sign-in\?next=%2Factivity%3Fkind%3Dmfa$/);
  await signIn(page, 'new@example.com', '/activity?kind=mfa');
  await expect(page.getByRole('heading', { name: 'Security activity' })).toBeVisible();
  await expect(page).toHaveURL('/activity?kind=mfa');
});

for (const next of [
  '//evil.test',
  '/\\evil.test',
  'https://evil.test',
  'javascript:alert(1)',
  '/%09/evil.test',
  '/.//evil.test',
]) {
  test(`does not leave the portal for ${next}`, async ({ page, baseURL }) => {
    await signIn(page, 'new@example.com', `/sign-in?next=${encodeURIComponent(next)}`);
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeHidden();
    expect(new URL(page.url()).origin).toBe(baseURL);
  });
}

test('every call but that of signing in carries the token', async ({ page }) => {
  const calls: [string, string | undefined][] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/')) calls.push([pathname, request.headers().authorization]);
  });
  await signIn(page, 'admin@example.com', '/users/176257');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Edwin Abbott');
  await page.getByRole('link', { name: 'Activity' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Security activity');
  expect(calls.length).toBeGreaterThan(6);
  for (const [path, authorization] of calls) {
    if (path.endsWith('/authenticate')) expect(authorization).toBeUndefined();
    else expect(authorization, path).toMatch(/^Bearer [\w-]+\.[\w-]+\.[\w-]+$/);
  }
});
