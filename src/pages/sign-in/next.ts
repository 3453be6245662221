/** Any origin will do: a path must stay on it, whatever is in it. */
const HERE = 'https://portal.invalid';

/**
 * Where to go after sign-in: the `next` of the address, if it is a path of this portal, else the overview.
 * `//evil`, `/\evil`, `javascript:` and their like are resolved as a browser would, and refused.
 */
export function nextOf(url: URL): string {
  const next = url.searchParams.get('next') ?? '/';
  // The URL parser drops tabs and line breaks and reads `\` as `/`, so it must judge, not the text.
  const resolved = next.startsWith('/') && URL.canParse(next, HERE) ? new URL(next, HERE) : undefined;
  if (!resolved || resolved.origin !== HERE || resolved.pathname.startsWith('//')) return '/';
  if (resolved.pathname === '/sign-in') return '/';
  return resolved.pathname + resolved.search + resolved.hash;
}

/** The sign-in page that comes back to a path of the portal. */
export function signInPath(path: string): string {
  return path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`;
}
