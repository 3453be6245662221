import { metaPolicy } from './policy.ts';
import type { PortalSettings } from './settings.ts';

const POLICY = /(<meta http-equiv="Content-Security-Policy" content=")[^"]*(")/;
const SETTINGS = /(<script type="application\/json" id="settings">)[^<]*(<\/script>)/;

/**
 * Puts a deployment's settings, and the policy that fits them, into index.html: at build, and again wherever the file
 * is served with other settings.
 * @throws Error when the file has no place for them
 */
export function fillIndexHtml(html: string, settings: PortalSettings): string {
  if (!POLICY.test(html) || !SETTINGS.test(html)) throw new Error('index.html has no place for policy or settings');
  // `<` would end the block early; JSON reads it from its escape.
  const block = JSON.stringify(settings).replaceAll('<', '\\u003c');
  return html
    .replace(POLICY, (_, before, after) => before + metaPolicy(settings) + after)
    .replace(SETTINGS, (_, before, after) => before + block + after);
}
