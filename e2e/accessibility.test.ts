import AxeBuilder from '@axe-core/playwright';
import { LANGUAGES } from '../src/languages.ts';
import { beginAndScan } from './enrolment.ts';
import { Stage } from './screens/stage.ts';
import { SCREENS } from './screens.ts';
import { expect, test } from './test.ts';
import { longestLanguage, wordsIn } from './words.ts';

/** Unlike each other: what the other screens are made of is on one of these. */
const OFTEN = new Set([
  'sign-in with nothing entered',
  'second factor wrong code, lost phone',
  'overview no authenticator app',
  'overview error',
  'authenticator apps unfinished key',
  'authenticator apps enter the code',
  'set up an app can’t scan, wrong code',
  'devices long names',
  'devices revoke all',
  'activity list',
  'users list',
  'person receipt',
  'revoke preview',
  'any page menu of the account',
  'any page locked',
]);
/** Text has more contrast where people are most at a loss. */
const ENHANCED = /^(sign-in|second factor|set up an app)$/;
/** Before and after an open menu: hands the focus on at once, so nobody stays on what is hidden. */
const FOCUS_GUARD = '[data-base-ui-focus-guard]';
const CONTRAST = 'color-contrast-enhanced';

for (const language of Object.keys(LANGUAGES)) {
  test.describe(language, () => {
    test.use(language === 'en' ? {} : { locale: language });

    for (const { page: place, state, show } of SCREENS) {
      const isOften = OFTEN.has(`${place} ${state}`) && (language === 'en' || language === longestLanguage());
      test(`${place}, ${state}: no violation in light and dark, and nothing runs off a narrow screen${isOften ? '' : ' @full'}`, async ({
        page,
        sandbox,
      }) => {
        await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
        const stage = new Stage(page, sandbox, wordsIn(language));
        await show(stage);
        await stage.settles();
        const rules = {
          'target-size': { enabled: true },
          [CONTRAST]: { enabled: ENHANCED.test(place) },
          // An open menu hangs at the end of the page, whatever opened it.
          region: { enabled: (await page.getByRole('menu').count()) === 0 },
        };
        expect(await violations(new AxeBuilder({ page }).exclude(FOCUS_GUARD).options({ rules }))).toEqual([]);
        // The rest is the same in the dark.
        await page.emulateMedia({ colorScheme: 'dark' });
        await stage.settles();
        const ofColour = ['color-contrast', 'link-in-text-block', ...(ENHANCED.test(place) ? [CONTRAST] : [])];
        expect(await violations(new AxeBuilder({ page }).withRules(ofColour)), 'dark').toEqual([]);
        await page.setViewportSize({ width: 320, height: 640 });
        const width = () => page.evaluate(() => document.documentElement.scrollWidth);
        await expect.poll(width).toBeLessThanOrEqual(320);
      });
    }
  });
}

async function violations(axe: AxeBuilder): Promise<string[][]> {
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => [
    id,
    ...nodes.map(({ target, any }) => `${target.join(' ')} ${any[0]?.message}`),
  ]);
}

test('the QR code is read in forced colours too', async ({ page, sandbox }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  expect(await beginAndScan(page, sandbox)).toMatch(/^[A-Z2-7]{32}$/);
});

test('an app is set up, and a device revoked, by keyboard alone', async ({ page, sandbox }) => {
  await sandbox.addUser({
    username: 'keys@example.com',
    devices: [{ browser: 'Edge', operating_system: 'Windows', activated_seconds_ago: 60 }],
  });
  const press = async (key: string, name: string) => {
    for (let turn = 0; turn < 40; turn += 1) {
      await page.keyboard.press('Tab');
      const label = await page.evaluate(() => {
        const { activeElement, body } = document;
        return activeElement === body ? '' : (activeElement?.textContent ?? '');
      });
      if (label.includes(name)) return page.keyboard.press(key);
    }
    throw new Error(`Tab does not reach ${name}`);
  };
  await page.goto('/sign-in');
  await expect(page.getByLabel('Email')).toBeFocused();
  await page.keyboard.type('keys@example.com');
  await page.keyboard.press('Tab');
  await page.keyboard.type('sandbox');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'No authenticator app' })).toBeVisible();
  await press('Enter', 'Set up an authenticator app');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Continue' })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.type('sandbox');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('6-digit code')).toBeVisible();
  await press('Enter', 'Cancel');
  await expect(page.getByRole('button', { name: 'Stay' })).toBeFocused();
  await press('Enter', 'Leave and delete the key');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Authenticator apps');
  await press('Enter', 'Trusted devices');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trusted devices');
  await press('Enter', 'Revoke');
  await press('Enter', 'Revoke device');
  await expect(page.getByText('No browser is trusted')).toBeVisible();
});
