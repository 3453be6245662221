/** The names under which a session leaves things in the browser; portals of different APIs on one origin are told apart. */
export function storedNames(apiUrl: string | undefined, basePath: string) {
  const portal = `mfa-portal:${apiUrl || basePath.slice(0, -1)}`;
  return {
    portal,
    /** In this tab's storage: its session, for a reload. */
    kept: `${portal}:session`,
    /** The ids of sessions that are over, for tabs that were elsewhere when they ended. */
    ended: `${portal}:ended`,
    /** Until when a session of some tab may be open (milliseconds since 1970): what a new tab should look like. */
    openUntil: `${portal}:open-until`,
  };
}
