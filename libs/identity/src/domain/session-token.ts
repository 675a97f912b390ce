import { createHash, randomBytes } from 'node:crypto';

/** A session notes at most once in so many seconds that somebody is there: reading must not cost a write. */
export const SEEN_EVERY_SECONDS = 60;

const TOKEN = /^[\w-]{43}$/;

/** A new opaque token of 256 random bits; only its digest is stored. */
export function newSessionToken(): string {
  return randomBytes(32).toString('base64url');
}

/** The digest under which a session is kept; null for text that was never a token. */
export function digestOf(token: string): Buffer | null {
  return TOKEN.test(token) ? createHash('sha256').update(token).digest() : null;
}
