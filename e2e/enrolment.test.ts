import { activate, begin, beginAndScan, code, done, statuses } from './enrolment.ts';
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
  await code(page).fill(codeOf(key));
  await activate(page).click();
  expect((await activation).url()).toMatch(/\/api\/v1\/user\/mfa\/\d+$/);
  expect((await activation).postDataJSON()).toEqual({ status: { id: 1 }, code: codeOf(key) });
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

test('says what is wrong with a password, and keeps nothing of the attempt', async ({ page, sandbox }) => {
  await begin(page, sandbox);
  await page.getByLabel('Password', { exact: true }).fill('wrong');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('alert')).toContainText('The password was not accepted.');
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
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

test.describe('checks the code before it is sent', () => {
  let patches = 0;
  test.beforeEach(({ page }) => {
    patches = 0;
    page.on('request', (request) => {
      if (request.method() === 'PATCH') patches += 1;
    });
  });

  for (const [minutes, words] of [
    [3, 'Your phone’s clock is about 3 minutes ahead'],
    [-4, 'Your phone’s clock is about 4 minutes behind'],
  ] as const) {
    test(`a phone ${Math.abs(minutes)} minutes ${minutes > 0 ? 'ahead' : 'behind'}`, async ({ page, sandbox }) => {
      const key = await beginAndScan(page, sandbox);
      await code(page).fill(codeOf(key, Date.now() + minutes * 60_000));
      await activate(page).click();
      await expect(page.getByRole('status').filter({ hasText: words })).toBeVisible();
      expect(patches).toBe(0);
      await page.keyboard.type(codeOf(key));
      await activate(page).click();
      await expect(done(page)).toBeVisible();
    });
  }

  test('a code that fits no time at all, until one insists', async ({ page, sandbox }) => {
    const key = await beginAndScan(page, sandbox);
    const wrong = codeOf(key) === '000000' ? '000001' : '000000';
    await code(page).fill(wrong);
    await activate(page).click();
    await expect(page.getByText('This code does not fit')).toBeVisible();
    expect(patches).toBe(0);
    await page.getByRole('button', { name: 'Activate anyway' }).click();
    await expect(page.getByRole('alert')).toContainText('The service did not accept this code.');
    expect(patches).toBe(1);
    expect(await statuses(sandbox)).not.toContain(1);
  });

  test('by the API’s clock, whatever this computer’s says', async ({ page, sandbox }) => {
    await page.clock.setFixedTime(Date.now() - 365 * 86_400_000);
    const key = await beginAndScan(page, sandbox);
    await code(page).fill(codeOf(key));
    await activate(page).click();
    await expect(done(page)).toBeVisible();
  });
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

test('says that a key was removed elsewhere', async ({ page, sandbox }) => {
  const key = await beginAndScan(page, sandbox);
  await sandbox.addFault({ method: 'PATCH', path: '/api/v1/user/mfa', status: 404, body: { error_token: 'NotFound' } });
  await code(page).fill(codeOf(key));
  await activate(page).click();
  await expect(page.getByRole('alert')).toContainText('This key no longer exists');
});

test('a token that ends in the middle is renewed, and nothing is lost', async ({ page, sandbox }) => {
  const key = await beginAndScan(page, sandbox);
  await sandbox.advance(241 * 60);
  await code(page).fill(codeOf(key, Date.now() + 241 * 60_000));
  await page
    .getByRole('button', { name: /^Activate/ })
    .last()
    .click();
  const anyway = page.getByRole('button', { name: 'Activate anyway' });
  if (await anyway.isVisible()) await anyway.click();
  await expect(done(page)).toBeVisible();
});
