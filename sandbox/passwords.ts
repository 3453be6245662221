import { createHash } from 'node:crypto';

/** The API knows a password as the lower-case hex SHA-1 of its UTF-8 bytes. */
export function hashPassword(password: string): string {
  return createHash('sha1').update(password, 'utf8').digest('hex');
}

/** The hash of `sandbox`, the password of every seeded account. */
export const PASSWORD_HASH = hashPassword('sandbox');

export const PASSWORD_FORM = /^[0-9a-f]{40}$/;
