/** What a deployment sets, as the page finds it in its inert JSON block. */
export type PortalSettings = {
  basePath?: string | undefined;
  apiUrl?: string | undefined;
  supportContact?: string | undefined;
  idleMinutes?: number | undefined;
  requestsPerWindow?: number | undefined;
  burst?: number | undefined;
};

type Rule = { pattern: RegExp; is: string };

/** Names and no more: the path stands in nginx's configuration, in attributes and in addresses as it is. */
const PATH = { pattern: /^\/([A-Za-z0-9_~-][A-Za-z0-9._~-]*\/)*$/, is: 'path such as /mfa/' };
const LINE = { pattern: /^[ -~\u0080-\uffff]*$/, is: 'line of text' };
const POSITIVE = { pattern: /^(?=.{1,9}$)([1-9]\d*(\.\d+)?|0\.\d*[1-9]\d*)$/, is: 'positive number' };
const WHOLE = { pattern: /^[1-9]\d{0,8}$/, is: 'positive whole number' };
/** A name, an IPv4 or an IPv6 address. URLs take more for a host: `*`, `;` and quotes, which mean something in a policy. */
const ORIGIN = {
  pattern: /^https?:\/\/([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(:[1-9]\d{0,4})?\/?$/,
  is: 'origin such as https://cdn.emnify.net',
};

/**
 * Reads the settings from the environment; `PORTAL_API_URL` is for browsers that call the API's origin directly.
 * start.sh reads the same where there is no Node, by the same rules.
 * @throws Error naming the variable whose value can't be used
 */
export function settingsFrom(env: Record<string, string | undefined>): PortalSettings {
  const read = (name: string, rule: Rule) => (env[name] ? checked(name, env[name], rule) : undefined);
  const readNumber = (name: string, rule: Rule) => (env[name] ? Number(read(name, rule)) : undefined);
  return {
    basePath: read('BASE_PATH', PATH),
    apiUrl: env.PORTAL_API_URL ? originOf('PORTAL_API_URL', env.PORTAL_API_URL) : undefined,
    supportContact: read('PORTAL_SUPPORT_CONTACT', LINE),
    idleMinutes: readNumber('PORTAL_IDLE_MINUTES', POSITIVE),
    requestsPerWindow: readNumber('PORTAL_REQUESTS_PER_WINDOW', WHOLE),
    burst: readNumber('PORTAL_BURST', WHOLE),
  };
}

/** An http(s) address without a path: it goes into the policy, where a stray character would change its meaning. */
export function originOf(name: string, value: string): string {
  return checked(name, value, ORIGIN).replace(/\/$/, '');
}

function checked(name: string, value: string, { pattern, is }: Rule): string {
  if (!pattern.test(value)) throw new Error(`${name} is no ${is}: ${value}`);
  return value;
}
