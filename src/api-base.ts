/**
 * What stands before `/api`: the API's origin where the browser calls it directly, else the portal's own path. It names
 * what is stored and shared too: portals side by side on an origin are apart.
 */
export function apiBase(apiUrl: string | undefined, basePath: string): string {
  return apiUrl || basePath.slice(0, -1);
}
