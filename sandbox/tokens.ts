import { randomBytes } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import { refuse } from './errors.ts';

const SECRET = randomBytes(32);
const AUTH_TOKEN_SECONDS = 240 * 60;
const MFA_TOKEN_SECONDS = 20 * 60;

type TokenPurpose = 'auth' | 'mfa';

/** Which world and purpose a token is for, and the world's time in whole seconds. */
export interface TokenScope {
  world: string;
  purpose: TokenPurpose;
  seconds: number;
}

/**
 * A JWT (HS256, a secret of this process). `subject` is the user's number, or `workspace`; `tokenId` finds a second
 * step. An auth token lives 240 minutes, an mfa_token 20.
 */
export async function issueToken(scope: TokenScope, subject: string, tokenId?: string): Promise<string> {
  const lifetime = scope.purpose === 'auth' ? AUTH_TOKEN_SECONDS : MFA_TOKEN_SECONDS;
  const token = new SignJWT({})
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer('emnify sandbox')
    .setAudience(audience(scope))
    .setSubject(subject)
    .setJti(tokenId ?? randomBytes(12).toString('base64url'))
    .setIssuedAt(scope.seconds)
    .setExpirationTime(scope.seconds + lifetime);
  return token.sign(SECRET);
}

/**
 * The claims of a token that is good for this scope.
 * @throws Refusal 401 TokenExpired, or InvalidToken for a forged one, another world's or another purpose's.
 */
export async function readToken(scope: TokenScope, token: string): Promise<{ subject: string; tokenId: string }> {
  try {
    const { payload } = await jwtVerify(token, SECRET, {
      audience: audience(scope),
      algorithms: ['HS256'],
      currentDate: new Date(scope.seconds * 1000),
    });
    return { subject: payload.sub ?? '', tokenId: payload.jti ?? '' };
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw refuse(401, 'TokenExpired', 'The token has expired');
    throw refuse(401, 'InvalidToken', 'The token is not valid');
  }
}

function audience({ world, purpose }: TokenScope): string {
  return `${world}/${purpose}`;
}
