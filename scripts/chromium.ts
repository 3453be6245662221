import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The Chromium that the tests use: `CHROMIUM_PATH`, the system's, else undefined, which is Playwright's own. */
export function chromiumPath(): string | undefined {
  return [process.env.CHROMIUM_PATH, ...PLACES].find((path) => path !== undefined && existsSync(path));
}

/**
 * Gets a Chromium where there is none: Playwright's, else Debian's as root.
 * @throws Error that says in one sentence what to install
 */
export function ensureChromium(): void {
  const isThere = () => chromiumPath() !== undefined || existsSync(chromium.executablePath());
  if (isThere()) return;
  attempt('npx', ['playwright', 'install', 'chromium']);
  if (isThere()) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    attempt('apt-get', ['update']);
    attempt('apt-get', ['install', '-y', 'chromium']);
  }
  if (!isThere()) {
    throw new Error(
      'The browser tests need Chromium: install it (on Debian: apt-get install chromium), or set CHROMIUM_PATH.',
    );
  }
}

function attempt(command: string, words: string[]): void {
  try {
    execFileSync(command, words, { stdio: 'ignore', timeout: 300_000 });
  } catch {
    // The next way is tried; what is there in the end decides.
  }
}
