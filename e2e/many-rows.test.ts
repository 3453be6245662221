import { SAMPLES } from '../sandbox/mutation.ts';
import { expect, openSignedIn, test } from './test.ts';

test.describe('many rows', () => {
  const many = <T extends object>(row: T) => Array.from({ length: 10_000 }, (_, place) => ({ ...row, id: place >> 1 }));
  const api = '/api/v1/user';
  for (const [path, fault, body, row] of [
    ['/activity', `${api}/my/event$`, many(SAMPLES.events[0] ?? {}), 'listitem'],
    ['/authenticators', `${api}/my$`, { ...SAMPLES.user, mfa: many(SAMPLES.user.mfa[0] ?? {}) }, 'listitem'],
    ['/users/176257', `${api}/176257/mfa/trusted_device$`, many(SAMPLES.devices[0] ?? {}), 'listitem'],
    ['/users', `${api}$`, many(SAMPLES.directory[0] ?? {}), 'row'],
  ] as const) {
    const tag = ['/authenticators', '/users'].includes(path) ? ' @full' : '';
    test(`${path} stays quick with 10,000 rows, each of them twice${tag}`, async ({ page, sandbox }) => {
      await openSignedIn(page, 'admin@example.com');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Account security');
      await sandbox.addFault({ method: 'GET', path: fault, status: 200, body, times: 'always' });
      await page.goto(path);
      const list =
        path === '/users'
          ? page.getByRole('table')
          : page.getByRole('list').filter({ has: page.getByRole('listitem') });
      await expect(list.getByRole(row).nth(29)).toBeVisible();
      expect(await list.getByRole(row).count()).toBeLessThanOrEqual(201);
    });
  }
});
