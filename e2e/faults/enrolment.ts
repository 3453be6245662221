import type { Page } from '@playwright/test';
import { code, done as enrolled, qrCode, statuses } from '../enrolment.ts';
import { codeOf, scan, setupKeyOf } from '../phone.ts';
import type { NewUser, Sandbox } from '../sandbox.ts';
import { expect, openSignedIn, signIn } from '../test.ts';
import type { Kind } from './faults.ts';
import { alert, ME, press, reading, SECRET, type Step, WRITE_WORDS } from './step.ts';

const KEY = '/api/v1/user/my/mfa/*';

export const inDialog = (page: Page, kind: Kind) =>
  page.getByRole('alertdialog').getByRole('alert').filter({ hasText: WRITE_WORDS[kind] });

/** The code that the phone shows for the key on the page, typed. */
export async function typeCode(page: Page): Promise<void> {
  const secret = (await qrCode(page).isVisible()) ? setupKeyOf(await scan(qrCode(page))) : SECRET;
  await code(page).fill(codeOf(secret));
}

const begin =
  (user: Partial<NewUser> = {}) =>
  async (page: Page, sandbox: Sandbox): Promise<void> => {
    await sandbox.addUser({ username: ME, ...user });
    const enter = user.key ? signIn : openSignedIn;
    await enter(page, ME, '/authenticators/new');
    if (user.key) await page.getByLabel('Verification code').fill(codeOf(SECRET));
    // The sign-in page has a field of that name too.
    await expect(page.getByRole('button', { name: 'Continue' })).toBeVisible();
    await page.getByLabel('Password', { exact: true }).fill('sandbox');
  };

const scanned = async (page: Page, sandbox: Sandbox): Promise<void> => {
  await begin()(page, sandbox);
  await press(page, 'Continue');
  await expect(qrCode(page)).toBeVisible();
};

const explained = async (page: Page, sandbox: Sandbox): Promise<void> => {
  await begin({ key: { secret: SECRET } })(page, sandbox);
  await press(page, 'Continue');
  await press(page, 'Move to a new phone');
};

export const ENROLMENT: Step[] = [
  reading(
    'enrolment › lookups',
    ME,
    '/authenticators/new',
    '/api/v1/user/mfa/type$',
    'The set-up could not begin',
    (page) => page.getByRole('button', { name: 'Continue' }),
    (sandbox) => sandbox.addUser({ username: ME }),
  ),
  {
    name: 'enrolment › create',
    as: ME,
    isWrite: true,
    request: { method: 'POST', path: '/api/v1/user/mfa$' },
    reach: begin(),
    press: (page) => press(page, 'Continue'),
    told: (page, kind) => alert(page, WRITE_WORDS[kind]),
    done: qrCode,
    lost: 'undone',
    state: { read: statuses, before: [], after: [0] },
  },
  {
    name: 'enrolment › activate',
    as: ME,
    isWrite: true,
    request: { method: 'PATCH', path: '/api/v1/user/mfa/*' },
    reach: scanned,
    press: async (page) => {
      await typeCode(page);
      await press(page, 'Activate');
    },
    told: (page, kind) => alert(page, WRITE_WORDS[kind]),
    done: enrolled,
    lost: 'found',
    state: { read: statuses, before: [0], after: [1] },
  },
  {
    name: 'enrolment › leave',
    as: ME,
    isWrite: true,
    request: { method: 'DELETE', path: KEY },
    reach: async (page, sandbox) => {
      await scanned(page, sandbox);
      await page.getByRole('link', { name: 'Cancel' }).click();
    },
    press: (page) => press(page, 'Leave and delete the key'),
    told: inDialog,
    goOn: async (page) => {
      await press(page, 'Stay');
      await page.getByRole('link', { name: 'Cancel' }).click();
      await press(page, 'Leave and delete the key');
    },
    done: (page) => page.getByText('No authenticator app yet'),
    lost: 'found',
    state: { read: statuses, before: [0], after: [] },
  },
];

export const MOVE: Step[] = [
  {
    name: 'move to a new phone › remove the old app',
    as: ME,
    isWrite: true,
    request: { method: 'DELETE', path: KEY },
    reach: explained,
    press: (page) => press(page, 'Remove the old app and continue'),
    told: (page, kind) => alert(page, 'The current app was not removed').filter({ hasText: WRITE_WORDS[kind] }),
    done: qrCode,
    lost: 'found',
    state: { read: statuses, before: [1], after: [0] },
  },
  {
    name: 'move to a new phone › create the new key',
    as: ME,
    isWrite: true,
    request: { method: 'POST', path: '/api/v1/user/mfa$' },
    reach: explained,
    press: (page) => press(page, 'Remove the old app and continue'),
    told: (page, kind) =>
      page
        .getByRole('main')
        .filter({ hasText: 'Your old authenticator app was removed' })
        .getByRole('alert')
        .filter({ hasText: WRITE_WORDS[kind] }),
    goOn: async (page) => {
      await page.getByLabel('Password', { exact: true }).fill('sandbox');
      await press(page, 'Continue');
    },
    done: qrCode,
    lost: 'undone',
    state: { read: statuses, before: [], after: [0] },
  },
];
