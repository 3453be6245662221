import type { Page } from '@playwright/test';
import fc from 'fast-check';
import { SAMPLES } from '../sandbox/mutation.ts';
import {
  answerWith,
  anyAnswer,
  field,
  hasId,
  hold,
  listSaid,
  type Operation,
  received,
  SIZES,
  unreadable,
} from './answers.ts';
import { expect, openSignedIn, test } from './test.ts';

const never = () => undefined;
const shown = (what: string) => (count: number) => new RegExp(`${count} ${what}s? could not be shown`);

const API = '/api/v1/user';
const MY = `${API}/my$`;
const my = (card: RegExp, keys: (count: number) => RegExp | undefined = never): Operation => ({
  path: MY,
  sample: SAMPLES.user,
  said: (body) => {
    if (!hasId({ id: field(body, 'id') }) && typeof field(body, 'username') !== 'string') return card;
    const mfa = field(body, 'mfa');
    const count = mfa === undefined ? 0 : Array.isArray(mfa) ? unreadable(mfa) : 1;
    return count > 0 ? keys(count) : undefined;
  },
});
const lookup = (path: string): Operation => ({ path, sample: SAMPLES.lookup, said: never });
const devices = (path: string, card: RegExp, note: (count: number) => RegExp): Operation => ({
  path,
  sample: SAMPLES.devices,
  said: listSaid(card, note),
});
const events = (path: string, card: RegExp): Operation => ({
  path,
  sample: SAMPLES.events,
  said: listSaid(card, shown('event')),
});

/** Each page with the operations that it reads. */
const PAGES: Record<string, { path: string; operations: Operation[] }> = {
  Overview: {
    path: '/',
    operations: [
      my(/Your account could not be shown/, (count) => new RegExp(`${count} could not be shown`)),
      devices(
        `${API}/my/mfa/trusted_device$`,
        /Your trusted devices could not be shown/,
        (count) => new RegExp(`${count} could`),
      ),
      events(`${API}/my/event$`, /Your activity could not be shown/),
    ],
  },
  'Authenticator apps': {
    path: '/authenticators',
    operations: [
      my(/Your authenticator apps could not be shown/, shown('key')),
      lookup(`${API}/mfa/status$`),
      lookup(`${API}/mfa/type$`),
    ],
  },
  'Trusted devices': {
    path: '/devices',
    operations: [
      devices(`${API}/my/mfa/trusted_device$`, /Your trusted devices could not be shown/, shown('device')),
      { ...my(/never/), said: never },
    ],
  },
  Activity: {
    path: '/activity',
    operations: [events(`${API}/my/event$`, /Your activity could not be shown/), { ...my(/never/), said: never }],
  },
  Users: {
    path: '/users',
    operations: [
      {
        path: `${API}$`,
        sample: SAMPLES.directory,
        said: listSaid(/The list of users could not be shown/, shown('user')),
      },
      lookup(`${API}/status$`),
    ],
  },
  'a person': {
    path: '/users/176257',
    operations: [
      {
        path: `${API}/176257$`,
        sample: { ...SAMPLES.user, id: 176257 },
        said: (body) => {
          if (Number(field(body, 'id')) !== 176257 || !hasId(body)) return /This person could not be shown/;
          const mfa = field(body, 'mfa');
          const count = mfa === undefined ? 0 : Array.isArray(mfa) ? unreadable(mfa) : 1;
          return count > 0 ? shown('key')(count) : undefined;
        },
      },
      devices(`${API}/176257/mfa/trusted_device$`, /The trusted devices could not be shown/, shown('device')),
      events(`${API}/176257/event$`, /The activity could not be shown/),
      lookup(`${API}/status$`),
      lookup(`${API}/mfa/type$`),
    ],
  },
  'the set-up': {
    path: '/authenticators/new',
    operations: [
      {
        path: `${API}/mfa/type$`,
        sample: SAMPLES.lookup,
        said: (body) => {
          if (!Array.isArray(body)) return /The set-up could not begin/;
          if (body.length === 0) return /offers no kind of authenticator app/;
          return unreadable(body) === body.length ? /The set-up could not begin/ : undefined;
        },
      },
      { ...my(/never/), said: never },
    ],
  },
};

/** The frame around a page works, and nothing is blank. */
async function expectFrame(page: Page): Promise<void> {
  await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Overview' })).toBeVisible();
  await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
  await expect(page.getByRole('main')).toHaveText(/\S{3}/);
}

for (const { tag, numRuns } of SIZES) {
  for (const [name, { path, operations }] of Object.entries(PAGES)) {
    test(`${name}: whatever comes back, the page stands, says what it lacks, and recovers${tag}`, async ({
      page,
      sandbox,
    }) => {
      await openSignedIn(page, 'admin@example.com', path);
      await expectFrame(page);
      const one = fc.oneof(
        ...operations.map((operation) =>
          fc.record({ operation: fc.constant(operation), answer: anyAnswer(operation.sample) }),
        ),
      );
      await hold(
        fc.asyncProperty(one, async ({ operation, answer }) => {
          await answerWith(sandbox, operation, answer);
          await page.goto(path);
          await expectFrame(page);
          const alerts = page.getByRole('main').getByRole('alert');
          const said = operation.said(await received(answer));
          if (said) await expect(page.getByRole('main')).toContainText(said);
          else await expect(alerts).toHaveCount(0);

          await sandbox.clearFaults();
          const again = page.getByRole('button', { name: 'Try again' });
          for (let left = await again.count(); left > 0; left -= 1) {
            await again.first().click();
            await expect(again).toHaveCount(left - 1);
          }
          await expect(alerts).toHaveCount(0);
          await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Overview' }).click();
          await expect(page.getByRole('heading', { level: 1 })).toHaveText('Account security');
        }),
        numRuns,
      );
    });
  }
}
