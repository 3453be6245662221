import { existsSync } from 'node:fs';
import { installFromDebian } from './debian.ts';

/**
 * Gets the nginx that the tests of the deployment start where there is none: Debian's, as root.
 * @throws Error that says in one sentence what to install
 */
export function ensureNginx(): void {
  if (!isNginxThere()) installFromDebian('nginx-light', 'libnginx-mod-http-brotli-static');
  if (!isNginxThere())
    throw new Error('The browser tests need nginx: install it (on Debian: apt-get install nginx-light).');
}

function isNginxThere(): boolean {
  return [...String(process.env.PATH).split(':'), '/usr/sbin'].some((folder) => existsSync(`${folder}/nginx`));
}
