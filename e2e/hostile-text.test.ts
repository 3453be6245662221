import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { SAMPLES } from '../sandbox/mutation.ts';
import { begin } from './enrolment.ts';
import type { Sandbox } from './sandbox.ts';
import { expect, openSignedIn, test } from './test.ts';

/** Text that somebody made to do harm; each says who it is by its first letters. */
const HOSTILE = {
  markup: `<img src=x onerror=alert(1)><script>alert(1)</script><a href="https://evil.example">x</a>`,
  address: 'javascript:alert(1)//https://evil.example',
  bidi: 'adm\u202e\u2066\u2067nimda\u200f gnp.exe',
  hebrew: 'נועה <boss@example.com> 123',
  invisible: 'ad\u200bm\u00adi\u2060n\ufeff\u{e0061}',
  tower: `e${'\u0301'.repeat(2_000)}`.repeat(40),
  long: 'x'.repeat(100_000),
  broken: 'a\ud800b\u0000c\r\nd\te\u2028f',
  formula: '=HYPERLINK("https://evil.example";"x");@SUM(1+1)',
  nothing: '\u200b\u2060\u3164',
};

/** As many rows as there are texts. */
const each = <T>(row: (text: string, id: number) => T): T[] =>
  Object.values(HOSTILE).map((text, place) => row(text, place + 1));

const named = (text: string, id: number) => ({ id, description: text, name: text });

const person = (text: string) => ({
  ...SAMPLES.user,
  id: 176257,
  username: text,
  name: text,
  organisation: named(text, 1),
  status: named(text, 70),
  roles: [{ id: 1, name: 'Administrator' }, ...each(named).slice(1)],
  mfa: each((words, id) => ({
    ...SAMPLES.user.mfa[0],
    id,
    type: named(words, 70 + id),
    status: named(words, 70 + id),
  })),
});

/** All that the API can say, said by somebody who means harm. */
async function poison(sandbox: Sandbox, text: string): Promise<void> {
  const api = '/api/v1/user';
  const devices = each((words, id) => ({ ...SAMPLES.devices[0], id, browser: words, operating_system: words }));
  const events = each((words, id) => ({
    ...SAMPLES.events[0],
    id,
    description: words,
    event_type: named(words, id + 100),
    event_severity: named(words, 1),
  }));
  const bodies: Record<string, unknown> = {
    [`${api}/my$`]: { ...person(text), id: 1 },
    [`${api}/176257$`]: person(text),
    [`${api}/my/mfa/trusted_device$`]: devices,
    [`${api}/176257/mfa/trusted_device$`]: devices,
    [`${api}/my/event$`]: events,
    [`${api}/176257/event$`]: events,
    [`${api}/status$`]: each(named),
    [`${api}/mfa/status$`]: each(named),
    [`${api}/mfa/type$`]: each(named),
    [`${api}$`]: each((words, id) => ({ ...person(words), id })),
  };
  for (const [path, body] of Object.entries(bodies)) {
    await sandbox.addFault({ method: 'GET', path, status: 200, body, times: 'always' });
  }
}

/** Nothing of it is markup, an address, or a character that deceives; all of it is bounded and in its place. */
async function expectHarmless(page: Page): Promise<void> {
  await expect(page.locator('#root :is(img, script, iframe, [onerror], bdi :not(wbr))')).toHaveCount(0);
  const found = await page.evaluate(() => {
    const deceptive = /(?![\n\t])\p{Cc}|\p{Cf}|\p{Cs}|\u3164/u;
    const texts = [document.title];
    // What a person has typed or pasted stays as it is.
    for (const element of document.querySelectorAll('#root :not(textarea)')) {
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) texts.push(node.textContent ?? '');
      for (const { name, value } of element.attributes) if (/^(title|aria-|alt|value)/.test(name)) texts.push(value);
    }
    const { origin } = location;
    const links = [...document.querySelectorAll('a')].filter((link) => new URL(link.href).origin !== origin);
    const nameless = [...document.querySelectorAll('a, button, h1, h2')].filter(
      (element) => !element.textContent?.trim() && !element.getAttribute('aria-label'),
    );
    const loose = [...document.querySelectorAll('main *')].filter(
      (element) =>
        [...element.childNodes].some(
          (node) => node.nodeType === Node.TEXT_NODE && /[\u0590-\u05ff]/.test(node.textContent ?? ''),
        ) && !element.closest('bdi, h1, option, [aria-hidden]'),
    );
    return {
      deceptive: texts.filter((text) => deceptive.test(text)).map((text) => text.slice(0, 80)),
      longest: Math.max(
        ...[...document.querySelectorAll('bdi, h1, option')].map(({ textContent }) => textContent?.length ?? 0),
      ),
      title: document.title.length,
      links: links.map(({ href }) => href),
      nameless: nameless.map(({ outerHTML }) => outerHTML.slice(0, 80)),
      loose: loose.map(({ outerHTML }) => outerHTML.slice(0, 120)),
    };
  });
  expect(found).toMatchObject({ deceptive: [], links: [], nameless: [], loose: [] });
  // 300 characters as people count them, with a few marks on each.
  expect(found.longest).toBeLessThanOrEqual(1_500);
  expect(found.title).toBeLessThanOrEqual(700);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(320);
}

