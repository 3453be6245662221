import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { build, version as vite } from 'vite';
import { LINE } from './bench/browser.ts';
import { Figures } from './bench/figures.ts';
import { measureInteractions } from './bench/interactions.ts';
import { measureLongLists } from './bench/long-lists.ts';
import { measureDeepLinks, measureFirstVisit, measureSignIn } from './bench/pages.ts';
import { makeWorld, takeSession } from './bench/person.ts';
import { startSites } from './bench/servers.ts';
import { chromiumPath } from './chromium.ts';

/**
 * Measures the built portal in Chromium, on a slow line and processor, beside an empty page on the same stack and a form
 * without a script. Prints medians, least and most; writes every value to bench.json.
 *
 * npm run bench -- [--runs 5] [--json bench.json]
 */
const { values } = parseArgs({
  options: { runs: { type: 'string', default: '5' }, json: { type: 'string', default: 'bench.json' } },
});
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs takes a whole number');

if (!existsSync('dist/index.html')) await build({ logLevel: 'warn' });
const sites = await startSites();
const executablePath = chromiumPath();
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] });
const figures = new Figures();

for (let run = 1; run <= runs; run++) {
  console.info(`run ${run} of ${runs}`);
  const world = `bench-${run}`;
  const { sandbox, id } = await makeWorld(sites.portal, world);
  await measureFirstVisit(browser, figures, 'sign-in', `${sites.portal}/sign-in`);
  await measureFirstVisit(browser, figures, 'empty page on this stack', sites.empty);
  await measureFirstVisit(browser, figures, 'bare HTML', sites.bare);
  await measureSignIn(browser, figures, sites.portal, world);
  const session = await takeSession(browser, sites.portal, world);
  await measureDeepLinks(browser, figures, sites.portal, { world, id, session });
  await measureInteractions(browser, figures, sites.portal, world);
  await measureLongLists(browser, figures, sites.portal, { world, sandbox, session });
}

const machine = {
  date: new Date().toISOString(),
  processor: cpus()[0]?.model,
  cores: cpus().length,
  memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
  chromium: browser.version(),
  node: process.version,
  vite,
  react: JSON.parse(readFileSync('node_modules/react/package.json', 'utf8')).version,
  runs,
  line: LINE,
};
await browser.close();
await sites.close();

console.info(`\n${JSON.stringify(machine)}\n`);
figures.print();
writeFileSync(values.json, JSON.stringify({ machine, figures }, null, 2));
process.exit();
