import { createHash } from 'node:crypto';

/**
 * The Message-ID of a mail, without angle brackets: derived from what its sender calls it and from nothing else, so
 * that a mail sent twice is recognised as one. A mail that gathers several messages is named by the one that leads
 * them, however many still hold when it is sent.
 */
export function messageIdOf(name: string, publicUrl: string): string {
  return `${createHash('sha256').update(name).digest('hex')}@${new URL(publicUrl).hostname}`;
}