const PAGES: Record<string, string> = {
  overview: '/',
  'authenticator apps': '/authenticators',
  devices: '/devices',
  activity: '/activity',
  users: '/users',
  'a person': '/users/176257',
  'the set-up': '/authenticators/new',
};

test.use({ viewport: { width: 320, height: 640 } });

for (const [kind, text] of Object.entries(HOSTILE)) {
  const isUsual = ['hebrew', 'nothing'].includes(kind);
  test(`every page shows hostile text harmlessly, and a person whose name is ${kind}${isUsual ? '' : ' @full'}`, async ({
    page,
    sandbox,
  }) => {
    test.slow(!isUsual);
    await openSignedIn(page, 'admin@example.com');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Account security');
    await poison(sandbox, text);
    for (const path of Object.values(PAGES)) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
      await expect(page.locator('bdi, select').first()).toBeAttached();
      await expectHarmless(page);
    }
  });
}

test('dialogs and receipts keep name, e-mail and number apart, and the downloads are safe', async ({
  page,
  sandbox,
}) => {
  await openSignedIn(page, 'admin@example.com');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Account security');
  await poison(sandbox, HOSTILE.hebrew);
  await sandbox.addFault({
    method: 'DELETE',
    path: '/api/v1/user/176257/mfa/trusted_device',
    status: 409,
    body: { error_token: `${HOSTILE.bidi}\n=1+1`, message: `${HOSTILE.formula}\nBy: somebody else` },
    times: 'always',
  });
  await page.goto('/users/176257');
  await page.getByRole('button', { name: 'Revoke all devices' }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog.getByText('User ID 176257')).toBeVisible();
  await expect(dialog.getByText('User ID 176257').locator('..').locator('bdi')).toHaveText([
    HOSTILE.hebrew,
    HOSTILE.hebrew,
    HOSTILE.hebrew,
  ]);
  await expectHarmless(page);

  await dialog.getByRole('button', { name: 'Revoke 10 devices' }).click();
  const receipt = page.getByRole('region', { name: 'Receipt' });
  await expect(receipt).toContainText('10 items are still there.');
  await expectHarmless(page);
  const file = async (name: string) => {
    const download = page.waitForEvent('download');
    await receipt.getByRole('button', { name }).click();
    return readFileSync(await (await download).path(), 'utf8');
  };
  const csv = await file('Download CSV');
  expect(csv.trimEnd().split('\r\n')).toHaveLength(11);
  for (const cell of csv.matchAll(/(?:^|,|;)[\s"]*([=+\-@])/gm)) throw new Error(`A formula at ${cell.index}`);
  expect(csv).not.toMatch(/(?![\r\n])\p{Cc}|(?!\ufeff)\p{Cf}/u);
  const { items } = JSON.parse(await file('Download JSON'));
  expect(items).toHaveLength(10);
});

test('a Key URI that would harm becomes no link and no QR code, and the setup key does its work', async ({
  page,
  sandbox,
}) => {
  await begin(page, sandbox);
  const body = { id: 1, secret_key: 'JBSWY3DPEHPK3PXP', otpauth: HOSTILE.address };
  await sandbox.addFault({ method: 'POST', path: '/api/v1/user/mfa', body });
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('JBSW Y3DP EHPK 3PXP')).toBeVisible();
  await expect(page.getByRole('img', { name: 'QR code' })).toBeHidden();
  await expectHarmless(page);
});

for (const [kind, label] of [
  ['broken', 'otpauth://totp/a\ud800b'],
  ['markup', `otpauth://totp/${encodeURIComponent(HOSTILE.markup)}`],
  ['hebrew', `otpauth://totp/${encodeURIComponent(`${HOSTILE.hebrew}:${HOSTILE.bidi}`)}`],
] as const) {
  test(`a Key URI with a ${kind} label stands, is bounded, and can be left`, async ({ page, sandbox }) => {
    await begin(page, sandbox);
    const body = { id: 1, secret_key: 'JBSWY3DPEHPK3PXP', otpauth: `${label}?secret=JBSWY3DPEHPK3PXP` };
    await sandbox.addFault({ method: 'POST', path: '/api/v1/user/mfa', body });
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByLabel('6-digit code')).toBeVisible();
    await page.getByRole('link', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Leave and delete the key' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Authenticator apps');
  });
}

test('an error’s words are shown as text, bounded, and turn nothing', async ({ page, sandbox }) => {
  const body = { error_code: 1e300, error_token: HOSTILE.bidi, message: HOSTILE.markup + HOSTILE.long };
  await sandbox.addFault({ path: '/api/v1/user/my/', status: 422, body, times: 'always' });
  await openSignedIn(page, 'new@example.com');
  await expect(page.getByRole('alert')).toHaveCount(2);
  await page.getByText('Details').first().click();
  await expectHarmless(page);
});

test('a pasted list is no more trusted than the API', async ({ page }) => {
  await openSignedIn(page, 'admin@example.com', '/revoke');
  await page
    .getByLabel('Emails or user IDs')
    .fill(`${HOSTILE.markup}\n${HOSTILE.bidi}\n${HOSTILE.long}\n${HOSTILE.tower}`);
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.getByRole('alert')).toContainText('<img src=x onerror=alert(1)><script>');
  await expectHarmless(page);
});
