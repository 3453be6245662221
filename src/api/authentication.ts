import * as z from 'zod/mini';
import { authenticate } from './client.ts';
import { learnFromToken } from './clock.ts';
import { ApiError } from './errors.ts';

/** A browser as the API lists it. `fingerprint` stands in for a second factor: a secret of this browser. */
export type TrustedDeviceRegistration = {
  fingerprint: string;
  browser: string;
  operating_system: string;
};

export type Tokens = {
  authToken: string;
  refreshToken: string | undefined;
  /** Seconds since 1970 by the API's clock. */
  issuedAt: number | undefined;
  expiresAt: number | undefined;
  /** Milliseconds since 1970 by this computer's clock: with `issuedAt`, how far it is off. */
  receivedAt: number;
};

export type SignInStep = ({ step: 'signed-in' } & Tokens) | { step: 'second-factor'; mfaToken: string };

/** Goes into a header: what can't is none. */
const token = z.string().check(z.regex(/^[!-~]+$/));
const signInAnswer = z.union([
  z.object({ auth_token: token, refresh_token: z.catch(z.optional(token), undefined) }),
  z.object({ mfa_token: token }),
]);
const tokenAnswer = z.object({ auth_token: token, refresh_token: z.catch(z.optional(token), undefined) });
const claims = z.object({
  iat: z.catch(z.optional(z.number()), undefined),
  exp: z.catch(z.optional(z.number()), undefined),
});

/**
 * First step: `{username, password, fingerprint?}`.
 * @param password as typed; its SHA-1 is what travels
 * @throws ApiError 'rejected' (wrong, suspended or deleted), 'locked', 'rate-limited' …
 */
export async function signInWithPassword(
  username: string,
  password: string,
  fingerprint: string | undefined,
): Promise<SignInStep> {
  const answer = await authenticate(
    { username, password: await passwordHash(password), ...(fingerprint && { fingerprint }) },
    signInAnswer,
  );
  if ('mfa_token' in answer) return { step: 'second-factor', mfaToken: answer.mfa_token };
  return { step: 'signed-in', ...tokens(answer) };
}

/**
 * Second step: `{mfa_token, code, trusted_device?}`.
 * @param code six characters, a string to the end: `012345` keeps its zero
 */
export async function signInWithCode(
  mfaToken: string,
  code: string,
  trustedDevice: TrustedDeviceRegistration | undefined,
): Promise<Tokens> {
  return tokens(
    await authenticate(
      { mfa_token: mfaToken, code, ...(trustedDevice && { trusted_device: trustedDevice }) },
      tokenAnswer,
    ),
  );
}

/** `{application_token}`: a workspace rather than a person; no refresh token comes of it. */
export async function signInWithApplicationToken(applicationToken: string): Promise<Tokens> {
  return tokens(await authenticate({ application_token: applicationToken }, tokenAnswer));
}

/** `{refresh_token}`: a new auth token; the refresh token stays the same unless the API sends another. */
export async function renewTokens(refreshToken: string): Promise<Tokens> {
  const renewed = tokens(await authenticate({ refresh_token: refreshToken }, tokenAnswer));
  return { ...renewed, refreshToken: renewed.refreshToken ?? refreshToken };
}

/** Lower-case hex SHA-1 of the UTF-8 password: the API's rule, no protection of its own. Needs a secure context. */
export async function passwordHash(password: string): Promise<string> {
  if (!globalThis.crypto?.subtle) throw new ApiError({ kind: 'unexpected', reason: 'Web Crypto is missing' });
  const digest = await crypto.subtle.digest('SHA-1', new TextEncoder().encode(password));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function tokens(answer: z.output<typeof tokenAnswer>): Tokens {
  const { iat, exp } = readClaims(answer.auth_token);
  const receivedAt = Date.now();
  if (iat !== undefined) learnFromToken(iat, receivedAt);
  return {
    authToken: answer.auth_token,
    refreshToken: answer.refresh_token,
    issuedAt: iat,
    expiresAt: exp,
    receivedAt,
  };
}

/** `iat` and `exp` of a JWT (RFC 7519), unverified: that is the API's business. Empty where it can't be read. */
function readClaims(jwt: string): z.output<typeof claims> {
  try {
    const payload = (jwt.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/');
    return z.parse(claims, JSON.parse(atob(payload)));
  } catch {
    return { iat: undefined, exp: undefined };
  }
}
