import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { beginAndScan } from './enrolment.ts';
import type { Sandbox } from './sandbox.ts';
import { expect, signIn, test } from './test.ts';

const ME = 'someone.with.a.rather.long.name.indeed@some-department.of-a-long-organisation.example.com';
const LONG = 'A browser with a name that nobody would think of but somebody did';

/** Each screen: its state of the account, its path, and what brings it about. */
const SCREENS: Record<string, (page: Page, sandbox: Sandbox) => Promise<void>> = {
  'sign-in': async (page) => {
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByText('Enter your password.')).toBeVisible();
  },
  'the second factor': async (page) => {
    await signIn(page, 'app@example.com');
    await page.getByText('Lost your phone?').click();
    await page.getByLabel('Verification code').fill('000000');
    await expect(page.getByRole('alert')).toBeVisible();
  },
  'the overview': async (page, sandbox) => {
    await full(page, sandbox, '/');
    await expect(page.getByRole('listitem').first()).toBeVisible();
  },
  'authenticator apps': async (page, sandbox) => {
    await full(page, sandbox, '/authenticators');
    await expect(page.getByRole('button', { name: 'Enter the code' })).toBeVisible();
  },
  'the code of an unfinished key': async (page, sandbox) => {
    await full(page, sandbox, '/authenticators');
    await page.getByRole('button', { name: 'Enter the code' }).click();
    await page.getByRole('button', { name: 'Activate' }).click();
    await expect(page.getByText('Enter the 6 digits')).toBeVisible();
  },
  'the QR code': async (page) => {
    await signIn(page, 'new@example.com', '/authenticators/new');
    await expect(page.getByRole('button', { name: 'Continue' })).toBeVisible();
    await page.getByLabel('Password', { exact: true }).fill('sandbox');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('Can’t scan it?').click();
    await page.getByLabel('6-digit code').fill('000000');
    await page.getByRole('button', { name: 'Activate', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Activate anyway' })).toBeVisible();
  },
  'trusted devices': async (page, sandbox) => {
    await full(page, sandbox, '/devices');
    await expect(page.getByText(LONG.slice(0, 40))).toBeVisible();
  },
  'a dialog': async (page, sandbox) => {
    await full(page, sandbox, '/devices');
    await page.getByRole('button', { name: 'Revoke all' }).click();
    await expect(page.getByRole('alertdialog')).toBeVisible();
  },
  'the activity': async (page, sandbox) => {
    await full(page, sandbox, '/activity');
    await expect(page.getByRole('listitem').first()).toBeVisible();
  },
  'what failed': async (page, sandbox) => {
    await sandbox.addFault({
      path: '/api/v1/user/my',
      status: 403,
      body: { message: LONG.repeat(9) },
      times: 'always',
    });
    await signIn(page, 'new@example.com');
    await page.getByText('Details').click();
    await expect(page.getByRole('alert')).toHaveCount(1);
  },
  users: async (page) => {
    await signIn(page, 'admin@example.com', '/users');
    await expect(page.getByRole('rowheader')).toHaveCount(25);
  },
  'a person with a receipt': async (page) => {
    await signIn(page, 'admin@example.com', '/users/176257');
    await page.getByRole('checkbox', { name: 'Select all' }).check();
    await page.getByRole('button', { name: 'Revoke selected' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke 3 devices' }).click();
    await expect(page.getByRole('heading', { name: 'Receipt' })).toBeVisible();
  },
  'a preview for many': async (page) => {
    await signIn(page, 'admin@example.com', '/revoke');
    await page.getByLabel('Emails or user IDs').fill('app@example.com\n200001\nnobody@example.com\nadmin@example.com');
    await page.getByRole('button', { name: 'Preview' }).click();
    await expect(page.getByRole('heading', { name: 'What the list says' })).toBeVisible();
  },
  'no such page': async (page) => {
    await page.goto('/nowhere');
    await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible();
  },
};

async function full(page: Page, sandbox: Sandbox, path: string): Promise<void> {
  const device = { browser: LONG, operating_system: 'Windows', activated_seconds_ago: 89 * 86_400 };
  await sandbox.addUser({
    username: ME,
    name: LONG,
    keys: [{ status: 'pending' }],
    devices: [device, { ...device, browser: 'Edge', activated_seconds_ago: 91 * 86_400 }],
    events: [{ type: 14, description: `${LONG.replaceAll(' ', '')}`, alert: true }],
  });
  await signIn(page, ME, path);
}

for (const [name, show] of Object.entries(SCREENS)) {
  test(`${name}: no violation in light and dark, and nothing runs off a narrow screen`, async ({ page, sandbox }) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await show(page, sandbox);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => [
          id,
          ...nodes.map(({ target, any }) => `${target.join(' ')} ${any[0]?.message}`),
        ]),
      ).toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 640 });
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    await expect.poll(width).toBeLessThanOrEqual(320);
  });
}

test('the QR code is read in forced colours too', async ({ page, sandbox }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  expect(await beginAndScan(page, sandbox)).toMatch(/^[A-Z2-7]{32}$/);
});

test('an app is set up, and a device revoked, by keyboard alone', async ({ page, sandbox }) => {
  await sandbox.addUser({
    username: 'keys@example.com',
    devices: [{ browser: 'Edge', operating_system: 'Windows', activated_seconds_ago: 60 }],
  });
  const press = async (key: string, name: string) => {
    for (let turn = 0; turn < 40; turn += 1) {
      await page.keyboard.press('Tab');
      const label = await page.evaluate(() => {
        const { activeElement, body } = document;
        return activeElement === body ? '' : (activeElement?.textContent ?? '');
      });
      if (label.includes(name)) return page.keyboard.press(key);
    }
    throw new Error(`Tab does not reach ${name}`);
  };
  await page.goto('/sign-in');
  await expect(page.getByLabel('Email')).toBeFocused();
  await page.keyboard.type('keys@example.com');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('sandbox');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'No authenticator app' })).toBeVisible();
  await press('Enter', 'Set up an authenticator app');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Continue' })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('sandbox');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('6-digit code')).toBeVisible();
  await press('Enter', 'Cancel');
  await expect(page.getByRole('button', { name: 'Stay' })).toBeFocused();
  await press('Enter', 'Leave and delete the key');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Authenticator apps');
  await press('Enter', 'Trusted devices');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trusted devices');
  await press('Enter', 'Revoke');
  await press('Enter', 'Revoke device');
  await expect(page.getByText('No browser is trusted')).toBeVisible();
});
