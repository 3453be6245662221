import { TOTP, URI } from 'otpauth';

/** What a Key URI (`otpauth://totp/…`, the Key URI format) tells an authenticator app. */
export type KeyUri = {
  issuer: string;
  account: string;
  digits: number;
  /** Length of a time step in seconds. */
  period: number;
  algorithm: string;
  /** Base32, as a person types it into an app. */
  setupKey: string;
  totp: TOTP;
};

/** A code is cut from a number of 31 bits (RFC 4226 5.3). */
const MOST_DIGITS = 10;
/** No app has time steps of more than an hour, in seconds. */
const LONGEST_PERIOD = 3_600;

/** Reads a Key URI; undefined for anything that is not one for time-based codes. */
export function parseKeyUri(uri: string): KeyUri | undefined {
  try {
    const totp = URI.parse(uri);
    if (!(totp instanceof TOTP)) return undefined;
    const { issuer, label, digits, period, algorithm, secret } = totp;
    if (digits > MOST_DIGITS || period > LONGEST_PERIOD) return undefined;
    return { issuer, account: label, digits, period, algorithm, setupKey: secret.base32, totp };
  } catch {
    return undefined;
  }
}

/** A setup key in groups of four, as it is read aloud and typed. */
export function groupSetupKey(setupKey: string): string {
  return setupKey.match(/.{1,4}/g)?.join(' ') ?? '';
}

/** Seconds left in the current time step (RFC 6238), from 1 to the whole period. */
export function secondsLeftInStep(period: number, milliseconds: number): number {
  return period - (Math.floor(milliseconds / 1000) % period);
}
