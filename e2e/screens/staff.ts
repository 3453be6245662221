import { expect } from '@playwright/test';
import { ADMIN, LONG, type Screen, type Stage } from './stage.ts';

const PERSON = '/users/176257';

export const userScreens: Record<string, Screen> = {
  list: (stage) => stage.open('/users', ADMIN),
  filtered: (stage) => stage.open('/users?status=1&organisation=Example&sort=-username', ADMIN),
  'nobody fits': (stage) => stage.open('/users?q=zzzz', ADMIN),
  'can’t be searched for': (stage) => stage.open('/users?q=a%2Cb', ADMIN),
  'long names': async (stage) => {
    await addLong(stage);
    await stage.open('/users?q=Wolfe', ADMIN);
  },
  loading: (stage) => stage.openWaiting('/users', ADMIN, /\/api\/v1\/user\?/),
  error: (stage) => stage.openFailing('/users', ADMIN, '/api/v1/user?'),
};

export const personScreens: Record<string, Screen> = {
  full: (stage) => stage.open(PERSON, ADMIN),
  'with nothing': (stage) => stage.open('/users/176254', ADMIN),
  'long names': async (stage) => stage.open(`/users/${await addLong(stage)}`, ADMIN),
  loading: (stage) => stage.openWaiting(PERSON, ADMIN, /\/api\/v1\/user\/\d/),
  error: (stage) => stage.openFailing(PERSON, ADMIN, '/api/v1/user/176257$'),
  unknown: (stage) => stage.open('/users/nobody@example.com', ADMIN),
  oneself: (stage) => stage.open('/users/admin@example.com', ADMIN),
  selection: async (stage) => {
    await stage.open(PERSON, ADMIN);
    await stage.checkbox('Select this device').first().check();
    await stage.sees(stage.button('Revoke selected'));
  },
  'revoke all devices': async (stage) => {
    await stage.open(PERSON, ADMIN);
    await stage.button('Revoke all devices').click();
    await stage.sees(stage.dialog());
  },
  'reset of one with a long name': async (stage) => {
    await stage.open(`/users/${await addLong(stage)}`, ADMIN);
    await stage.button('Reset second factor').click();
    await stage.sees(stage.dialog());
  },
  receipt: async (stage) => {
    await stage.open(PERSON, ADMIN);
    await stage.checkbox('Select all').check();
    await stage.button('Revoke selected').click();
    await stage.confirm().click();
    await stage.field('Ticket (optional)').fill('SUP-2041');
  },
  'receipt of what failed': async (stage) => {
    await stage.sandbox.addFault({ method: 'DELETE', path: '/api/v1/user', status: 403, skip: 2, times: 'always' });
    await stage.open(PERSON, ADMIN);
    await stage.button('Reset second factor').click();
    await stage.confirm().click();
    await stage.sees(stage.heading('Receipt'));
  },
};

export const revokeScreens: Record<string, Screen> = {
  empty: (stage) => stage.open('/revoke', ADMIN),
  'lines that can’t be used': async (stage) => {
    await stage.open('/revoke', ADMIN);
    await stage.field('Emails or user IDs').fill(`app@example.com\nnot a person\n${LONG.words}\n`);
    await stage.button('Preview').click();
    await stage.sees(stage.page.getByRole('alert'));
  },
  'looking people up': async (stage) => {
    await stage.open('/revoke', ADMIN);
    await stage.holdBack(/\/api\/v1\/user\?/);
    await stage.field('Emails or user IDs').fill('app@example.com\nmail@example.com');
    await stage.button('Preview').click();
    await stage.sees(stage.page.getByRole('progressbar'));
  },
  preview: async (stage) => {
    await openPreview(stage);
    await stage.field('Type the number of people to confirm: {people}', { people: '3' }).fill('3');
    await expect(stage.page.locator('[aria-busy="true"]')).toHaveCount(0);
  },
  running: openRunning,
  paused: async (stage) => {
    await openRunning(stage);
    await stage.button('Pause').click();
    await stage.sees(stage.heading('Paused'));
  },
  'leave it running': async (stage) => {
    await openRunning(stage);
    await stage.page.getByRole('link', { name: stage.say('Overview') }).click();
    await stage.sees(stage.dialog());
  },
  'done, with failures': async (stage) => {
    await stage.sandbox.addFault({
      method: 'DELETE',
      path: '/api/v1/user',
      status: 409,
      skip: 1,
      times: 'always',
      body: { error_code: 1406, error_token: 'NotAllowed', message: 'MFA is enforced for this user' },
    });
    await openPreview(stage);
    await revoke(stage);
    await stage.sees(stage.button('Retry failed'));
  },
  'not finished': async (stage) => {
    await openRunning(stage);
    await stage.page.goto('/revoke');
    await stage.sees(stage.text('A revocation was not finished'));
  },
};

/** @returns their number */
async function addLong({ sandbox }: Stage): Promise<number> {
  const device = { browser: LONG.words, operating_system: 'Windows', activated_seconds_ago: 3_600 };
  const { id } = await sandbox.addUser({ username: LONG.email, name: LONG.name, key: {}, devices: [device, device] });
  return id;
}

/** Of a list that holds people, somebody twice, nobody, and the one who reads it. */
async function openPreview(stage: Stage): Promise<void> {
  await addLong(stage);
  await stage.open('/revoke', ADMIN);
  const list = ['app@example.com', 'mail@example.com', LONG.email, 'app@example.com', 'nobody@example.com', ADMIN];
  await stage.field('Emails or user IDs').fill(list.join('\n'));
  await stage.button('Preview').click();
  await stage.sees(stage.heading('What the list says'));
}

async function revoke(stage: Stage): Promise<void> {
  await stage.field('Type the number of people to confirm: {people}', { people: '3' }).fill('3');
  await stage.page.keyboard.press('Enter');
}

/** Held up after the first items. */
async function openRunning(stage: Stage): Promise<void> {
  await openPreview(stage);
  await stage.sandbox.addFault({
    method: 'DELETE',
    path: '/api/v1/user',
    latency_ms: 10_000,
    skip: 2,
    times: 'always',
  });
  await revoke(stage);
  await stage.sees(stage.button('Pause'));
  // What has begun is kept, and is offered again to who leaves now.
  await expect.poll(async () => (await stage.sandbox.faults()).some(({ hits }) => hits > 0)).toBe(true);
}
