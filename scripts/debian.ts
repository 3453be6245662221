import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Does nothing where one is not root on Debian. */
export function installFromDebian(...names: string[]): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  attempt('apt-get', ['update']);
  attempt('apt-get', ['install', '-y', '--no-install-recommends', ...names]);
}

/** Runs a command that may well fail. */
export function attempt(command: string, words: string[]): void {
  try {
    execFileSync(command, words, { stdio: 'ignore', timeout: 300_000 });
  } catch {
    // The next way is tried; what is there in the end decides.
  }
}
