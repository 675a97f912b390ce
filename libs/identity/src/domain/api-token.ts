import { createHash, randomBytes } from 'node:crypto';
import type { Permission } from '@app/kernel';

/** How many API tokens an account has at most. */
export const MOST_TOKENS = 20;

/** Days after which the longest token ends. */
export const LONGEST_TOKEN_DAYS = 366;

/** A token notes at most once in so many seconds that it was used: reading must not cost a write. */
export const USED_EVERY_SECONDS = 60;

/** The beginning tells a token from other secrets, for people and for what searches code for secrets left behind. */
const PREFIX = 'mithaq_';
const TOKEN = /^mithaq_[\w-]{43}$/;

/** What lets others in, or reads the links that do: it takes a person with a session. */
const NEVER_FOR_TOKENS: ReadonlySet<Permission> = new Set([
  'self',
  'account.invite',
  'account.change',
  'invitation.issue',
  'invitation.confirm',
  'outbox.read_links',
]);

/** Whether a token may carry the permission at all. */
export function mayBeCarried(permission: Permission): boolean {
  return !NEVER_FOR_TOKENS.has(permission);
}

/** A new opaque token of 256 random bits; only its digest is stored. */
export function newApiToken(): string {
  return `${PREFIX}${randomBytes(32).toString('base64url')}`;
}

/** The digest under which a token is kept; null for text that was never a token. */
export function apiTokenDigest(token: string): Buffer | null {
  return TOKEN.test(token) ? createHash('sha256').update(token).digest() : null;
}
