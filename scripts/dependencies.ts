import { readFileSync } from 'node:fs';
import { readBundle } from './bundle.ts';

/**
 * Lists every package whose code is in the built portal: version, licence, and how much of it is there before
 * minifying, which is the order of magnitude that somebody who reads it has in front of them. Fails on a licence that
 * asks for more than a notice, on a package of ours that the README gives no reason for, on one that is there twice, and
 * on zod's classic interface, which weighs four times the mini one.
 */
const NOTICE_ONLY = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD'];

interface Package {
  name: string;
  version: string;
  license: string;
}

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const readme = readFileSync('README.md', 'utf8');
const bytes = new Map<string, number>();
const faults: string[] = [];

for (const { modules } of readBundle()) {
  for (const [path, length] of Object.entries(modules)) {
    const folder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
    if (folder && length > 0) bytes.set(folder, (bytes.get(folder) ?? 0) + length);
    if (length > 0 && path.includes('zod/v4/classic/')) faults.push(`the bundle has zod's classic interface: ${path}`);
  }
}

const seen = new Set<string>();
for (const [folder, size] of [...bytes].sort(([, one], [, other]) => other - one)) {
  const { name, version, license }: Package = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  console.info(
    `${name.padEnd(34)}${version.padEnd(10)}${license.padEnd(14)}${(size / 1000).toFixed(1).padStart(7)} kB`,
  );
  if (seen.has(name)) faults.push(`${name} is in the bundle twice`);
  seen.add(name);
  if (!NOTICE_ONLY.includes(license)) faults.push(`${name} has the licence ${license}`);
}
for (const name of Object.keys(dependencies)) {
  if (!readme.includes(`\`${name}\``)) faults.push(`the README does not say what ${name} is for`);
}
for (const fault of faults) console.info(fault);
process.exitCode = bytes.size > 0 && faults.length === 0 ? 0 : 1;
