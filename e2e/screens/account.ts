import { APP, LONG, ME, NEW, type Screen, type Stage } from './stage.ts';

const DAY = 86_400;
const API = /\/api\/v1\/(?!authenticate)/;

export const overviewScreens: Record<string, Screen> = {
  protected: (stage) => stage.open('/', APP),
  'no authenticator app': (stage) => stage.open('/', NEW),
  'long names': (stage) => openLong(stage, '/'),
  loading: (stage) => stage.openWaiting('/', NEW, API),
  error: (stage) => stage.openFailing('/', NEW, '/api/v1/user/my'),
  'of a workspace': async (stage) => {
    await stage.page.goto('/');
    await stage.button('Use an application token instead').click();
    await stage.field('Application token').fill('sandbox-application-token');
    await stage.button('Sign in').click();
    await stage.sees(stage.page.getByRole('navigation'));
  },
};

export const deviceScreens: Record<string, Screen> = {
  list: (stage) => stage.open('/devices', APP),
  empty: (stage) => stage.open('/devices', NEW),
  'long names': (stage) => openLong(stage, '/devices'),
  loading: (stage) => stage.openWaiting('/devices', NEW, API),
  error: (stage) => stage.openFailing('/devices', NEW, '/api/v1/user/my/mfa/trusted_device'),
  'revoke one': async (stage) => {
    await stage.open('/devices', APP);
    await stage.button('Revoke').first().click();
    await stage.sees(stage.dialog());
  },
  'revoke all': async (stage) => {
    await stage.open('/devices', APP);
    await stage.button('Revoke all').click();
    await stage.sees(stage.dialog());
  },
  'not revoked': async (stage) => {
    await stage.sandbox.addFault({
      method: 'DELETE',
      path: '/api/v1/user',
      status: 403,
      times: 'always',
      body: { error_code: 1104, error_token: 'Forbidden', message: 'Not for you' },
    });
    await stage.open('/devices', APP);
    await stage.button('Revoke all').click();
    await stage.confirm().click();
    await stage.text('Details').click();
  },
};

export const activityScreens: Record<string, Screen> = {
  list: (stage) => stage.open('/activity', APP),
  many: async (stage) => {
    const events = Array.from({ length: 120 }, (_, place) => ({
      type: place % 3 === 0 ? 6 : 14,
      description: `Event ${place} of user '${ME}'`,
      seconds_ago: place * 40_000,
      alert: place % 9 === 0,
    }));
    await stage.sandbox.addUser({ username: ME, events });
    await stage.open('/activity', ME);
    await stage.sees(stage.button('Load more'));
  },
  empty: async (stage) => {
    await stage.sandbox.addUser({ username: ME });
    await stage.open('/activity', ME);
  },
  'none of a kind': (stage) => stage.open('/activity?kind=mfa', NEW),
  'long names': (stage) => openLong(stage, '/activity'),
  loading: (stage) => stage.openWaiting('/activity', NEW, API),
  error: (stage) => stage.openFailing('/activity', NEW, '/api/v1/user/*/event'),
};

/** An account with the longest names that come up, an unfinished key, and devices about to expire and expired. */
async function openLong(stage: Stage, path: string): Promise<void> {
  const device = { browser: LONG.words, operating_system: 'Windows', activated_seconds_ago: 89 * DAY };
  await stage.sandbox.addUser({
    username: LONG.email,
    name: LONG.name,
    keys: [{ status: 'pending' }],
    devices: [device, { ...device, browser: 'Edge', activated_seconds_ago: 91 * DAY }],
    events: [{ type: 14, description: LONG.words.replaceAll(' ', ''), alert: true }],
  });
  await stage.open(path, LONG.email);
}
