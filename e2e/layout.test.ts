import type { Page } from '@playwright/test';
import { cutOff, hiddenWhenFocused, overlapping, provideBoxes, tooSmall, withoutFocusRing } from './boxes.ts';
import { onEveryPage } from './pages.ts';
import { test } from './test.ts';

const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 320, height: 640 };
/** 1280 by 1024 at 400 %. */
const ZOOMED = { width: 320, height: 256 };

test.beforeEach(async ({ page }) => {
  test.setTimeout(90_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await provideBoxes(page);
});

/** What is to hold on every page; all of it is looked at with one sign-in. */
const CHECKS: Record<string, (page: Page) => Promise<string[]>> = {
  'every control is 24 px large, shows the focus, and lies over no other': async (page) => {
    await page.setViewportSize(WIDE);
    return [...(await tooSmall(page, 24)), ...(await withoutFocusRing(page)), ...(await overlapping(page))];
  },
  'right to left nothing runs off or overlaps, and the navigation is at the right': async (page) => {
    await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
    const atRight = [...(await cutOff(page)), ...(await overlapping(page)), ...(await navigationAtLeft(page))];
    await page.setViewportSize(NARROW);
    const narrow = [...(await cutOff(page)), ...(await overlapping(page))];
    await page.evaluate(() => document.documentElement.removeAttribute('dir'));
    return [...atRight, ...narrow];
  },
  'at 400 % nothing is cut off, and every control can be reached and is seen when focused': async (page) => {
    await page.setViewportSize(ZOOMED);
    return [...(await cutOff(page)), ...(await hiddenWhenFocused(page))];
  },
  'with text spaced out nothing is cut off or overlaps on a narrow screen': async (page) => {
    await page.setViewportSize(NARROW);
    await spaceOut(page);
    return [...(await cutOff(page)), ...(await overlapping(page))];
  },
};

test('every page: sizes, focus, right to left, 400 %, text spacing', async ({ page, sandbox }) => {
  await onEveryPage(page, sandbox, async () => {
    const faults: string[] = [];
    for (const [rule, check] of Object.entries(CHECKS)) {
      faults.push(...(await check(page)).map((fault) => `not so: ${rule}: ${fault}`));
    }
    await page.setViewportSize(WIDE);
    return faults;
  });
});

test.describe('under a finger', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: NARROW });

  test('every control is 44 px large @full', async ({ page, sandbox }) => {
    await onEveryPage(page, sandbox, () => tooSmall(page, 44));
  });
});

/** WCAG 1.4.12. */
function spaceOut(page: Page): Promise<void> {
  return page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
      p { margin-block-end: 2em !important; }
    `);
    document.adoptedStyleSheets = [sheet];
  });
}

function navigationAtLeft(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const navigation = document.querySelector('nav')?.getBoundingClientRect();
    const main = document.querySelector('main')?.getBoundingClientRect();
    return navigation && main && navigation.left < main.right - 1 ? ['the navigation'] : [];
  });
}
