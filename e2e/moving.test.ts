import { activate, begin, code, done, qrCode, statuses } from './enrolment.ts';
import { codeOf, scan, setupKeyOf } from './phone.ts';
import { expect, test } from './test.ts';

test.describe('moving to a new phone', () => {
  const user = { key: { secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' } };

  test('explains first, then removes the old key and makes a new one', async ({ page, sandbox }) => {
    await begin(page, sandbox, user);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Move to a new phone' }).click();
    await expect(page.getByText('In between, signing in asks for a code sent to your email')).toBeVisible();
    expect(await statuses(sandbox)).toEqual([1]);
    await page.getByRole('button', { name: 'Remove the old app and continue' }).click();
    const key = setupKeyOf(await scan(qrCode(page)));
    await code(page).fill(codeOf(key));
    await activate(page).click();
    await expect(done(page)).toBeVisible();
    expect(await statuses(sandbox)).toEqual([1]);
  });

  for (const enforced_status of [409, 422]) {
    test(`says whom to ask where the API refuses (${enforced_status})`, async ({ page, sandbox }) => {
      await sandbox.set({ enforced_status });
      await begin(page, sandbox, { ...user, enforced: true });
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByRole('button', { name: 'Move to a new phone' }).click();
      await page.getByRole('button', { name: 'Remove the old app and continue' }).click();
      await expect(page.getByRole('alert')).toContainText('The current app was not removed');
      await expect(page.getByRole('alert')).toContainText('ask an administrator of your organisation');
      expect(await statuses(sandbox)).toEqual([1]);
    });
  }

  test('says so when the old key is gone and the new one could not be made', async ({ page, sandbox }) => {
    await begin(page, sandbox, user);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Move to a new phone' }).click();
    await sandbox.addFault({ method: 'POST', path: '/api/v1/user/mfa', status: 500 });
    await page.getByRole('button', { name: 'Remove the old app and continue' }).click();
    await expect(page.getByText('Your old authenticator app was removed')).toBeVisible();
    await expect(page.getByRole('alert')).toContainText('answered with an error');
    await page.getByLabel('Password', { exact: true }).fill('sandbox');
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(qrCode(page)).toBeVisible();
  });

  const conflict = {
    method: 'POST',
    path: '/api/v1/user/mfa',
    status: 409,
    times: 'always',
    body: { error_code: 1406, error_token: 'NotAllowed', message: 'No key for this account' },
  } as const;

  test('is not offered where no active key stands in the way', async ({ page, sandbox }) => {
    await begin(page, sandbox, { keys: [{ status: 'pending' }] });
    await sandbox.addFault(conflict);
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByRole('alert')).toContainText('No key for this account');
    await expect(page.getByRole('alert')).toContainText('An unfinished key in your list may stand in the way.');
    expect(await statuses(sandbox)).toEqual([0]);
  });

  test('goes on where the API has another reason to refuse the new key', async ({ page, sandbox }) => {
    await begin(page, sandbox, user);
    await sandbox.addFault(conflict);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Move to a new phone' }).click();
    await page.getByRole('button', { name: 'Remove the old app and continue' }).click();
    await expect(page.getByText('Your old authenticator app was removed')).toBeVisible();
    await expect(page.getByRole('alert')).toContainText('No key for this account');
    await expect(page.getByRole('button', { name: 'Continue' })).toBeVisible();
  });
});
