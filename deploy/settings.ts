/** What a deployment sets, as the page finds it in its inert JSON block. */
export type PortalSettings = {
  apiUrl?: string;
  supportContact?: string;
  idleMinutes?: number;
  requestsPerWindow?: number;
  burst?: number;
};

/**
 * Reads the settings from the environment: `PORTAL_API_URL` (only where the browser calls the API's origin directly),
 * `PORTAL_SUPPORT_CONTACT`, `PORTAL_IDLE_MINUTES`, `PORTAL_REQUESTS_PER_WINDOW`, `PORTAL_BURST`.
 * @throws Error naming the variable whose value can't be used
 */
export function settingsFrom(env: Record<string, string | undefined>): PortalSettings {
  const { PORTAL_API_URL: apiUrl, PORTAL_SUPPORT_CONTACT: supportContact, PORTAL_IDLE_MINUTES: idle } = env;
  const { PORTAL_REQUESTS_PER_WINDOW: perWindow, PORTAL_BURST: burst } = env;
  return {
    ...(apiUrl && { apiUrl: originOf('PORTAL_API_URL', apiUrl) }),
    ...(supportContact && { supportContact }),
    ...(idle && { idleMinutes: positive('PORTAL_IDLE_MINUTES', idle) }),
    ...(perWindow && { requestsPerWindow: Math.ceil(positive('PORTAL_REQUESTS_PER_WINDOW', perWindow)) }),
    ...(burst && { burst: Math.ceil(positive('PORTAL_BURST', burst)) }),
  };
}

/** A name, an IPv4 or an IPv6 address. URLs take more for a host: `*`, `;` and quotes, which mean something in a policy. */
const HOST = /^([a-z0-9.-]+|\[[0-9a-f:.]+\])$/;

/** The origin of an http(s) address: it goes into the policy, where a path or a stray character would change its meaning. */
export function originOf(name: string, value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || !HOST.test(url.hostname))
    throw new Error(`${name} is no http(s) address: ${value}`);
  return url.origin;
}

function positive(name: string, value: string): number {
  const number = Number(value);
  if (!(number > 0 && Number.isFinite(number))) throw new Error(`${name} is no positive number: ${value}`);
  return number;
}
