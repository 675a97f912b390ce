import { createHash, randomBytes } from 'node:crypto';

/** Hours after which a session ends, whatever happens in it. */
export const SESSION_HOURS = 12;

const TOKEN = /^[\w-]{43}$/;

/** A new opaque token of 256 random bits; only its digest is stored. */
export function newSessionToken(): string {
  return randomBytes(32).toString('base64url');
}

/** The digest under which a session is kept; null for text that was never a token. */
export function digestOf(token: string): Buffer | null {
  return TOKEN.test(token) ? createHash('sha256').update(token).digest() : null;
}
