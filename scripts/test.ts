import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureChromium } from './chromium.ts';
import { ensureNginx } from './nginx.ts';

/** Everything that has to hold, in the order in which a mistake is cheapest to find. Ends with `N passed, N failed`. */
type Counts = { passed: number; failed: number };
type Check = { name: string; command: string; count?: () => Counts };

const full = process.argv.includes('--full');
const RESULTS = 'test-results';

const checks: Check[] = [
  { name: 'lint', command: 'biome check .' },
  { name: 'types', command: 'tsc --noEmit' },
  { name: 'unused code', command: 'knip' },
  { name: 'messages', command: 'node scripts/messages.ts' },
  {
    name: 'unit tests',
    command: `vitest run --reporter=default --reporter=json --outputFile.json=${RESULTS}/unit.json`,
    count: () => {
      const { numPassedTests, numFailedTests } = readJson('unit.json');
      return { passed: number(numPassedTests), failed: number(numFailedTests) };
    },
  },
  { name: 'build', command: 'vite build' },
  { name: 'size', command: 'node scripts/size.ts' },
  { name: 'dependencies', command: 'node scripts/dependencies.ts' },
  {
    name: 'browser tests',
    command: `playwright test${full ? '' : ' --grep-invert @full'}`,
    count: () => {
      const { stats } = readJson('browser.json') as { stats: Record<string, unknown> };
      return { passed: number(stats.expected), failed: number(stats.unexpected) + number(stats.flaky) };
    },
  },
];

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
const total: Counts = { passed: 0, failed: 0 };
for (const ensure of [ensureChromium, ensureNginx]) {
  try {
    await ensure();
  } catch (error) {
    console.info(String(error));
    total.failed += 1;
  }
}
for (const check of checks) {
  const began = performance.now();
  console.info(`\n── ${check.name}`);
  const { passed, failed } = run(check);
  total.passed += passed;
  total.failed += failed;
  console.info(
    `── ${check.name}: ${failed === 0 ? 'good' : 'FAILED'}, ${((performance.now() - began) / 1000).toFixed(1)} s`,
  );
}
console.info(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

function run({ command, count }: Check): Counts {
  const [program = '', ...words] = command.split(' ');
  const { status } = spawnSync(program, words, { stdio: 'inherit' });
  if (!count) return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  try {
    const counts = count();
    // A runner that breaks before or after its tests has failed, whatever it counted.
    return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } catch {
    // Without its results nobody knows what a runner ran, whatever it says.
    return { passed: 0, failed: 1 };
  }
}

function readJson(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(`${RESULTS}/${name}`, 'utf8'));
}

function number(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
