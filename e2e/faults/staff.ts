import type { Locator, Page } from '@playwright/test';
import type { Sandbox } from '../sandbox.ts';
import { expect } from '../test.ts';
import type { Kind } from './faults.ts';
import { arrive, press, reading, type Step } from './step.ts';

const ADMIN = 'admin@example.com';
const THEM = 'victim@example.com';
/** Numbers of users whom tests add begin with a 9: none of these paths is the administrator's own. */
const OF_THEM = '/api/v1/user/9*';
const device = (browser: string) => ({ browser, operating_system: 'Linux', activated_seconds_ago: 60 });
const add = (sandbox: Sandbox) =>
  sandbox.addUser({
    username: THEM,
    name: 'Vic O’Tim',
    key: {},
    devices: [device('Firefox'), device('Opera')],
    events: [{ type: 6, description: 'Event 0' }],
  });

/** What they have left. */
const left = async (sandbox: Sandbox) => {
  const { devices, mfa = [] } = await sandbox.user(THEM);
  return [...devices.map(({ browser }) => browser), ...mfa.map(() => 'key')];
};
const ALL = ['Firefox', 'Opera', 'key'];
const row = (page: Page, name: string) =>
  page
    .getByRole('listitem')
    .filter({ hasText: name })
    .filter({ has: page.getByRole('button') });
const receipt = (page: Page, words: string | RegExp) =>
  page.getByRole('region', { name: 'Receipt' }).filter({ hasText: words });

/** Why something is still there, on the receipt. */
const REASONS: Record<Kind, RegExp> = {
  timeout: /still there, the service could not be reached/,
  network: /still there, the service could not be reached/,
  server: /still there, 50[02]/,
  unreadable: /still there, the service’s answer could not be read/,
  forbidden: /still there, 403/,
  'rate-limited': /still there, 429/,
};

const removing = (name: string, ask: (page: Page) => Promise<void>, confirm: string, after: string[]): Step => ({
  name: `person › ${name}`,
  as: ADMIN,
  isWrite: true,
  request: { method: 'DELETE', path: `${OF_THEM}/mfa/*` },
  reach: async (page, sandbox) => {
    await add(sandbox);
    await arrive(page, ADMIN, `/users/${THEM}`);
  },
  press: async (page) => {
    await ask(page);
    await page.getByRole('alertdialog').getByRole('button', { name: confirm }).click();
  },
  told: (page, kind) => receipt(page, REASONS[kind]),
  done: (page) => receipt(page, /\d items? (was|were) revoked\.(?!.*still there)/),
  lost: 'found',
  state: { read: left, before: ALL, after },
});

const waiting = (page: Page, kind: Kind) => {
  if (kind === 'forbidden') return receipt(page, 'failed, 403, only SuperAdmin and Administrator may');
  if (kind === 'network' || kind === 'timeout')
    return page.getByText('Waiting for the connection; it goes on by itself.');
  if (kind === 'rate-limited') return page.getByText('Waiting for the service’s limit; it goes on by itself.');
  return page.getByRole('heading', { name: 'Revoking' });
};

/** Time goes by until a page that waits has gone on. */
async function waitFor(page: Page, sign: Locator): Promise<void> {
  await expect(async () => {
    await page.clock.fastForward(10_000);
    await expect(sign).toBeVisible({ timeout: 700 });
  }).toPass();
}

const previewed = async (page: Page): Promise<void> => {
  await page.getByLabel('Emails or user IDs').fill(THEM);
  await press(page, 'Preview');
};
const found = (page: Page) => page.getByText('1 person was found.');

const forMany: Step[] = [
  {
    name: 'revoke for many › preview',
    as: ADMIN,
    isWrite: false,
    request: { method: 'GET', path: '/api/v1/user/victim*' },
    reach: async (page, sandbox) => {
      await add(sandbox);
      await arrive(page, ADMIN, '/revoke');
    },
    press: previewed,
    told: (page, kind) =>
      kind === 'rate-limited'
        ? page.getByText('Waiting for the service’s limit; it goes on by itself.')
        : page.getByText(kind === 'forbidden' ? 'Not allowed' : 'Could not be looked up', { exact: true }),
    goOn: async (page, kind) => {
      if (kind === 'rate-limited') return waitFor(page, found(page));
      await press(page, 'Back to the list');
      await press(page, 'Preview');
    },
    done: found,
  },
  {
    name: 'revoke for many › run',
    as: ADMIN,
    isWrite: true,
    request: { method: 'DELETE', path: `${OF_THEM}/mfa/*` },
    reach: async (page, sandbox) => {
      await sandbox.addUser({ username: THEM, devices: [device('Firefox')] });
      await arrive(page, ADMIN, '/revoke');
      await previewed(page);
      await expect(found(page)).toBeVisible();
    },
    press: async (page) => {
      await page.getByLabel(/Type the number of people/).fill('1');
      await press(page, 'Revoke for 1 person');
    },
    told: waiting,
    goOn: async (page, kind) => {
      if (kind === 'forbidden') await press(page, 'Retry failed');
      else await waitFor(page, page.getByRole('heading', { name: 'Done' }));
    },
    done: (page) => receipt(page, '1 item was revoked.'),
    lost: 'found',
    state: { read: left, before: ['Firefox'], after: [] },
  },
];

export const STAFF: Step[] = [
  reading(
    'directory › search',
    ADMIN,
    '/users?q=Vic',
    '/api/v1/user?*',
    'The list of users could not be shown',
    (page) => page.getByRole('rowheader', { name: 'Vic O’Tim' }),
    add,
  ),
  reading(
    'person › open',
    ADMIN,
    `/users/${THEM}`,
    '/api/v1/user/victim*',
    'This person could not be shown',
    (page) => page.getByRole('heading', { name: 'Vic O’Tim' }),
    add,
  ),
  reading(
    'person › devices',
    ADMIN,
    `/users/${THEM}`,
    `${OF_THEM}/mfa/trusted_device$`,
    'The trusted devices could not be shown',
    (page) => row(page, 'Opera on Linux'),
    add,
  ),
  reading(
    'person › activity',
    ADMIN,
    `/users/${THEM}`,
    `${OF_THEM}/event$`,
    'The activity could not be shown',
    (page) => page.getByRole('listitem').filter({ hasText: 'Event 0' }),
    add,
  ),
  removing(
    'revoke one',
    (page) => row(page, 'Opera').getByRole('button', { name: 'Revoke' }).click(),
    'Revoke 1 device',
    ['Firefox', 'key'],
  ),
  removing(
    'revoke selected',
    async (page) => {
      await row(page, 'Opera').getByRole('checkbox').check();
      await press(page, 'Revoke selected');
    },
    'Revoke 1 device',
    ['Firefox', 'key'],
  ),
  removing('revoke all', (page) => press(page, 'Revoke all devices'), 'Revoke 2 devices', ['key']),
  removing('remove key', (page) => press(page, 'Remove key'), 'Remove key', ['Firefox', 'Opera']),
  removing('reset second factor', (page) => press(page, 'Reset second factor'), 'Reset and revoke 3 items', []),
  ...forMany,
];
