import type { Page } from '@playwright/test';
import { expect, openSignedIn, signIn, test } from './test.ts';

const ME = 'someone@example.com';
const row = (page: Page) => page.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Remove' }) });
const remove = async (page: Page) => {
  await row(page).getByRole('button', { name: 'Remove' }).click();
  return page.getByRole('alertdialog');
};

test('shows a key in the words of the lookups, whatever they are', async ({ page, sandbox }) => {
  await sandbox.setLookups({
    mfa_status: [
      { id: 1, description: 'In use' },
      { id: 7, description: 'Awaiting Confirmation' },
    ],
    mfa_type: [{ id: 4, description: 'Codes by the clock' }],
  });
  await sandbox.set({ key_lookup_ids_only: true });
  await sandbox.addUser({ username: ME, keys: [{ status: 'pending', created_seconds_ago: 3_660 }] });
  await openSignedIn(page, ME, '/authenticators');
  await expect(row(page)).toContainText('Codes by the clock');
  await expect(row(page)).toContainText('Awaiting Confirmation');
  await expect(row(page)).toContainText('Added 1 hour ago');
  await expect(row(page).getByRole('button')).toHaveText(['Enter the code', 'Start again', 'Remove']);
});

test('shows an id that no lookup names as it is', async ({ page, sandbox }) => {
  await sandbox.addUser({ username: ME, keys: [{ status: 'pending', type: 4711 }] });
  await sandbox.set({ key_lookup_ids_only: true });
  await openSignedIn(page, ME, '/authenticators');
  await expect(row(page)).toContainText('4711');
});

test('shows the key’s own words when a lookup fails', async ({ page, sandbox }) => {
  await sandbox.addFault({ path: '/api/v1/user/mfa/', status: 403, times: 'always' });
  await sandbox.addUser({ username: ME, keys: [{ status: 'pending' }] });
  await openSignedIn(page, ME, '/authenticators');
  await expect(row(page)).toContainText('Time-Based One-Time Password');
});

test('takes as many digits as a key may have, since the app alone knows', async ({ page, sandbox }) => {
  await sandbox.addUser({ username: ME, keys: [{ status: 'pending', digits: 8, secret: 'JBSWY3DPEHPK3PXP' }] });
  await openSignedIn(page, ME, '/authenticators');
  await page.getByRole('button', { name: 'Enter the code' }).click();
  const activation = page.waitForRequest((request) => request.method() === 'PATCH');
  await page.getByRole('dialog').getByLabel('6-digit code').fill('0123 4567');
  await page.getByRole('button', { name: 'Activate' }).click();
  expect((await activation).postDataJSON().code).toBe('01234567');
});

test.describe('removing', () => {
  test('names the key, and says what goes with the last one', async ({ page, sandbox }) => {
    await sandbox.addUser({ username: ME, keys: [{ status: 'pending' }] });
    await openSignedIn(page, ME, '/authenticators');
    await expect(row(page)).toContainText('Added just now');
    const dialog = await remove(page);
    await expect(dialog).toHaveAccessibleName('Remove Time-Based One-Time Password?');
    await expect(dialog).not.toContainText('only active authenticator app');
    const deletion = page.waitForRequest((request) => request.method() === 'DELETE');
    await dialog.getByRole('button', { name: 'Remove key' }).click();
    expect((await deletion).url()).toMatch(/\/api\/v1\/user\/my\/mfa\/\d+$/);
    await expect(page.getByText('No authenticator app yet')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Your apps' })).toBeFocused();
    expect((await sandbox.user(ME)).mfa ?? []).toEqual([]);
  });

  test('moves the focus to the next key', async ({ page, sandbox }) => {
    await sandbox.addUser({ username: ME, keys: [{ status: 'pending' }, { status: 'pending', type: 4711 }] });
    await signIn(page, ME, '/authenticators');
    await row(page).first().getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('button', { name: 'Remove key' }).click();
    await expect(row(page)).toHaveCount(1);
    await expect(row(page).getByRole('button', { name: 'Remove' })).toBeFocused();
  });

  /** With a fingerprint that is trusted, the account opens without a code. */
  async function openWithActiveKey(page: Page): Promise<void> {
    await page.addInitScript((name) => {
      localStorage.setItem(`mfa-portal::browser:${name}`, JSON.stringify({ fingerprint: 'trusted' }));
    }, ME);
    await signIn(page, ME, '/authenticators');
  }
  const user = {
    username: ME,
    key: {},
    devices: [{ browser: 'Chrome', operating_system: 'Linux', activated_seconds_ago: 60, fingerprint: 'trusted' }],
  };

  test('warns that the account is without an app then', async ({ page, sandbox }) => {
    await sandbox.addUser(user);
    await openWithActiveKey(page);
    await expect(row(page)).toContainText(/^(?!.*Added).*Activated/);
    const dialog = await remove(page);
    await expect(dialog).toContainText('It is your only active authenticator app.');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(row(page).getByRole('button', { name: 'Remove' })).toBeFocused();
  });

  test('shows the reason where MFA is enforced', async ({ page, sandbox }) => {
    await sandbox.addUser({ ...user, enforced: true });
    await openWithActiveKey(page);
    const dialog = await remove(page);
    await dialog.getByRole('button', { name: 'Remove key' }).click();
    await expect(dialog.getByRole('alert')).toContainText(/enforced/i);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(row(page)).toContainText('Active');
  });

  test('of a key that is gone already is done', async ({ page, sandbox }) => {
    await sandbox.addUser(user);
    await openWithActiveKey(page);
    const dialog = await remove(page);
    await sandbox.addFault({ method: 'DELETE', path: '/api/v1/user', cut: 'before', times: 'always', applied: true });
    await dialog.getByRole('button', { name: 'Remove key' }).click();
    await expect(page.getByText('No authenticator app yet')).toBeVisible();
    await expect(page.getByRole('alert')).toBeHidden();
  });
});
