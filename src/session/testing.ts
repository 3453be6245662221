import { vi } from 'vitest';

/** Web storage as a browser has it, for tests without one. */
export function stubStorage(): Record<'sessionStorage' | 'localStorage', Map<string, string>> {
  const areas = { sessionStorage: new Map<string, string>(), localStorage: new Map<string, string>() };
  const storageOf = (items: Map<string, string>) => ({
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  });
  vi.stubGlobal('window', {
    sessionStorage: storageOf(areas.sessionStorage),
    localStorage: storageOf(areas.localStorage),
  });
  return areas;
}
