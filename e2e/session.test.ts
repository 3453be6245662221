import type { Page } from '@playwright/test';
import { overview, signInAgain, signInOver, signOut } from './session.ts';
import { expect, signIn, test } from './test.ts';

/** What the browser keeps, without the counts of requests and the ids of ended sessions, which tell nothing. */
const stored = (page: Page) =>
  page.evaluate(() => {
    const kept = Object.entries({ ...localStorage }).filter(([name]) => !/:(requests:|ended)/.test(name));
    return JSON.stringify([{ ...sessionStorage }, Object.fromEntries(kept)]);
  });

function countRenewals(page: Page): () => number {
  let renewals = 0;
  page.on('request', (request) => {
    if (request.url().includes('/authenticate') && request.postDataJSON()?.refresh_token) renewals += 1;
  });
  return () => renewals;
}

test('lasts over a reload, and keeps nothing but the tokens', async ({ page }) => {
  await signIn(page, 'new@example.com');
  await expect(overview(page)).toBeVisible();
  await page.reload();
  await expect(overview(page)).toBeVisible();
  const kept = await stored(page);
  expect(kept).not.toMatch(/sandbox|9ed037b84943c4caa3a520e48a5540181c46c98c/);
  const names = await page.evaluate(() => Object.keys(localStorage));
  expect(names.filter((name) => !/:(requests:|ended|open-until)/.test(name))).toEqual([]);
  expect(await page.evaluate(() => document.cookie)).toBe('');
});

test('is renewed before it ends, unseen', async ({ page, sandbox }) => {
  await page.clock.install();
  const renewals = countRenewals(page);
  await signIn(page, 'new@example.com');
  // What is under way when the clock jumps has taken too long.
  await expect(page.getByText('0 skip the code')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Sign-in' }).first()).toBeVisible();
  const renewed = page.waitForResponse('**/api/v1/authenticate');
  // Somebody is there all the time, so that the idle lock stays away.
  for (let minutes = 0; minutes < 240; minutes += 12) {
    await page.clock.fastForward(12 * 60_000);
    await sandbox.advance(12 * 60);
    await page.keyboard.press('Shift');
  }
  await renewed;
  await page.getByRole('link', { name: 'Trusted devices' }).click();
  await expect(page.getByText('No browser is trusted')).toBeVisible();
  expect(renewals()).toBe(1);
});

for (const refresh_rotation of [false, true]) {
  test(`is renewed once for all that was refused (${refresh_rotation ? 'new' : 'same'} refresh token)`, async ({
    page,
    sandbox,
  }) => {
    await sandbox.set({ refresh_rotation });
    const renewals = countRenewals(page);
    await signIn(page, 'new@example.com', '/activity');
    for (const turn of [1, 2]) {
      await expect(page.getByRole('listitem').first()).toBeVisible();
      await sandbox.advance(241 * 60);
      await page.goto('/');
      await expect(page.getByRole('heading', { name: 'No authenticator app' })).toBeVisible();
      await expect(page.getByText('No browser is trusted')).toBeVisible();
      expect(renewals()).toBe(turn);
    }
  });
}

test('where it can’t be renewed, one signs in over the page and goes on', async ({ page, sandbox }) => {
  await signIn(page, 'new@example.com', '/authenticators/new');
  await expect(page.getByRole('button', { name: 'Continue' })).toBeVisible();
  await page.getByLabel('Password', { exact: true }).fill('sandbox');
  await sandbox.changeUser('new@example.com', { end_sessions: true });
  await sandbox.advance(241 * 60);
  await page.getByRole('button', { name: 'Continue' }).click();

  await expect(signInAgain(page)).toContainText('Your session has ended.');
  await expect(signInAgain(page).getByLabel('Email')).toHaveValue('new@example.com');
  await expect(page.getByRole('heading', { name: 'Set up an authenticator app' })).toBeHidden();
  expect(await stored(page)).toBe('[{},{}]');
  await signInOver(page);
  // What was asked for before is done now, without asking again.
  await expect(page.getByRole('img', { name: 'QR code' })).toBeVisible();
  expect((await sandbox.user('new@example.com')).mfa).toHaveLength(1);
});

for (const [what, fault] of [
  ['answers with an error', { status: 503 }],
  ['breaks off its answer', { cut: 'body' }],
] as const) {
  test(`an API that ${what} to the renewal does not end it`, async ({ page, sandbox }) => {
    await signIn(page, 'new@example.com');
    await expect(overview(page)).toBeVisible();
    await sandbox.advance(241 * 60);
    await sandbox.addFault({ path: '/api/v1/authenticate', ...fault });
    await page.goto('/devices');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByText('No browser is trusted')).toBeVisible();
  });
}

