import { randomInt, randomUUID } from 'node:crypto';
import { MINUTE } from './clock.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const DIGITS = '0123456789';
const CODE_LENGTH = 6;
const CODE_LIFETIME = 20 * MINUTE;

/** What is due after a first step: a code of the authenticator app, or the one that was mailed. */
export type SecondStep = { userId: number; expiresAt: number } & (
  | { method: 'app' }
  | { method: 'email'; code: string }
);

/** The second steps that are open in a world, by the id of their mfa_token. */
export class SecondSteps {
  #open = new Map<string, SecondStep>();

  openForApp(userId: number, now: number): string {
    return this.#add({ userId, method: 'app', expiresAt: now + CODE_LIFETIME }, now);
  }

  /** A new first step replaces the code that was mailed before. */
  openForEmail(userId: number, now: number): { tokenId: string; code: string } {
    for (const [id, step] of this.#open) if (step.userId === userId && step.method === 'email') this.#open.delete(id);
    const code = mailedCode();
    return { tokenId: this.#add({ userId, method: 'email', code, expiresAt: now + CODE_LIFETIME }, now), code };
  }

  /** Undefined when it was used up, replaced or has expired. */
  find(tokenId: string, now: number): SecondStep | undefined {
    const step = this.#open.get(tokenId);
    return step && step.expiresAt > now ? step : undefined;
  }

  close(tokenId: string): void {
    this.#open.delete(tokenId);
  }

  #add(step: SecondStep, now: number): string {
    for (const [id, { expiresAt }] of this.#open) if (expiresAt <= now) this.#open.delete(id);
    const tokenId = randomUUID();
    this.#open.set(tokenId, step);
    return tokenId;
  }
}

/** Six characters of A–Z and 0–9 that always hold both. */
function mailedCode(): string {
  for (;;) {
    const code = Array.from({ length: CODE_LENGTH }, () => (LETTERS + DIGITS)[randomInt(36)]).join('');
    if (/[A-Z]/.test(code) && /\d/.test(code)) return code;
  }
}
