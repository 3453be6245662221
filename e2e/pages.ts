import type { Locator, Page } from '@playwright/test';
import type { Sandbox } from './sandbox.ts';
import { expect, signIn, test } from './test.ts';

/** Somebody with long names, who sees every page and has something on each. */
const STAFF = 'someone.with.a.rather.long.name.indeed@some-department.of-a-long-organisation.example.com';

interface PageToVisit {
  path: string;
  /** What is there when the page is whole. */
  whole: (page: Page) => Locator;
  /** What is opened first: a dialog, a step. */
  open?: (page: Page) => Promise<void>;
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Every page of the signed-in, and what opens over them. The last one leaves a key behind, and asks before it is left. */
const PAGES: PageToVisit[] = [
  { path: '/', whole: (page) => page.getByRole('link', { name: 'All activity' }) },
  { path: '/authenticators', whole: (page) => button(page, 'Enter the code') },
  { path: '/devices', whole: (page) => button(page, 'Revoke').first() },
  {
    path: '/devices',
    whole: (page) => page.getByRole('alertdialog'),
    open: (page) => button(page, 'Revoke all').click(),
  },
  { path: '/activity', whole: (page) => page.getByRole('listitem').filter({ hasText: 'Warning' }) },
  { path: '/users', whole: (page) => page.getByRole('rowheader').first() },
  { path: '/users/176257', whole: (page) => button(page, 'Remove key') },
  { path: '/revoke', whole: (page) => button(page, 'Preview') },
  {
    path: '/revoke',
    whole: (page) => page.getByRole('heading', { name: 'What the list says' }),
    open: async (page) => {
      await page.getByLabel('Emails or user IDs').fill('app@example.com\nnobody@example.com\n200001');
      await button(page, 'Preview').click();
    },
  },
  { path: '/nowhere', whole: (page) => page.getByRole('link', { name: 'Go to Account security' }) },
  {
    path: '/nowhere',
    whole: (page) => page.getByRole('dialog', { name: 'Keyboard' }),
    open: (page) => page.keyboard.press('?'),
  },
  { path: '/authenticators/new', whole: (page) => button(page, 'Continue') },
  {
    path: '/authenticators/new',
    whole: (page) => button(page, 'Copy setup key'),
    open: async (page) => {
      await page.getByLabel('Password', { exact: true }).fill('sandbox');
      await button(page, 'Continue').click();
      const scanning = page.getByText('Can’t scan it?');
      await expect(scanning).toBeVisible();
      // On a phone it is open: nobody scans the screen that they look at.
      if (await button(page, 'Copy setup key').isHidden()) await scanning.click();
    },
  },
];

async function signInAsStaff(page: Page, sandbox: Sandbox): Promise<void> {
  const browser = 'A browser with a name that nobody would think of but somebody did';
  await sandbox.addUser({
    username: STAFF,
    name: 'Somebody Who Has Been Given More Names Than Most',
    roles: ['Administrator'],
    keys: [{ status: 'pending' }],
    devices: [7, 91].map((days) => ({
      browser,
      operating_system: 'Windows',
      activated_seconds_ago: days * 86_400,
    })),
    events: [{ type: 14, description: 'Averylongwordthatnobreakhelps'.repeat(3), alert: true }],
  });
  await signIn(page, STAFF);
}

/**
 * Runs a check on the pages before sign-in, then on all others with one sign-in.
 * @param check its faults, in words that say where they are
 */
export async function onEveryPage(page: Page, sandbox: Sandbox, check: () => Promise<string[]>): Promise<void> {
  const holds = (where: string) =>
    test.step(where, async () => {
      expect.soft(await check(), where).toEqual([]);
    });
  await page.goto('/sign-in');
  await expect(button(page, 'Sign in')).toBeVisible();
  await holds('/sign-in');
  await signIn(page, 'app@example.com');
  await page.getByText('Lost your phone?').click();
  await holds('/sign-in, the second factor');
  await signInAsStaff(page, sandbox);
  await expect(page.getByRole('heading', { name: 'Account security' })).toBeVisible();
  for (const { path, whole, open } of PAGES) {
    await page.goto(path);
    if (open) {
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await open(page);
    }
    await expect(whole(page)).toBeVisible();
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    await holds(open ? `${path}, opened` : path);
  }
}
