import type { KeyboardEvent } from 'react';

/** Where a key leads in a menu: by arrows, round its ends; by Home and End; by a letter to what begins with it. */
export function itemAfter(
  { key, ctrlKey, metaKey, altKey }: KeyboardEvent,
  menu: HTMLElement,
): HTMLElement | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  const items = [...menu.querySelectorAll<HTMLElement>('[role^=menuitem]')];
  const at = items.findIndex((item) => item.matches(':focus'));
  switch (key) {
    case 'ArrowDown':
      return items[at + 1] ?? items[0];
    case 'ArrowUp':
      return items.at(at === -1 ? -1 : at - 1);
    case 'Home':
      return items[0];
    case 'End':
      return items.at(-1);
    default: {
      const begins = (item: HTMLElement) => item.textContent.trim().toLowerCase().startsWith(key.toLowerCase());
      return key.length === 1 && key !== ' ' ? [...items.slice(at + 1), ...items].find(begins) : undefined;
    }
  }
}
