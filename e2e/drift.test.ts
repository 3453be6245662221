import { PORTS } from '../playwright.config.ts';
import { activate, beginAndScan, code, done, ME, qrCode, statuses } from './enrolment.ts';
import { codeOf, scan, setupKeyOf, strangeCode } from './phone.ts';
import { expect, signIn, test } from './test.ts';

/** The start of a time step by the API's clock, so that none of these tests gets into the next one. */
const NOW = Date.parse('2026-03-02T10:00:00Z');
const STEP = 30_000;
const YEAR = 365 * 86_400_000;

test.beforeEach(({ sandbox }) => sandbox.setClock(NOW));

test('a code of a clock that is off is not sent, and by how much it is off is said', async ({ page, sandbox }) => {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PATCH') sent.push(request.postDataJSON().code);
  });
  const key = await beginAndScan(page, sandbox);
  for (const [steps, words] of [
    [2, 'about 1 minute ahead'],
    [10, 'about 5 minutes ahead'],
    [-2, 'about 1 minute behind'],
    [-10, 'about 5 minutes behind'],
  ] as const) {
    await code(page).fill(codeOf(key, NOW + steps * STEP));
    await activate(page).click();
    await expect(page.getByRole('status').filter({ hasText: words })).toBeVisible();
    await expect(code(page)).toBeFocused();
  }
  for (const strange of [codeOf(key, NOW + 11 * STEP), codeOf(key, NOW - 11 * STEP), strangeCode(key, NOW)]) {
    await code(page).fill(strange);
    await activate(page).click();
    await expect(page.getByText('This code does not fit')).toBeVisible();
  }
  expect(sent).toEqual([]);

  await page.getByRole('button', { name: 'Activate anyway' }).click();
  await expect(page.getByRole('alert')).toContainText('The service did not accept this code.');
  expect(sent).toEqual([strangeCode(key, NOW)]);
  // Selected, so that typing replaces it.
  await page.keyboard.type(codeOf(key, NOW));
  await activate(page).click();
  await expect(done(page)).toBeVisible();
});

for (const steps of [-1, 1]) {
  test(`a phone one time step ${steps < 0 ? 'behind' : 'ahead'} is good enough`, async ({ page, sandbox }) => {
    const key = await beginAndScan(page, sandbox);
    await code(page).fill(codeOf(key, NOW + steps * STEP));
    await activate(page).click();
    await expect(done(page)).toBeVisible();
    expect(await statuses(sandbox)).toEqual([1]);
  });
}

const { portal, crossOrigin } = PORTS;
for (const { name, port, off, reload } of [
  { name: 'a year ahead', port: portal, off: YEAR, reload: false },
  { name: 'a year behind', port: portal, off: -YEAR, reload: false },
  { name: 'a year ahead, and the API at another origin', port: crossOrigin, off: YEAR, reload: false },
  { name: 'a year ahead, and the API at another origin, after a reload', port: crossOrigin, off: YEAR, reload: true },
]) {
  test(`with this computer’s clock ${name}, codes are judged by the API’s`, async ({ page, sandbox }) => {
    await page.clock.install({ time: NOW + off });
    await sandbox.addUser({ username: ME });
    await signIn(page, ME, `http://localhost:${port}/authenticators/new`);
    await expect(page.getByRole('button', { name: 'Continue' })).toBeVisible();
    if (reload) await page.reload();
    await page.getByRole('main').getByLabel('Password', { exact: true }).fill('sandbox');
    await page.getByRole('button', { name: 'Continue' }).click();
    const key = setupKeyOf(await scan(qrCode(page)));
    await code(page).fill(codeOf(key, NOW + off));
    await activate(page).click();
    await expect(page.getByText('This code does not fit')).toBeVisible();
    await code(page).fill(codeOf(key, NOW));
    await activate(page).click();
    await expect(done(page)).toBeVisible();
  });
}
