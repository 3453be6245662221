import { useEffect, useEffectEvent, useLayoutEffect, useSyncExternalStore } from 'react';
import { readStored, store } from '../../session/storage.ts';

/**
 * Keys that do something by themselves, without Ctrl or Alt. Speech input and a slip of the hand press them too, so
 * they can be turned off (WCAG 2.1.4), once for this browser.
 */
const STORED = 'mfa-portal:single-keys';

let on = readStored('localStorage', STORED) !== false;
const listeners = new Set<() => void>();

export function turnSingleKeys(next: boolean): void {
  on = next;
  // Where storage is blocked, it lasts until the page is closed.
  store('localStorage', STORED, next);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useSingleKeysOn(): boolean {
  return useSyncExternalStore(subscribe, () => on);
}

/** Whether a key belongs to what has the focus: a character to be typed, or a name to be jumped to. */
const TAKES_KEYS = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable], [role="menu"]';

export function useSingleKey(key: string, onPress: () => void): void {
  const press = useEffectEvent(onPress);
  // Before the paint: whoever sees the page may press the key.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!on || event.key !== key || event.ctrlKey || event.metaKey || event.altKey) return;
      const isTaken = event.target instanceof HTMLElement && event.target.closest(TAKES_KEYS);
      // What lies under a dialog is out of reach, for this key too.
      if (isTaken || document.querySelector('dialog:modal')) return;
      event.preventDefault();
      press();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [key]);
}

const described = new Map<string, string>();

/** Lists a key of the page among those that the help shows, for as long as it works. */
export function useKeyDescription(key: string, does: string): void {
  useEffect(() => {
    described.set(key, does);
    return () => void described.delete(key);
  }, [key, does]);
}

/** What each key of the page does. */
export const keyDescriptions = (): [key: string, does: string][] => [...described];
