import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { ALL_CODE, LANGUAGE, ROUTES, SIGN_IN_REQUESTS } from './budgets.ts';
import { readBundle } from './bundle.ts';

/** Weighs the built portal against the budgets of budgets.ts, route by route. Fails over any of them. */
const chunks = readBundle();
const indexHtml = readFileSync('dist/index.html', 'utf8');
const named = [...indexHtml.matchAll(/(?:src|href)="[^"]*?((?:assets\/|favicon\.)[^"]+)"/g)].map(
  ([, file]) => file ?? '',
);

const faults: string[] = [];
const row = (name: string, ...figures: [number, number][]) => {
  const cells = figures.map(([figure, budget]) => `${figure.toFixed(1).padStart(9)} of ${String(budget).padEnd(5)}`);
  console.info(`${name.padEnd(22)}${cells.join('')}`);
  if (figures.some(([figure, budget]) => !(figure > 0) || figure > budget)) faults.push(`${name} is over its budget`);
};

console.info(`${''.padEnd(22)}${'JavaScript'.padStart(14)}${'CSS, kB'.padStart(17)}`);
for (const [route, { loads, js, css }] of Object.entries(ROUTES)) {
  const files = filesOf(loads);
  row(route, [weigh(files, '.js'), js], [weigh(files, '.css'), css]);
}
row('requests of sign-in', [1 + new Set([...named, ...filesOf([])]).size, SIGN_IN_REQUESTS]);

const words = Map.groupBy(globSync('dist/assets/words-*.js'), (path) => /words-(.*)-.{8}\.js$/.exec(path)?.[1] ?? '');
for (const [language, files] of words) {
  // The words for trying out how the pages bear longer ones are nobody's language.
  if (language !== 'en-XA') row(`words, ${language}`, [kilobytes(files), LANGUAGE]);
}
const code = globSync('dist/assets/*.js').filter((path) => ![...words.values()].flat().includes(path));
row('all but words', [kilobytes(code), ALL_CODE]);

const budgeted = new Set(Object.values(ROUTES).flatMap(({ loads }) => loads));
for (const { loadedFor = '' } of chunks) {
  if (/\/pages\/.*Page\.tsx$/.test(loadedFor) && !budgeted.has(loadedFor)) faults.push(`${loadedFor} has no budget`);
}

for (const fault of faults) console.info(fault);
process.exitCode = faults.length === 0 ? 0 : 1;

/** All that is loaded where these modules are, with what index.html names. @throws Error for one that is no file's start */
function filesOf(modules: readonly string[]): Set<string> {
  const found = new Set<string>();
  const add = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    const chunk = chunks.find((candidate) => candidate.file === file);
    for (const next of [...(chunk?.imports ?? []), ...(chunk?.css ?? [])]) add(next);
  };
  for (const file of named) add(file);
  for (const module of modules) {
    const chunk = chunks.find(({ loadedFor }) => loadedFor === module);
    if (!chunk) throw new Error(`No file of the build is loaded for ${module}`);
    add(chunk.file);
  }
  return found;
}

function weigh(files: Iterable<string>, ending: string): number {
  return kilobytes([...files].filter((file) => file.endsWith(ending)).map((file) => `dist/${file}`));
}

/** As they are sent: small ones are not compressed. */
function kilobytes(paths: string[]): number {
  const sizes = paths.map((path) => statSync(existsSync(`${path}.br`) ? `${path}.br` : path).size);
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}
