import type { Page } from '@playwright/test';
import { statuses } from '../enrolment.ts';
import type { NewUser, Sandbox } from '../sandbox.ts';
import { expect } from '../test.ts';
import { inDialog, typeCode } from './enrolment.ts';
import { alert, arrive, ME, press, READ_WORDS, reading, SECRET, type Step, WRITE_WORDS } from './step.ts';

const KEY = '/api/v1/user/my/mfa/*';
const DEVICE = '/api/v1/user/my/mfa/trusted_device/*';
const device = (browser: string) => ({ browser, operating_system: 'Linux', activated_seconds_ago: 60 });
const devices = [device('Firefox'), device('Opera')];
const events = Array.from({ length: 40 }, (_, number) => ({
  type: 6,
  description: `Event ${number}`,
  seconds_ago: number,
}));
const add =
  (user: Partial<NewUser> = {}) =>
  (sandbox: Sandbox) =>
    sandbox.addUser({ username: ME, ...user });

const browsers = async (sandbox: Sandbox) => (await sandbox.user(ME)).devices.map(({ browser }) => browser);
const row = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });
const emptyKeys = (page: Page) => page.getByText('No authenticator app yet');

const listed =
  (user: Partial<NewUser>, path: string) =>
  async (page: Page, sandbox: Sandbox): Promise<void> => {
    await add(user)(sandbox);
    await arrive(page, ME, path);
  };

const keys: Step[] = [
  reading(
    'keys › list',
    ME,
    '/authenticators',
    '/api/v1/user/my$',
    'Your authenticator apps could not be shown',
    emptyKeys,
    add(),
  ),
  {
    name: 'keys › remove',
    as: ME,
    isWrite: true,
    request: { method: 'DELETE', path: KEY },
    reach: async (page, sandbox) => {
      await listed({ keys: [{ status: 'pending' }] }, '/authenticators')(page, sandbox);
      await press(page, 'Remove');
    },
    press: (page) => press(page, 'Remove key'),
    told: inDialog,
    done: emptyKeys,
    lost: 'found',
    state: { read: statuses, before: [0], after: [] },
  },
  {
    name: 'keys › enter the code',
    as: ME,
    isWrite: true,
    request: { method: 'PATCH', path: '/api/v1/user/mfa/*' },
    reach: async (page, sandbox) => {
      await listed({ keys: [{ status: 'pending', secret: SECRET }] }, '/authenticators')(page, sandbox);
      await press(page, 'Enter the code');
    },
    press: async (page) => {
      await typeCode(page);
      await press(page, 'Activate');
    },
    told: (page, kind) => page.getByRole('dialog').getByRole('alert').filter({ hasText: WRITE_WORDS[kind] }),
    done: (page) => row(page, 'Activated'),
    lost: 'found',
    state: { read: statuses, before: [0], after: [1] },
  },
];

const revoking = (name: string, ask: (page: Page) => Promise<void>, confirm: string, after: string[]): Step => ({
  name: `devices › ${name}`,
  as: ME,
  isWrite: true,
  request: { method: 'DELETE', path: DEVICE },
  reach: listed({ devices }, '/devices'),
  press: async (page) => {
    await ask(page);
    await press(page, confirm);
  },
  told: (page, kind) => alert(page, 'not revoked').filter({ hasText: WRITE_WORDS[kind] }),
  done: (page) => page.getByRole('heading', { name: after.length === 0 ? 'Your devices 0' : 'Your devices 1' }),
  lost: 'found',
  state: { read: browsers, before: ['Firefox', 'Opera'], after },
});

const pages: Step[] = [
  reading(
    'overview › the account',
    ME,
    '/',
    '/api/v1/user/my$',
    'Your account could not be shown',
    (page) => page.getByRole('heading', { name: 'No authenticator app' }),
    add(),
  ),
  reading(
    'overview › the devices',
    ME,
    '/',
    '/api/v1/user/my/mfa/trusted_device$',
    'Your trusted devices could not be shown',
    (page) => page.getByText('2 skip the code'),
    add({ devices }),
  ),
  reading(
    'overview › the activity',
    ME,
    '/',
    '/api/v1/user/my/event$',
    'Your activity could not be shown',
    (page) => row(page, 'Event 0'),
    add({ events }),
  ),
  reading(
    'devices › list',
    ME,
    '/devices',
    '/api/v1/user/my/mfa/trusted_device$',
    'Your trusted devices could not be shown',
    (page) => row(page, 'Opera on Linux'),
    add({ devices }),
  ),
  revoking(
    'revoke one',
    (page) => row(page, 'Opera').getByRole('button', { name: 'Revoke' }).click(),
    'Revoke device',
    ['Firefox'],
  ),
  revoking('revoke all', (page) => press(page, 'Revoke all'), 'Revoke 2 devices', []),
  reading(
    'activity › list',
    ME,
    '/activity',
    '/api/v1/user/my/event$',
    'Your activity could not be shown',
    (page) => row(page, 'Event 0'),
    add({ events }),
  ),
  {
    name: 'activity › load more',
    as: ME,
    isWrite: false,
    request: { method: 'GET', path: '/api/v1/user/my/event$' },
    reach: async (page, sandbox) => {
      await listed({ events }, '/activity')(page, sandbox);
      await expect(row(page, 'Event 0')).toBeVisible();
    },
    press: (page) => press(page, 'Load more'),
    told: (page, kind) => alert(page, READ_WORDS[kind]),
    done: (page) => row(page, 'Event 39'),
  },
];

export const OWN = [...keys, ...pages];
