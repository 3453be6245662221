import { createHash } from 'node:crypto';
import type { PortalSettings } from './settings.ts';

/** The one place that holds the Content Security Policy; every server and the `meta` of plain static hosts take it from here. */
function directives({ apiUrl }: PortalSettings, html: string): string[] {
  return [
    "default-src 'none'",
    `script-src 'self'${hashesOf(/<script>(.*?)<\/script>/gs, html)}`,
    `style-src 'self'${hashesOf(/<style>(.*?)<\/style>/gs, html)}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${apiUrl ? ` ${apiUrl}` : ''}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ];
}

/** Sources for what stands in the HTML between the tags of an element; the inert blocks of JSON have an attribute. */
function hashesOf(element: RegExp, html: string): string {
  return [...html.matchAll(element)]
    .map(([, text = '']) => ` 'sha256-${createHash('sha256').update(text).digest('base64')}'`)
    .join('');
}

/** For `<meta http-equiv>`, which knows no `frame-ancestors`. */
export function metaPolicy(settings: PortalSettings, html: string): string {
  return directives(settings, html).join('; ');
}

/**
 * The headers of every answer with a file of the portal.
 * @param html the index.html that they are to fit: its own style and script are allowed by their hashes
 */
export function securityHeaders(settings: PortalSettings, html: string): Record<string, string> {
  return {
    'Content-Security-Policy': [...directives(settings, html), "frame-ancestors 'none'"].join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': PERMISSIONS,
    'X-Robots-Tag': 'noindex, nofollow',
    // Browsers heed it over HTTPS alone.
    'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  };
}

/** Everything off but writing to the clipboard, which copies a setup key. */
const PERMISSIONS = [
  'accelerometer',
  'autoplay',
  'camera',
  'clipboard-read',
  'compute-pressure',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'sync-xhr',
  'usb',
  'window-management',
  'xr-spatial-tracking',
]
  .map((feature) => `${feature}=()`)
  .concat('clipboard-write=(self)')
  .join(', ');
