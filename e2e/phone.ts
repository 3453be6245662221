import { createHmac } from 'node:crypto';
import type { Locator } from '@playwright/test';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';

/** What a phone's camera reads from the screen: decoded from the pixels, by a decoder that the portal does not use. */
export async function scan(qrCode: Locator): Promise<string> {
  const { data, width, height } = PNG.sync.read(await qrCode.screenshot());
  const found = jsQR(new Uint8ClampedArray(data), width, height);
  if (!found) throw new Error('No QR code can be read there');
  return found.data;
}

/**
 * The code that an authenticator app shows (RFC 6238, SHA-1, 6 digits, 30 s), written apart from portal and sandbox.
 * @param setupKey Base32
 * @param at milliseconds since 1970 by the phone's clock
 */
export function codeOf(setupKey: string, at = Date.now()): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const digest = createHmac('sha1', base32(setupKey)).update(counter).digest();
  const number = digest.readUInt32BE((digest.at(-1) ?? 0) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

/** A code that the app shows in none of the time steps around `at`. */
export function strangeCode(setupKey: string, at: number): string {
  const shown = new Set(Array.from({ length: 41 }, (_, step) => codeOf(setupKey, at + (step - 20) * 30_000)));
  const numbers = Array.from({ length: 42 }, (_, number) => String(number).padStart(6, '0'));
  return numbers.find((code) => !shown.has(code)) ?? '';
}

/** The setup key in a Key URI. */
export function setupKeyOf(otpauth: string): string {
  return new URL(otpauth).searchParams.get('secret') ?? '';
}

function base32(text: string): Buffer {
  const bits = [...text.replace(/[\s=]/g, '').toUpperCase()]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from(bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? []);
}
