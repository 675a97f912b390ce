import { createHash, randomBytes } from 'node:crypto';

/** How many codes stand in for a lost device. */
export const RECOVERY_CODES = 10;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const CHARACTERS = 24;

/** A new code of 120 random bits: so many that a plain digest keeps it safe (ASVS 5, 6.5.2). */
export function newRecoveryCode(): string {
  const characters = [...randomBytes(CHARACTERS)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return characters.replace(/.{6}(?=.)/g, '$&-');
}

/** The digest under which a code is kept, however it was typed; null for text that was never a code. */
export function recoveryCodeDigest(code: string): Buffer | null {
  const characters = code.toUpperCase().replace(/[\s-]/g, '');
  return /^[A-Z2-7]{24}$/.test(characters) ? createHash('sha256').update(characters).digest() : null;
}
