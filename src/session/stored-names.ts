/** What the names begin with of all that a portal keeps in the browser: those of different APIs on one origin are apart. */
export function portalName(apiUrl: string): string {
  return `mfa-portal:${apiUrl}`;
}

/** In a tab's storage: its session, for a reload. */
export const SESSION = ':session';
/** Until when a session of some tab may be open (milliseconds since 1970): what a new tab should look like. */
export const OPEN_UNTIL = ':open-until';
