import { createGuardrails, generateSecret, generateURI, verifySync } from 'otplib';
import type { MfaKey } from './user.ts';

/** RFC 4226 wants 128 bits and more; a test may still order a short secret. */
const GUARDRAILS = createGuardrails({ MIN_SECRET_BYTES: 1 });

/** 160 random bits in Base32, as RFC 4226 recommends. */
export function newSecret(): string {
  return generateSecret({ length: 20 });
}

/** `otpauth://totp/emnify:app%40example.com?secret=…&issuer=emnify`, by the Key URI format. */
export function keyUri(key: MfaKey, username: string): string {
  const { secret, digits, period, algorithm } = key;
  return generateURI({ issuer: 'emnify', label: username, secret, digits, period, algorithm });
}

/** Whether a code fits the current time step or the one on either side (RFC 6238). `seconds` since 1970. */
export function codeFits(key: MfaKey, code: string, seconds: number): boolean {
  if (code.length !== key.digits || !/^\d+$/.test(code)) return false;
  const { secret, digits, period, algorithm } = key;
  const step = { digits, period, algorithm, epoch: seconds, epochTolerance: period };
  return verifySync({ secret, token: code, guardrails: GUARDRAILS, ...step }).valid;
}
