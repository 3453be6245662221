import type { Page } from '@playwright/test';
import { codeOf } from './phone.ts';
import type { Sandbox } from './sandbox.ts';
import { expect, signIn, test } from './test.ts';

const KEY = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

const field = (page: Page) => page.getByLabel('Verification code');
const overview = (page: Page) => page.getByRole('heading', { name: 'Account security' });
const nextAuthentication = (page: Page) => page.waitForRequest('**/api/v1/authenticate');

async function paste(page: Page, text: string): Promise<void> {
  await field(page).evaluate((input: HTMLInputElement, pasted) => {
    input.focus();
    document.execCommand('insertText', false, pasted);
  }, text);
}

test('the field comes with its step', async ({ page }) => {
  await page.clock.install();
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Show password' }).click();
  await expect(page.getByRole('button', { name: 'Hide password' })).toBeVisible();
  // From here on no time goes by: what comes, comes at once.
  await page.clock.pauseAt(Date.now() + 1_000);
  await page.getByLabel('Email').fill('app@example.com');
  await page.getByLabel('Password', { exact: true }).fill('sandbox');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(field(page)).toBeVisible();
});

test('sends the code as the string that was typed, after Enter and not before', async ({ page }) => {
  await signIn(page, 'app@example.com');
  await expect(page).toHaveTitle('Enter your verification code · MFA portal');
  let sent = 0;
  page.on('request', () => {
    sent += 1;
  });
  await field(page).pressSequentially('012345');
  expect(sent).toBe(0);
  const authentication = nextAuthentication(page);
  await field(page).press('Enter');
  const { mfa_token, ...rest } = (await authentication).postDataJSON();
  expect(mfa_token).toMatch(/^\S+\.\S+\.\S+$/);
  expect(rest).toEqual({ code: '012345' });
});

test('selects a code that was refused, for typing the next one over it', async ({ page }) => {
  await signIn(page, 'app@example.com');
  await field(page).pressSequentially('000000');
  await page.getByRole('button', { name: 'Verify' }).click();
  await expect(page.getByRole('alert')).toContainText('Signing in did not work.');
  await expect(field(page)).toBeFocused();
  const code = codeOf(KEY);
  await page.keyboard.type(code);
  await expect(field(page)).toHaveValue(code);
  await page.keyboard.press('Enter');
  await expect(overview(page)).toBeVisible();
});

