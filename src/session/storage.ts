/**
 * Web storage that may be full, blocked or tampered with: reading then finds nothing, writing says that it failed,
 * and the portal goes on without.
 */
export type StorageArea = 'sessionStorage' | 'localStorage';

/** The JSON value under a key, or undefined. What it holds is for the caller to check. */
export function readStored(area: StorageArea, key: string): unknown {
  try {
    return JSON.parse(window[area].getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** @returns whether it was kept */
export function store(area: StorageArea, key: string, value: unknown): boolean {
  try {
    window[area].setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

export function forget(area: StorageArea, key: string): void {
  try {
    window[area].removeItem(key);
  } catch {
    // Blocked storage holds nothing to forget.
  }
}
