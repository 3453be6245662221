import { execFileSync, spawn } from 'node:child_process';
import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { PORTS } from '../playwright.config.ts';

/** Debian's `nobody`, who may write nowhere but in the folder for what is made at start. */
const NOBODY = 65534;

/** The built files behind the nginx of this machine, as start.sh starts it, until the `await using` ends. */
export async function startNginx(env: Record<string, string> & { PORT: string; BASE_PATH: string }) {
  const isRoot = process.getuid?.() === 0;
  // Away from the checkout, which another user need not be able to read.
  const folder = mkdtempSync(join(tmpdir(), 'portal-'));
  chmodSync(folder, 0o755);
  for (const name of ['dist', 'dist-nginx']) cpSync(name, join(folder, name), { recursive: true });
  const run = join(folder, 'run');
  mkdirSync(run);
  const log = join(run, 'log');
  const output = openSync(log, 'a');
  if (isRoot) for (const path of [run, log]) chownSync(path, NOBODY, NOBODY);

  const nginx = spawn(join(folder, 'dist-nginx/start.sh'), {
    env: { PATH: `${process.env.PATH}:/usr/sbin`, RUN_DIR: run, ...env },
    stdio: ['ignore', output, output],
    ...(isRoot && { uid: NOBODY, gid: NOBODY }),
  });
  const ended = once(nginx, 'exit');
  const base = `http://localhost:${env.PORT}${env.BASE_PATH.replace(/\/$/, '')}`;
  const readLog = () => readFileSync(log, 'utf8');
  while (!(await isAnswered(`${base}/healthz`))) {
    if (nginx.exitCode !== null) throw new Error(`nginx did not start: ${readLog()}`);
  }
  return {
    base,
    readLog,
    [Symbol.asyncDispose]: async () => {
      nginx.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

/** The sandbox by its number: nginx asks a name server, and not this machine, for names. */
export async function sandboxOrigin(): Promise<string> {
  const { address, family } = await lookup('localhost');
  return `http://${family === 6 ? `[${address}]` : address}:${PORTS.portal}`;
}

/** A certificate of 127.0.0.1 that nobody has signed but itself, and its key. nginx compares names, so it is one here. */
export function selfSigned(folder: string): { cert: string; key: string } {
  const [cert, key] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')];
  const words = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 -subj /CN=localhost';
  execFileSync(
    'openssl',
    [...words.split(' '), '-addext', 'subjectAltName=DNS:127.0.0.1', '-out', cert, '-keyout', key],
    {
      stdio: 'ignore',
    },
  );
  for (const path of [folder, cert]) chmodSync(path, 0o755);
  return { cert, key };
}

async function isAnswered(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    await setTimeout(20);
    return false;
  }
}
