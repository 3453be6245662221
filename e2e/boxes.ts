import type { Page } from '@playwright/test';

/** What the checks of boxes share, in the page. */
interface Boxes {
  /** Everything that is pressed, typed into or chosen from, as it is seen now. */
  controls: () => HTMLElement[];
  /** What a press on the point would reach: the control itself, or what stands for it. */
  reaches: (control: HTMLElement, x: number, y: number) => boolean;
  /** How it is spoken of in a failure. */
  nameOf: (element: Element) => string;
}

declare global {
  interface Window {
    boxes: Boxes;
  }
}

/** Puts `window.boxes` into every page from now on. */
export async function provideBoxes(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const PRESSED = 'a[href], button, input, select, textarea, summary, [role="menuitem"], [role="menuitemradio"]';
    const scope = () => document.querySelector('dialog:modal') ?? document;
    // The link that skips the navigation is there for the focus alone.
    const isSeen = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true }) && !element.matches('[href="#content"]:not(:focus)');
    window.boxes = {
      controls: () =>
        [...scope().querySelectorAll<HTMLElement>(PRESSED)].filter(
          (element) => isSeen(element) && !element.matches(':disabled'),
        ),
      reaches: (control, x, y) => {
        const hit = document.elementFromPoint(x, y);
        const labels = control instanceof HTMLInputElement ? [...(control.labels ?? [])] : [];
        return [control, ...labels].some((own) => own.contains(hit));
      },
      nameOf: (element) => {
        const name = element.getAttribute('aria-label') || element.textContent || element.getAttribute('name');
        return `${element.tagName.toLowerCase()} ${(name || element.id).trim().slice(0, 40)}`;
      },
    };
  });
}

/** Controls that are smaller than `size` CSS pixels across or down (2.5.8, 2.5.5). */
export function tooSmall(page: Page, size: number): Promise<string[]> {
  return page.evaluate((size) => {
    const { controls, reaches, nameOf } = window.boxes;
    /** In a sentence, the line height settles the size. */
    const isInSentence = (control: Element) => {
      const isInline = getComputedStyle(control).display === 'inline';
      return isInline && control.parentElement?.textContent?.trim() !== control.textContent?.trim();
    };
    const isMissed = (control: HTMLElement) => {
      control.scrollIntoView({ block: 'center' });
      const { left, right, top, bottom } = control.getBoundingClientRect();
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      /** How far from the middle a press still counts, up to `size`. */
      const reach = (across: number, down: number) => {
        let away = 0;
        while (away < size && reaches(control, x + across * away, y + down * away)) away += 0.5;
        return away;
      };
      return reach(-1, 0) + reach(1, 0) < size || reach(0, -1) + reach(0, 1) < size;
    };
    return controls()
      .filter((control) => !isInSentence(control) && isMissed(control))
      .map(nameOf);
  }, size);
}

/** Controls that show no ring of two pixels or more when the keyboard reaches them (2.4.7). */
export async function withoutFocusRing(page: Page): Promise<string[]> {
  await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const { controls, nameOf } = window.boxes;
    return controls()
      .filter((control) => {
        control.focus();
        const { outlineStyle, outlineWidth } = getComputedStyle(control);
        return (
          document.activeElement === control && !(outlineStyle === 'solid' && Number.parseFloat(outlineWidth) >= 2)
        );
      })
      .map(nameOf);
  });
}

/** Controls that are nowhere to be seen when they get the focus, from above or from below (2.4.11). */
export function hiddenWhenFocused(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { controls, reaches, nameOf } = window.boxes;
    const isHidden = (control: HTMLElement) => {
      control.focus();
      const { left, top, width, height } = control.getBoundingClientRect();
      const parts = [0.1, 0.3, 0.5, 0.7, 0.9];
      return !parts.some((down) =>
        parts.some((across) => reaches(control, left + width * across, top + height * down)),
      );
    };
    const all = controls();
    return [...all.filter(isHidden), ...all.toReversed().filter(isHidden)].map(nameOf);
  });
}

/** Pairs of controls and headings that lie over one another. */
export function overlapping(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { controls, nameOf } = window.boxes;
    const headings = [...document.querySelectorAll<HTMLElement>('h1, h2, h3')];
    const isModal = document.querySelector('dialog:modal') !== null;
    scrollTo(0, 0);
    const all = [...(isModal ? [] : headings.filter((heading) => heading.checkVisibility())), ...controls()];
    const boxes = all.map((element) => ({ element, box: element.getBoundingClientRect() }));
    return boxes.flatMap(({ element, box }, index) =>
      boxes
        .slice(index + 1)
        .filter(({ element: other, box: its }) => {
          const across = Math.min(box.right, its.right) - Math.max(box.left, its.left);
          const down = Math.min(box.bottom, its.bottom) - Math.max(box.top, its.top);
          return across > 1 && down > 1 && !element.contains(other) && !other.contains(element);
        })
        .map(({ element: other }) => `${nameOf(element)} and ${nameOf(other)}`),
    );
  });
}

/** What runs off the page sideways, and text that its box cuts off (1.4.10, 1.4.12). */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { nameOf } = window.boxes;
    const { scrollWidth, clientWidth } = document.documentElement;
    const clipped = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => {
      const { overflowX, overflowY, clipPath } = getComputedStyle(element);
      // Words for the ear alone are one pixel large; a name that is shortened by design has all of it behind it.
      if (element.title !== '' || !element.checkVisibility() || clipPath !== 'none' || element.clientHeight <= 1)
        return false;
      const isCut = (overflow: string, inner: number, outer: number) =>
        ['hidden', 'clip'].includes(overflow) && inner > outer + 1;
      return (
        element.textContent?.trim() !== '' &&
        (isCut(overflowX, element.scrollWidth, element.clientWidth) ||
          isCut(overflowY, element.scrollHeight, element.clientHeight))
      );
    });
    return [
      ...(scrollWidth > clientWidth ? [`sideways: ${scrollWidth}`] : []),
      ...clipped.map(
        (element) =>
          `${nameOf(element)} is ${element.scrollWidth} by ${element.scrollHeight} in ${element.clientWidth} by ${element.clientHeight}`,
      ),
    ];
  });
}
