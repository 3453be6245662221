import type { Page } from '@playwright/test';
import { expect, signIn, test } from './test.ts';

const LANGUAGES = [
  {
    locale: 'de-AT',
    lang: 'de',
    email: 'E-Mail',
    password: 'Passwort',
    signIn: 'Anmelden',
    devices: /Vertrauenswürdige/,
  },
  {
    locale: 'es-MX',
    lang: 'es',
    email: /orreo/,
    password: 'Contraseña',
    signIn: 'Iniciar sesión',
    devices: /confianza/,
  },
  { locale: 'fr-CA', lang: 'fr', email: /mail/, password: /asse/, signIn: 'Se connecter', devices: /confiance/ },
  {
    locale: 'it-IT',
    lang: 'it',
    email: /mail/,
    password: 'Password',
    signIn: 'Accedi',
    devices: /attendibili|fiducia/,
  },
  {
    locale: 'pt-PT',
    lang: 'pt-PT',
    email: /mail/,
    password: 'Palavra-passe',
    signIn: /sessão/,
    devices: /fidedignos|confiança/,
  },
  {
    locale: 'pt-BR',
    lang: 'pt-BR',
    email: /mail/,
    password: 'Senha',
    signIn: 'Entrar',
    devices: /confiáveis|confiança/,
  },
];

for (const { locale, lang, email, password, signIn: button, devices } of LANGUAGES) {
  test.describe(locale, () => {
    test.use({ locale });

    test('the portal speaks as the browser does, before signing in and after', async ({ page }) => {
      await page.goto('/devices');
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
      await page.getByLabel(email).fill('new@example.com');
      await page.getByLabel(password, { exact: true }).fill('sandbox');
      await page.getByRole('button', { name: button }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(devices);
    });
  });
}

test('a language is chosen before signing in or after, and kept', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Language').selectOption('Deutsch');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Anmelden');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Anmelden');
  await page.getByLabel('E-Mail').fill('new@example.com');
  await page.getByLabel('Passwort', { exact: true }).fill('sandbox');
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await page.getByRole('button', { name: 'new@example.com' }).click();
  await page.getByRole('menuitemradio', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Account security');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('a language whose words can’t be loaded is told of, and the one before stays', async ({ page, context }) => {
  await page.goto('/');
  await context.setOffline(true);
  await page.getByLabel('Language').selectOption('Deutsch');
  await expect(page.getByText('This language could not be loaded.')).toBeAttached();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
});

test.describe('in stretched and accented English', () => {
  test.use({ locale: 'en-XA' });

  test('no page has words that are not translated', async ({ page }) => {
    const fields = page.locator('form input');
    await page.goto('/');
    await expect(fields).toHaveCount(2);
    expect(await untranslated(page)).toEqual([]);
    await fields.nth(0).fill('admin@example.com');
    await fields.nth(1).fill('sandbox');
    await fields.nth(1).press('Enter');
    await expect(page.locator('nav')).toBeVisible();
    for (const path of [
      '/',
      '/authenticators',
      '/authenticators/new',
      '/devices',
      '/activity',
      '/users',
      '/revoke',
      '/x',
    ]) {
      await page.goto(path);
      await expect(page.locator('h1')).toBeVisible();
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
      expect(await untranslated(page), path).toEqual([]);
    }
  });
});

/** Words in plain letters, where none may stand: not in text of the API, times, examples or names of languages. */
function untranslated(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const isForeign = node.parentElement?.closest(
        'bdi, time, code, [lang], option, script, noscript, style, [aria-hidden]',
      );
      if (!isForeign && /[a-z]{3}/i.test(node.textContent ?? '')) found.push(node.textContent ?? '');
    }
    return found;
  });
}

test('English is what is left where nothing else is spoken', async ({ browser, world }) => {
  const page = await browser.newPage({ locale: 'ja-JP', extraHTTPHeaders: { 'X-Sandbox-World': world } });
  await signIn(page, 'new@example.com');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Account security');
  await page.close();
});
