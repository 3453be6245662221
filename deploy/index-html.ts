import { metaPolicy } from './policy.ts';
import type { PortalSettings } from './settings.ts';

const POLICY = /(<meta http-equiv="Content-Security-Policy" content=")[^"]*(")/;
const SETTINGS = /(<script type="application\/json" id="settings">)[^<]*(<\/script>)/;
/** The portal's own files, whatever stood before them: a deep link finds them from the base path alone. */
const OWN_FILES = /((?:src|href)=")[^"]*?((?:assets\/|favicon\.)[^"]*")/g;

/**
 * Puts a deployment's settings, and the policy and addresses that fit them, into index.html: at build, and again
 * wherever the file is served with other settings.
 * @throws Error when the file has no place for them
 */
export function fillIndexHtml(html: string, settings: PortalSettings): string {
  // `<` would end the block early; JSON reads it from its escape.
  const block = JSON.stringify(settings).replaceAll('<', '\\u003c');
  return fill(html, settings, block, settings.basePath ?? '/');
}

/** Where start.sh puts the API's origin in the policy. */
export const API_URL_AT_START = '@PORTAL_API_URL@';

/** The index.html from which start.sh makes one, which puts the value where the name of a variable stands between two `@`. */
export function indexHtmlTemplate(html: string): string {
  return fill(html, { apiUrl: API_URL_AT_START }, '@SETTINGS@', '@BASE_PATH@');
}

function fill(html: string, settings: PortalSettings, block: string, basePath: string): string {
  if (!POLICY.test(html) || !SETTINGS.test(html)) throw new Error('index.html has no place for policy or settings');
  const policy = metaPolicy(settings, html);
  return html
    .replace(POLICY, (_, before, after) => before + policy + after)
    .replace(SETTINGS, (_, before, after) => before + block + after)
    .replace(OWN_FILES, (_, before, path) => before + basePath + path);
}
