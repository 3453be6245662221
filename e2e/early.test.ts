import { expect, holdBack, signIn, test } from './test.ts';

test.describe('before the app is there', () => {
  test.use({ locale: 'de-DE' });

  test('one can type, and an early Enter signs in once it is', async ({ page }) => {
    const letAppCome = await holdBack(page, 'start');
    const addresses: string[] = [];
    page.on('framenavigated', (frame) => addresses.push(frame.url()));
    await page.goto('/devices?x=1', { waitUntil: 'commit' });

    await expect(page).toHaveTitle('Anmelden · MFA portal');
    await expect(page.getByLabel('E-Mail-Adresse')).toBeFocused();
    await page.keyboard.type('new@example.com');
    await page.keyboard.press('Tab');
    await page.keyboard.type('sandbox');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Anmelden' })).toHaveAttribute('aria-busy', 'true');

    letAppCome();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vertrauenswürdige Geräte');
    await expect(page).toHaveURL('/devices?x=1');
    expect(addresses.filter((address) => /example|sandbox/.test(new URL(address).search))).toEqual([]);
  });

  test('another language can be chosen, and what was typed stays', async ({ page }) => {
    const letAppCome = await holdBack(page, 'start');
    await page.goto('/sign-in', { waitUntil: 'commit' });
    await page.getByLabel('E-Mail-Adresse').fill('new@example.com');
    await page.getByLabel('Sprache').selectOption('Français');
    await expect(page.getByRole('heading', { name: 'Se connecter' })).toBeVisible();
    letAppCome();
    // It answers: the app has taken over what the HTML showed.
    await page.getByRole('button', { name: 'Afficher le mot de passe' }).click();
    await expect(page.getByRole('button', { name: 'Masquer le mot de passe' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
    await expect(page.getByRole('textbox').first()).toHaveValue('new@example.com');
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Se connecter' })).toBeVisible();
  });

  test('what is typed after an early Enter is not sent with it', async ({ page }) => {
    const letAppCome = await holdBack(page, 'start');
    const sent: string[] = [];
    page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
    await page.goto('/sign-in', { waitUntil: 'commit' });
    await page.getByLabel('E-Mail-Adresse').fill('new@example.com');
    await page.getByLabel('Passwort', { exact: true }).fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByLabel('Passwort', { exact: true }).fill('san');
    letAppCome();
    await page.getByRole('button', { name: 'Passwort anzeigen' }).click();
    await expect(page.getByRole('textbox', { name: 'Passwort' })).toHaveValue('san');
    expect(sent).toEqual([]);
  });

  test('where the words do not come it goes on in English, and what was typed stays', async ({ page }) => {
    const letAppCome = await holdBack(page, 'start');
    await page.route('**/assets/words-de-*', (route) => route.fulfill({ status: 404 }));
    await page.goto('/sign-in', { waitUntil: 'commit' });
    await page.getByLabel('E-Mail-Adresse').fill('new@example.com');
    await page.getByLabel('Passwort', { exact: true }).fill('sandbox');
    await page.keyboard.press('Enter');
    letAppCome();
    await expect(page.getByRole('heading', { name: 'Account security' })).toBeVisible();
  });

  test('it is said once where the app does not come', async ({ page }) => {
    await page.route('**/assets/*.js', (route) => route.fulfill({ status: 404 }));
    await page.goto('/sign-in');
    await expect(page.getByRole('alert')).toHaveText(/^Das Portal konnte nicht geladen werden/);
  });
});

test('a reload shows the shape of the page, and no sign-in', async ({ page, context }) => {
  await signIn(page, 'new@example.com', '/devices');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trusted devices');
  for (const tab of [page, await context.newPage()]) {
    const letAppCome = await holdBack(tab, 'start');
    await tab.goto('/devices', { waitUntil: 'commit' });
    await expect(tab.getByText('Loading')).toBeAttached();
    await expect(tab.getByRole('textbox')).toHaveCount(0);
    letAppCome();
    await expect(tab.getByRole('heading', { level: 1 })).toHaveText('Trusted devices');
  }
});

test('who was signed out finds the sign-in page, and an address that is none says so', async ({ page }) => {
  await signIn(page, 'new@example.com');
  await page.getByRole('button', { name: 'new@example.com' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  const letAppCome = await holdBack(page, 'start');
  await page.goto('/', { waitUntil: 'commit' });
  await expect(page.getByLabel('Email')).toBeVisible();
  letAppCome();
  await expect(page).toHaveURL('/sign-in');
  await page.goto('/nowhere');
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible();
});

test('code that is loaded ahead in vain takes nothing away that was typed', async ({ page }) => {
  const gone = page.waitForResponse(/\/assets\/Shell-.*\.js$/);
  await page.route('**/assets/Shell-*.js', (route) => route.fulfill({ status: 404 }));
  await page.goto('/sign-in');
  await page.getByLabel('Email').pressSequentially('new@');
  await gone;
  await page.getByLabel('Email').pressSequentially('example.com');
  await expect(page.getByLabel('Email')).toHaveValue('new@example.com');
});
