import { existsSync } from 'node:fs';
import { attempt, installFromDebian } from './debian.ts';

/** Chromium without a window: the same engine, and the tests take half the time. */
const HEADLESS = '/usr/bin/chromium-headless-shell';
const PLACES = [HEADLESS, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The Chromium that the tests use: `CHROMIUM_PATH`, the system's, else undefined, which is Playwright's own. */
export function chromiumPath(): string | undefined {
  return [process.env.CHROMIUM_PATH, ...PLACES].find((path) => path !== undefined && existsSync(path));
}

/**
 * Gets a Chromium where there is none, and the quicker one where that can be had: Debian's as root, else Playwright's.
 * @throws Error that says in one sentence what to install
 */
export async function ensureChromium(): Promise<void> {
  if (process.env.CHROMIUM_PATH === undefined && !existsSync(HEADLESS)) installFromDebian('chromium-headless-shell');
  if (chromiumPath() !== undefined) return;
  const { chromium } = await import('@playwright/test');
  const isThere = () => existsSync(chromium.executablePath());
  if (!isThere()) attempt('npx', ['playwright', 'install', 'chromium']);
  if (!isThere()) {
    throw new Error(
      'The browser tests need Chromium: install it (on Debian: apt-get install chromium), or set CHROMIUM_PATH.',
    );
  }
}
