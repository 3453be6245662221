import { LANGUAGES } from '../../src/languages.ts';
import { SCREENS } from '../screens.ts';
import { test } from '../test.ts';
import { longestLanguage, wordsIn } from '../words.ts';
import { pictureOf, THEMES, WIDTHS } from './album.ts';
import { Stage } from './stage.ts';

/** Seen in each language. */
const FACES = ['sign-in empty', 'overview protected', 'person full'];

for (const language of Object.keys(LANGUAGES)) {
  test.describe(language, () => {
    test.use(language === 'en' ? {} : { locale: language });

    for (const { page: place, state, show } of SCREENS) {
      const isWhole = language === 'en';
      if (!isWhole && language !== longestLanguage() && !FACES.includes(`${place} ${state}`)) continue;
      test(`${place}, ${state}`, async ({ page, sandbox }) => {
        await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
        const stage = new Stage(page, sandbox, wordsIn(language));
        await show(stage);
        for (const width of isWhole ? WIDTHS : [320]) {
          await page.setViewportSize({ width, height: width === 320 ? 640 : 900 });
          for (const theme of isWhole ? THEMES : ['light' as const]) {
            await page.emulateMedia({ colorScheme: theme });
            await stage.settles();
            // Under a dialog the page is still, and what lies below the fold is out of reach.
            const fullPage = (await page.locator('dialog:modal').count()) === 0;
            await page.screenshot({ path: pictureOf({ place, state, language, width, theme }), fullPage });
          }
        }
      });
    }
  });
}