test.describe('when nobody is there', () => {
  test.beforeEach(async ({ page }) => {
    await page.clock.install();
    await signIn(page, 'new@example.com', '/authenticators/new');
    await expect(page.getByRole('button', { name: 'Continue' })).toBeVisible();
    await page.getByLabel('Password', { exact: true }).fill('half of i');
  });

  test('it warns, and any key answers', async ({ page }) => {
    await page.clock.fastForward(14 * 60_000 + 5_000);
    await expect(page.getByRole('alertdialog', { name: 'Are you still there?' })).toContainText(/locks in \d+ seconds/);
    await page.keyboard.press('Shift');
    await expect(page.getByRole('alertdialog')).toBeHidden();
    await page.clock.fastForward(14 * 60_000);
    await expect(signInAgain(page)).toBeHidden();
  });

  test('what answers the warning does nothing else', async ({ page }) => {
    await page.getByRole('link', { name: 'Cancel' }).focus();
    await page.clock.fastForward(14 * 60_000 + 5_000);
    await expect(page.getByRole('alertdialog')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alertdialog')).toBeHidden();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Set up an authenticator app');
    await page.clock.fastForward(14 * 60_000 + 5_000);
    await page.getByRole('button', { name: 'Stay signed in' }).click();
    await expect(page.getByRole('alertdialog')).toBeHidden();
  });

  test('it locks without a connection too, and the page is there afterwards', async ({ page, context }) => {
    await context.setOffline(true);
    await page.clock.fastForward(15 * 60_000 + 5_000);
    await expect(signInAgain(page)).toBeVisible();
    await context.setOffline(false);
    await signInOver(page);
    await expect(page.getByLabel('Password', { exact: true })).toHaveValue('half of i');
  });

  test('it locks: the page is hidden, the tokens are gone, and what was typed is there afterwards', async ({
    page,
  }) => {
    await page.clock.fastForward(15 * 60_000 + 5_000);
    await expect(signInAgain(page)).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Set up an authenticator app' })).toBeHidden();
    expect(await stored(page)).toBe('[{},{}]');
    await signInOver(page, 'New@Example.com');
    await expect(page.getByLabel('Password', { exact: true })).toHaveValue('half of i');
    await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
  });

  test('somebody else who signs in there gets a portal of their own', async ({ page }) => {
    await page.clock.fastForward(15 * 60_000 + 5_000);
    await signInOver(page, 'observer@example.com');
    await expect(overview(page)).toBeVisible();
    await expect(page.getByRole('main')).toContainText('observer@example.com');
    await page.goBack();
    await expect(page.getByText('half of i')).toBeHidden();
    await expect(page.getByText('new@example.com')).toBeHidden();
  });

  test('a clock that is set back does not put the lock off', async ({ page }) => {
    await page.clock.setSystemTime(Date.now() - 3_600_000);
    await page.clock.fastForward(15 * 60_000 + 5_000);
    await expect(signInAgain(page)).toBeVisible();
  });

  test('a reload after that time does not open it', async ({ page }) => {
    await page.evaluate(() => {
      const key = Object.keys(sessionStorage).find((name) => name.endsWith(':session')) ?? '';
      const kept = JSON.parse(sessionStorage.getItem(key) ?? '{}');
      sessionStorage.setItem(key, JSON.stringify({ ...kept, lastActive: kept.lastActive - 16 * 60_000 }));
    });
    await page.goto('/devices');
    await expect(signInAgain(page)).toBeVisible();
    expect(await stored(page)).not.toContain('authToken');
  });
});

test('after signing out nothing is left, and going back shows nothing', async ({ page }) => {
  await signIn(page, 'new@example.com');
  await page.getByRole('link', { name: 'Activity', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Security activity' })).toBeVisible();
  const entries = await page.evaluate(() => history.length);
  await signOut(page, 'new@example.com');
  expect(await stored(page)).not.toMatch(/authToken|open-until/);
  expect(await page.evaluate(() => history.length), 'one step back leads to the page before').toBe(entries + 1);
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(page.getByText('new@example.com')).toBeHidden();
});

test('storage that was tampered with is as good as empty', async ({ page }) => {
  await page.addInitScript(() => {
    sessionStorage.setItem('mfa-portal::session', '{"person":{"kind":"user"},"tokens":7}');
    localStorage.setItem('mfa-portal::browser:new@example.com', '["x"]');
    localStorage.setItem('mfa-portal:theme', '{}');
  });
  await signIn(page, 'new@example.com');
  await expect(overview(page)).toBeVisible();
});

test.describe('in several tabs', () => {
  test('a second one is signed in from the first, and signing out ends both', async ({ page, context }) => {
    await signIn(page, 'new@example.com');
    await expect(overview(page)).toBeVisible();
    const second = await context.newPage();
    await second.goto('/devices');
    await expect(second.getByText('No browser is trusted')).toBeVisible();
    await signOut(second, 'new@example.com');
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    expect(await stored(page)).not.toContain('authToken');
  });

  test('a sign-in page goes on when another tab has signed in', async ({ page, context }) => {
    const second = await context.newPage();
    await second.goto('/activity');
    await expect(second.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await signIn(page, 'new@example.com');
    await expect(second.getByRole('heading', { name: 'Security activity' })).toBeVisible();
  });

  test('renews once for all of them', async ({ page, context, sandbox }) => {
    const renewals = countRenewals(page);
    await signIn(page, 'new@example.com');
    await expect(overview(page)).toBeVisible();
    const second = await context.newPage();
    const renewalsThere = countRenewals(second);
    await second.goto('/activity');
    await expect(second.getByRole('listitem').first()).toBeVisible();
    await sandbox.advance(241 * 60);
    await sandbox.set({ latency_ms: 200 });
    await Promise.all([
      page.getByRole('link', { name: 'Trusted devices' }).click(),
      second.getByRole('link', { name: 'Trusted devices' }).click(),
    ]);
    await expect(page.getByText('No browser is trusted')).toBeVisible();
    await expect(second.getByText('No browser is trusted')).toBeVisible();
    expect(renewals() + renewalsThere()).toBe(1);
  });
});
