import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Fails when the catalogues are not what `npm run messages` would make of the code: a message is missing, or unused. */
const kept = mkdtempSync(join(tmpdir(), 'messages-'));
cpSync('src/locales', kept, { recursive: true });
try {
  execFileSync('lingui', ['extract', '--clean'], { stdio: 'ignore' });
  const stale = globSync('src/locales/**/*.po').filter((path) => {
    const before = readFileSync(join(kept, path.replace(/^src.locales./, '')), 'utf8');
    return messagesOf(before) !== messagesOf(readFileSync(path, 'utf8'));
  });
  if (stale.length > 0) {
    console.info(`Not up to date: ${stale.join(', ')}. Run: npm run messages`);
    process.exitCode = 1;
  }
} finally {
  cpSync(kept, 'src/locales', { recursive: true });
  rmSync(kept, { recursive: true });
}

/** Without the header, which holds the time of extraction. */
function messagesOf(catalogue: string): string {
  return catalogue.slice(catalogue.indexOf('\n\n'));
}
