import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const PROGRAMS = ['biome', 'tsc', 'knip', 'node', 'vitest', 'vite', 'playwright', 'nginx'];

/** Runs the whole check with programs that do nothing but what `programs` says. */
function check(programs: Record<string, string> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'check-'));
  mkdirSync(join(folder, 'bin'));
  for (const name of PROGRAMS) {
    const program = join(folder, 'bin', name);
    writeFileSync(program, `#!/bin/sh\n${programs[name] ?? ''}\n`);
    chmodSync(program, 0o755);
  }
  const env = { PATH: join(folder, 'bin'), CHROMIUM_PATH: '/bin/sh' };
  const { stdout } = spawnSync(process.execPath, [join(import.meta.dirname, 'test.ts')], { cwd: folder, env });
  return stdout.toString().trim().split('\n').at(-1) ?? '';
}

const results = {
  vitest: `echo '{"numPassedTests": 3, "numFailedTests": 0}' > test-results/unit.json`,
  playwright: `echo '{"stats": {"expected": 4, "unexpected": 0, "flaky": 0}}' > test-results/browser.json`,
};

test.each([
  ['counts what ran', results, '14 passed, 0 failed'],
  ['takes a runner without results for failed', {}, '7 passed, 2 failed'],
  [
    'takes a runner that breaks after its tests for failed',
    { ...results, vitest: `${results.vitest}; exit 1` },
    '14 passed, 1 failed',
  ],
])('%s', { timeout: 30_000 }, (_, programs, summary) => {
  expect(check(programs)).toBe(summary);
});
