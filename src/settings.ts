import * as z from 'zod/mini';
import { apiBase } from './api-base.ts';

/** What a deployment may set, from the inert JSON block of index.html. A bad value falls back to the default. */
const settings = z.object({
  /** Path of the portal on its origin, with a slash at both ends. */
  basePath: z.catch(z.string().check(z.regex(/^\/(.+\/)?$/)), '/'),
  /** Origin of the API where the browser calls it directly; '' calls the portal's own origin, below its path. */
  apiUrl: z.catch(z.string(), ''),
  /** Whom to ask when a phone is lost: an e-mail address or a sentence. */
  supportContact: z.catch(z.string(), ''),
  /** Minutes without a key press or a tap after which the session locks. */
  idleMinutes: z.catch(z.number().check(z.positive()), 15),
  /** Requests in any five minutes that a revocation of many may use, of the 2,000 that an address has. */
  requestsPerWindow: z.catch(z.int().check(z.positive()), 1_000),
  /** Requests that may go out at once. */
  burst: z.catch(z.int().check(z.positive()), 5),
});

const set = readSettings();
export const { basePath, supportContact, idleMinutes, requestsPerWindow, burst } = set;
export const apiUrl = apiBase(set.apiUrl, basePath);

function readSettings(): z.output<typeof settings> {
  try {
    return z.parse(settings, JSON.parse(document.getElementById('settings')?.textContent ?? '{}'));
  } catch {
    return z.parse(settings, {});
  }
}
