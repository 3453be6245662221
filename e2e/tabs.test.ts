import type { Page } from '@playwright/test';
import { overview, signInAgain, signInOver, signOut } from './session.ts';
import { expect, openSignedIn, signIn, test } from './test.ts';

const ME = 'new@example.com';
const signInPage = (page: Page) => page.getByRole('heading', { name: 'Sign in', level: 1 });
const password = (page: Page) => page.getByLabel('Password', { exact: true });
const kept = (page: Page) => page.evaluate(() => JSON.stringify({ ...sessionStorage }));

test('a lock closes every tab, hands a new one nothing, and the person opens them all again', async ({
  page,
  context,
}) => {
  await context.clock.install();
  await signIn(page, ME);
  await expect(overview(page)).toBeVisible();
  const second = await context.newPage();
  await second.goto('/authenticators/new');
  await password(second).fill('half of i');
  await context.clock.fastForward(15 * 60_000 + 5_000);
  for (const tab of [page, second]) {
    await expect(signInAgain(tab)).toBeVisible();
    expect(await kept(tab)).not.toContain('authToken');
  }
  const third = await context.newPage();
  await third.goto('/devices');
  await expect(signInPage(third)).toBeVisible();
  await signInOver(page);
  await expect(signInAgain(second)).toBeHidden();
  await expect(password(second)).toHaveValue('half of i');
  await expect(third.getByRole('heading', { level: 1 })).toHaveText('Trusted devices');
});

test('another person who signs in at one lock gets a clean portal in every tab', async ({ page, context, sandbox }) => {
  await signIn(page, ME);
  await expect(overview(page)).toBeVisible();
  const second = await context.newPage();
  await second.goto('/authenticators/new');
  await password(second).fill('half of i');
  await sandbox.changeUser(ME, { end_sessions: true });
  await sandbox.advance(241 * 60);
  await page.goto('/devices');
  await signInOver(page, 'observer@example.com');
  for (const tab of [page, second]) {
    await expect(overview(tab)).toBeVisible();
    await expect(tab.getByRole('button', { name: 'observer@example.com' })).toBeVisible();
    await expect(tab.getByText(ME)).toBeHidden();
  }
  await second.goto('/authenticators/new');
  await expect(password(second)).toHaveValue('');
});

test('a tab that was elsewhere when one signed out is signed out too', async ({ page, context }) => {
  await signIn(page, ME);
  await expect(overview(page)).toBeVisible();
  const second = await context.newPage();
  await second.goto('/devices');
  await expect(second.getByText('No browser is trusted')).toBeVisible();
  await second.goto('/robots.txt');
  await signOut(page, ME);
  await second.goBack();
  await expect(signInPage(second)).toBeVisible();
  expect(await kept(second)).not.toContain('authToken');
  await expect(signInPage(page)).toBeVisible();
});

test('a page that comes back from the browser’s memory, having heard nothing, shows nothing', async ({
  page,
  context,
}) => {
  // A page that the browser keeps frozen hears nothing of other tabs.
  await page.addInitScript(() => {
    const { addEventListener } = BroadcastChannel.prototype;
    BroadcastChannel.prototype.addEventListener = function (
      this: BroadcastChannel,
      type: string,
      listener: (event: MessageEvent) => void,
    ) {
      const unlessFrozen = (event: MessageEvent) => 'frozen' in document.documentElement.dataset || listener(event);
      addEventListener.call(this, type, unlessFrozen as EventListener);
    } as typeof addEventListener;
  });
  const second = await context.newPage();
  await signIn(second, ME);
  await expect(overview(second)).toBeVisible();
  await page.goto('/devices');
  await expect(page.getByText('No browser is trusted')).toBeVisible();
  await page.evaluate(() => {
    document.documentElement.dataset.frozen = '';
  });
  await signOut(second, ME);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await expect(signInPage(page)).toBeVisible();
});

test('how far pages were scrolled is forgotten at the sign-out', async ({ page }) => {
  const positions = async () =>
    Object.keys(await page.evaluate(() => JSON.parse(sessionStorage.getItem('react-router-scroll-positions') ?? '{}')));
  await signIn(page, ME);
  await expect(overview(page)).toBeVisible();
  await page.reload();
  await expect(overview(page)).toBeVisible();
  const [first = 'none'] = await positions();
  await page.getByRole('link', { name: 'Trusted devices' }).click();
  await expect(page.getByText('No browser is trusted')).toBeVisible();
  await page.reload();
  await expect(page.getByText('No browser is trusted')).toBeVisible();
  expect(await positions()).toContain(first);
  await signOut(page, ME);
  await page.reload();
  await expect(signInPage(page)).toBeVisible();
  expect(await positions()).not.toContain(first);
});

test.describe('where the browser keeps nothing', () => {
  test.beforeEach(({ page }) =>
    page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    }),
  );

  test('a person signs in all the same, once a tab is loaded @full', async ({ page, context }) => {
    await signIn(page, ME);
    await page.getByRole('link', { name: 'Activity', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Security activity');
    const second = await context.newPage();
    await second.goto('/devices');
    await expect(second.getByText('No browser is trusted')).toBeVisible();
    await second.close();
    await page.reload();
    await expect(signInPage(page)).toBeVisible();
    await signIn(page, ME, '/sign-in?next=/activity');
    await signOut(page, ME);
  });
});

test('a question that is about to open as the page locks does not come before the sign-in', async ({
  page,
  sandbox,
}) => {
  await sandbox.addUser({
    username: 'tabs@example.com',
    devices: [{ browser: 'Firefox', operating_system: 'Linux', activated_seconds_ago: 60 }],
  });
  await openSignedIn(page, 'tabs@example.com', '/devices');
  const revoke = page.getByRole('button', { name: 'Revoke', exact: true });
  const lock = (button: Element | undefined) => {
    if (button instanceof HTMLElement) button.click();
    new BroadcastChannel('mfa-portal:').postMessage({ type: 'locked', reason: 'expired' });
  };
  await expect(revoke).toBeVisible();
  // The first time the sign-in's code has to come, and is last.
  await page.evaluate(lock, undefined);
  await signInOver(page, 'tabs@example.com');
  await expect(revoke).toBeVisible();
  await revoke.evaluate(lock);
  await expect(signInAgain(page)).toBeVisible();
  await password(page).click();
  await page.keyboard.type('sandbox');
  await page.keyboard.press('Enter');
  await expect(signInAgain(page)).toBeHidden();
  await expect(page.getByRole('alertdialog')).toBeVisible();
});
