import { createHash, createHmac } from 'node:crypto';
import { createSandbox } from './app.ts';

/** For the tests beside these files: a caller with no socket, and codes from an implementation of its own. */

export const sandbox = createSandbox();
export const PASSWORD_SHA1 = createHash('sha1').update('sandbox').digest('hex');

let worldsMade = 0;

interface Call {
  method?: string;
  token?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** Of no known type: what a test expects of the body is what it asserts. */
  json: ReturnType<typeof JSON.parse>;
}

export type Caller = (path: string, call?: Call) => Promise<Answer>;

/** A caller in a world of its own. The method is POST where there is a body and none is given. */
export function newWorld(app = sandbox, name = `test-${++worldsMade}`): Caller {
  return async (path, { method, token, body, headers } = {}) => {
    const answer = await app.request(path, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: { 'X-Sandbox-World': name, ...(token ? { Authorization: `Bearer ${token}` } : {}), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, text, json: parsed(text) };
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The answer to a first step with the password `sandbox`. */
export function firstStep(call: Caller, username: string, more: Record<string, string> = {}): Promise<Answer> {
  return call('/api/v1/authenticate', { body: { username, password: PASSWORD_SHA1, ...more } });
}

/** The auth_token of a user with no second factor due. */
export async function signIn(call: Caller, username: string): Promise<string> {
  return (await firstStep(call, username)).json.auth_token;
}

/** RFC 6238 and RFC 4226 with node:crypto. `at` in seconds since 1970. */
export function totp(
  secret: string,
  at = Date.now() / 1000,
  { digits = 6, period = 30, algorithm = 'sha1' } = {},
): string {
  const bits = [...secret]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / period)));
  const hash = createHmac(algorithm, key).update(counter).digest();
  const offset = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits).padStart(digits, '0');
}
