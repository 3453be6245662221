import type { Page } from '@playwright/test';
import { expect, openSignedIn, test } from './test.ts';

const ME = 'someone@example.com';
const DEVICES = ['Firefox', 'Safari', 'Edge'].map((browser) => ({
  browser,
  operating_system: 'Linux',
  activated_seconds_ago: 3_600,
}));
const ONE = '/api/v1/user/my/mfa/trusted_device/';

const row = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });

async function revoke(page: Page, name: string): Promise<void> {
  await row(page, name).getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('button', { name: 'Revoke device' }).click();
}

test('while one is under way no other begins, so that each can tell its own end', async ({ page, sandbox }) => {
  await sandbox.addUser({ username: ME, devices: DEVICES });
  await openSignedIn(page, ME, '/devices');
  await expect(row(page, 'Edge')).toBeVisible();
  await sandbox.addFault({
    method: 'DELETE',
    path: ONE,
    status: 403,
    latency_ms: 1_500,
    body: { message: 'Not this one' },
  });
  await revoke(page, 'Firefox');
  await expect(row(page, 'Safari').getByRole('button', { name: 'Revoke' })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Revoke all' })).toBeDisabled();
  await expect(page.getByRole('alert')).toContainText('Firefox on Linux was not revoked');
  await expect(page.getByRole('alert')).toContainText('Not this one');

  await revoke(page, 'Firefox');
  await expect(page.getByRole('alert')).toBeHidden();
  await expect.poll(async () => (await sandbox.user(ME)).devices).toHaveLength(2);
});

test('this browser’s fingerprint goes, also when the page is left before the answer', async ({ page, sandbox }) => {
  const { devices } = await sandbox.addUser({
    username: ME,
    devices: DEVICES.map((device) => ({ ...device, fingerprint: `of ${device.browser}` })),
  });
  const stored = `mfa-portal::browser:${ME}`;
  const trust = JSON.stringify({ fingerprint: 'of Safari', deviceId: devices[1]?.id });
  await page.goto('/sign-in');
  await page.evaluate(([name, value]) => localStorage.setItem(name ?? '', value ?? ''), [stored, trust]);
  await openSignedIn(page, ME, '/devices');
  await expect(row(page, 'This browser')).toContainText('Safari');
  await sandbox.addFault({ method: 'DELETE', path: ONE, latency_ms: 800 });
  await revoke(page, 'Safari');
  await page.getByRole('link', { name: 'Overview' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Account security');
  await expect.poll(() => page.evaluate((name) => localStorage.getItem(name), stored)).toBeNull();
});

test('a revocation without an answer in 15 seconds is looked up before anything is said', async ({ page, sandbox }) => {
  await page.clock.install();
  await sandbox.addUser({ username: ME, devices: DEVICES });
  await sandbox.addFault({ method: 'DELETE', path: ONE, applied: true, latency_ms: 10_000 });
  await openSignedIn(page, ME, '/devices');
  const sent = page.waitForRequest((request) => request.method() === 'DELETE');
  await revoke(page, 'Safari');
  await sent;
  await expect.poll(async () => (await sandbox.user(ME)).devices.length).toBe(2);
  const lookedUp = page.waitForResponse((response) => response.url().endsWith('/trusted_device'));
  await page.clock.fastForward(16_000);
  await lookedUp;
  await expect(row(page, 'Edge')).toBeVisible();
  await expect(row(page, 'Safari')).toBeHidden();
  await expect(page.getByRole('alert')).toBeHidden();
});