for (const [name, write] of [
  ['with a space', (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`],
  ['with a dash', (code: string) => `${code.slice(0, 3)}-${code.slice(3)}`],
  [
    'in full-width digits',
    (code: string) => code.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  ],
] as const) {
  test(`a code pasted ${name} is sent by itself, as six digits`, async ({ page }) => {
    await signIn(page, 'app@example.com');
    await expect(field(page)).toBeVisible();
    const code = codeOf(KEY);
    const authentication = nextAuthentication(page);
    await paste(page, write(code));
    expect((await authentication).postDataJSON().code).toBe(code);
    await expect(overview(page)).toBeVisible();
  });
}

test('a code that is filled in whole is sent by itself, once', async ({ page }) => {
  await signIn(page, 'app@example.com');
  const codes: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/authenticate')) codes.push(request.postDataJSON().code);
  });
  await field(page).fill('111111');
  await expect(page.getByRole('alert')).toBeVisible();
  await field(page).fill('222222');
  await expect(field(page)).toHaveValue('222222');
  await field(page).fill(codeOf(KEY));
  expect(codes).toEqual(['111111']);
  await page.getByRole('button', { name: 'Verify' }).click();
  await expect(overview(page)).toBeVisible();
  expect(codes).toEqual(['111111', codeOf(KEY)]);
});

test('an e-mailed code with letters opens the account, until it is too old', async ({ page, sandbox }) => {
  await signIn(page, 'mail@example.com');
  await page.getByRole('button', { name: 'It has letters' }).click();
  await expect(field(page)).toHaveAttribute('inputmode', 'text');
  const { code } = await sandbox.newestMail('mail@example.com');
  expect(code).toMatch(/[A-Z]/i);
  await sandbox.advance(21 * 60);
  await field(page).pressSequentially(code);
  await field(page).press('Enter');
  await expect(page.getByRole('alert')).toBeVisible();

  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByLabel('Email')).toHaveValue('mail@example.com');
  await page.getByLabel('Password', { exact: true }).fill('sandbox');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(field(page)).toBeFocused();
  await field(page).pressSequentially((await sandbox.newestMail('mail@example.com')).code);
  await field(page).press('Enter');
  await expect(overview(page)).toBeVisible();
});

test('sends a new code after a while', async ({ page, sandbox }) => {
  await page.clock.install();
  await signIn(page, 'mail@example.com');
  const again = page.getByRole('button', { name: 'Send a new code' });
  await expect(again).toBeDisabled();
  await expect(page.getByText(/^Available in \d+ seconds$/)).toBeVisible();
  const first = await sandbox.newestMail('mail@example.com');
  await page.clock.fastForward(31_000);
  const answer = page.waitForResponse('**/api/v1/authenticate');
  await again.click();
  await expect(again).toBeDisabled();
  await expect.poll(async () => (await sandbox.newestMail('mail@example.com')).code).not.toBe(first.code);
  const { mfa_token } = await (await answer).json();
  const authentication = nextAuthentication(page);
  await field(page).fill((await sandbox.newestMail('mail@example.com')).code);
  expect((await authentication).postDataJSON().mfa_token).toBe(mfa_token);
  await expect(overview(page)).toBeVisible();
});

test('says what to do about a lost phone', async ({ page }) => {
  await signIn(page, 'app@example.com');
  await page.getByText('Lost your phone?').click();
  await expect(page.getByText('Ask an administrator of your organisation.')).toBeVisible();
});

test('locks here too, and says for how long', async ({ page }) => {
  await signIn(page, 'app@example.com');
  for (let time = 0; time < 4; time += 1) {
    const answer = page.waitForResponse('**/api/v1/authenticate');
    await field(page).fill(`00000${time}`);
    if (time > 0) await page.getByRole('button', { name: 'Verify' }).click();
    await answer;
    await expect(page.getByRole('button', { name: 'Verify' })).not.toHaveAttribute('aria-busy', 'true');
  }
  await expect(page.getByRole('timer')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Verify' })).toBeDisabled();
});

test.describe('a trusted browser', () => {
  async function trust(page: Page): Promise<Record<string, unknown>> {
    await signIn(page, 'app@example.com');
    await page.getByRole('checkbox', { name: 'Trust this browser for 90 days' }).check();
    const authentication = nextAuthentication(page);
    await field(page).fill(codeOf(KEY));
    const { trusted_device } = (await authentication).postDataJSON();
    await expect(overview(page)).toBeVisible();
    await page.getByRole('button', { name: 'app@example.com' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    return trusted_device;
  }

  test('is named to the API, and needs no code the next time', async ({ page }) => {
    const device = await trust(page);
    expect(device).toEqual({
      fingerprint: expect.stringMatching(/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/),
      browser: 'Chrome',
      operating_system: 'Linux',
    });
    const authentication = nextAuthentication(page);
    await signIn(page, 'app@example.com', '/devices');
    expect((await authentication).postDataJSON().fingerprint).toBe(device.fingerprint);
    await expect(page.getByRole('listitem').filter({ hasText: 'This browser' })).toHaveCount(1);
  });

  test('sends nothing of it for another account', async ({ page }) => {
    await trust(page);
    const authentication = nextAuthentication(page);
    await signIn(page, 'new@example.com');
    expect((await authentication).postDataJSON()).not.toHaveProperty('fingerprint');
  });

  for (const [when, happens] of [
    ['after 90 days', (sandbox: Sandbox) => sandbox.advance(90 * 86_400 + 60)],
    [
      'after the password has changed',
      (sandbox: Sandbox) => sandbox.changeUser('app@example.com', { password: 'sandbox' }),
    ],
  ] as const) {
    test(`is asked for a code again ${when}`, async ({ page, sandbox }) => {
      await trust(page);
      await happens(sandbox);
      await signIn(page, 'app@example.com');
      await expect(field(page)).toBeVisible();
    });
  }

  test('forgets its fingerprint when it is revoked here', async ({ page }) => {
    await trust(page);
    await signIn(page, 'app@example.com', '/devices');
    await page
      .getByRole('listitem')
      .filter({ hasText: 'This browser' })
      .getByRole('button', { name: 'Revoke' })
      .click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke device' }).click();
    await expect(page.getByText('This browser')).toBeHidden();
    await expect.poll(() => page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('fingerprint');
  });

  test('signs in all the same where storage is blocked', async ({ page }) => {
    await page.addInitScript(() => {
      for (const area of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, area, {
          get() {
            throw new DOMException('blocked', 'SecurityError');
          },
        });
      }
    });
    await signIn(page, 'app@example.com');
    await page.getByRole('checkbox', { name: 'Trust this browser for 90 days' }).check();
    await field(page).fill(codeOf(KEY));
    await expect(overview(page)).toBeVisible();
  });
});
