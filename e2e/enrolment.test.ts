import { activate, begin, beginAndScan, code, done, qrCode, statuses } from './enrolment.ts';
import { codeOf, setupKeyOf } from './phone.ts';
import { expect, test } from './test.ts';

test('says on the wire what the API documents', async ({ page, sandbox }) => {
  const creation = page.waitForRequest(
    (request) => request.method() === 'POST' && request.url().endsWith('/api/v1/user/mfa'),
  );
  const key = await beginAndScan(page, sandbox);
  expect((await creation).postDataJSON()).toEqual({
    type: { id: expect.any(Number) },
    password: '9ed037b84943c4caa3a520e48a5540181c46c98c',
  });
  const activation = page.waitForRequest((request) => request.method() === 'PATCH');
  const typed = codeOf(key);
  await code(page).fill(typed);
  await activate(page).click();
  expect((await activation).url()).toMatch(/\/api\/v1\/user\/mfa\/\d+$/);
  expect((await activation).postDataJSON()).toEqual({ status: { id: 1 }, code: typed });
  await expect(done(page)).toBeFocused();
});

test('offers the secret in other ways than by camera', async ({ page, sandbox, context }) => {
  await context.grantPermissions(['clipboard-write']);
  const key = await beginAndScan(page, sandbox);
  await page.getByText('Can’t scan it?').click();
  await expect(page.getByText(key.replace(/(.{4})(?=.)/g, '$1 '))).toBeVisible();
  await page.getByRole('button', { name: 'Copy setup key' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  await code(page).press('ControlOrMeta+V');
  await expect(code(page)).toHaveValue(key);
  const link = page.getByRole('link', { name: 'Open in an authenticator app' });
  expect(setupKeyOf((await link.getAttribute('href')) ?? '')).toBe(key);
  await expect(page.getByText('emnify', { exact: true })).toBeVisible();
});

test('each step of the set-up takes the focus when it comes', async ({ page, sandbox }) => {
  await begin(page, sandbox);
  await page.getByLabel('Password', { exact: true }).fill('sandbox');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Scan with your phone' })).toBeFocused();
});

test('says what is wrong with a password, and keeps nothing of the attempt', async ({ page, sandbox }) => {
  await begin(page, sandbox);
  await page.getByLabel('Password', { exact: true }).fill('wrong');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('alert')).toContainText('The password was not accepted.');
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
  await expect(page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(/was not accepted/);
  expect(await statuses(sandbox)).toEqual([]);
});

test('a wrong password that answers 401 is not taken for the end of the session', async ({ page, sandbox }) => {
  await sandbox.set({ create_wrong_password: 401 });
  await begin(page, sandbox);
  await page.getByLabel('Password', { exact: true }).fill('wrong');
  let renewals = 0;
  page.on('request', (request) => {
    if (request.url().includes('/authenticate')) renewals += 1;
  });
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('alert')).toContainText('The password was not accepted.');
  expect(renewals).toBe(0);
});

test('asks for the type where there is more than one', async ({ page, sandbox }) => {
  await sandbox.setLookups({
    mfa_type: [
      { id: 3, description: 'Time-Based One-Time Password' },
      { id: 9, description: 'Another kind' },
    ],
  });
  await begin(page, sandbox);
  await page.getByLabel('Type').selectOption('Another kind');
  const creation = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/user/mfa'));
  await page.getByRole('button', { name: 'Continue' }).click();
  expect((await creation).postDataJSON().type).toEqual({ id: 9 });
});

for (const fault of [{ cut: 'before' }, { status: 502, body: '<html>' }] as const) {
  test(`looks whether the app is active when that answer is lost (${JSON.stringify(fault)})`, async ({
    page,
    sandbox,
  }) => {
    const key = await beginAndScan(page, sandbox);
    await sandbox.addFault({ method: 'PATCH', path: '/api/v1/user/mfa', ...fault, applied: true });
    await code(page).fill(codeOf(key));
    await activate(page).click();
    await expect(done(page)).toBeVisible();
  });
}

test('starts again where the key was removed elsewhere', async ({ page, sandbox, context }) => {
  const key = await beginAndScan(page, sandbox);
  const elsewhere = await context.newPage();
  await elsewhere.goto('/authenticators');
  await elsewhere.getByRole('button', { name: 'Remove' }).click();
  await elsewhere.getByRole('button', { name: 'Remove key' }).click();
  await expect(elsewhere.getByText('No authenticator app yet')).toBeVisible();

  await code(page).fill(codeOf(key));
  await activate(page).click();
  await expect(page.getByRole('alert')).toContainText('This key no longer exists');
  await page.getByRole('button', { name: 'Start again' }).click();
  await page.getByLabel('Password', { exact: true }).fill('sandbox');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(qrCode(page)).toBeVisible();
  expect(await statuses(sandbox)).toEqual([0]);
});

test('offers the setup key where there is too much for a QR code', async ({ page, sandbox }) => {
  await begin(page, sandbox);
  const otpauth = `otpauth://totp/x?secret=JBSWY3DPEHPK3PXP&issuer=${'a'.repeat(5_000)}`;
  await sandbox.addFault({ method: 'POST', path: '/api/v1/user/mfa', body: { id: 1, otpauth } });
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('JBSW Y3DP EHPK 3PXP')).toBeVisible();
  await expect(code(page)).toBeVisible();
});

test('a name of a type that would deceive is shown without its tricks', async ({ page, sandbox }) => {
  await sandbox.setLookups({
    mfa_type: [
      { id: 3, description: `<b>App</b>\u202e\u200b ${'x'.repeat(500)}` },
      { id: 9, description: 'Another kind' },
    ],
  });
  await begin(page, sandbox);
  const name = await page.getByRole('option').first().textContent();
  expect(name).toMatch(/^<b>App<\/b> x+…$/);
  expect(name?.length).toBeLessThanOrEqual(60);
});

test('a token that ends in the middle is renewed, and nothing is lost', async ({ page, sandbox }) => {
  await sandbox.setClock(Date.parse('2026-03-02T10:00:00Z'));
  const key = await beginAndScan(page, sandbox);
  await sandbox.advance(241 * 60);
  await code(page).fill(codeOf(key, Date.parse('2026-03-02T14:01:00Z')));
  await activate(page).click();
  // The clock that this page knows is from before the leap: it takes the code for a strange one.
  await page.getByRole('button', { name: 'Activate anyway' }).click();
  await expect(done(page)).toBeVisible();
  expect(await statuses(sandbox)).toEqual([1]);
});
