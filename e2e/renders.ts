import type { Locator, Page } from '@playwright/test';

/** What is needed here of React's own record of a component; `stateNode` is an element where `type` is its tag. */
interface Fiber {
  type: unknown;
  flags: number;
  alternate: Fiber | null;
  return: Fiber | null;
  child: Fiber | null;
  sibling: Fiber | null;
  stateNode: unknown;
}

interface Renders {
  /** The elements whose components were drawn anew, one for each time. */
  anew: Element[];
}

/**
 * Has React report what it draws, as its developer tools do; called before the page is opened. What is drawn for the
 * first time does not count: something new is there.
 */
export async function watchRenders(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const PERFORMED_WORK = 1;
    const renders: Renders = { anew: [] };
    const elementAround = (fiber: Fiber): Element | undefined => {
      for (let at = fiber.return; at; at = at.return) if (typeof at.type === 'string') return at.stateNode as Element;
      return undefined;
    };
    const visit = (fiber: Fiber, before: Fiber): void => {
      // The very same children: nothing below was come to.
      if (fiber.child === before.child) return;
      for (let child = fiber.child; child; child = child.sibling) {
        if (!child.alternate) continue;
        const element = elementAround(child);
        const isComponent = child.type !== null && typeof child.type !== 'string';
        if (isComponent && child.flags & PERFORMED_WORK && element) renders.anew.push(element);
        visit(child, child.alternate);
      }
    };
    Object.assign(globalThis, {
      renders,
      __REACT_DEVTOOLS_GLOBAL_HOOK__: {
        supportsFiber: true,
        inject: () => 1,
        onCommitFiberUnmount: () => undefined,
        onCommitFiberRoot: (_: number, { current }: { current: Fiber }) => {
          if (current.alternate) visit(current, current.alternate);
        },
      },
    });
  });
}

/** @returns how often components inside each of the elements were drawn anew by what is done */
export async function rendersIn(page: Page, elements: Locator, done: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    (globalThis as unknown as { renders: Renders }).renders.anew = [];
  });
  await done();
  return elements.evaluateAll((all) => {
    const { anew } = (globalThis as unknown as { renders: Renders }).renders;
    return all.map((element) => anew.filter((drawn) => element.contains(drawn)).length);
  });
}
