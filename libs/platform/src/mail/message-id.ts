import { createHash } from 'node:crypto';

/**
 * The Message-ID of a mail, without angle brackets: derived from what the ledger calls it and from nothing else, so
 * that a mail sent twice is recognised as one. A mail that gathers several messages is named by the one that leads
 * them, however many still hold when it is sent.
 */
export function messageIdOf(ledgerKey: string, publicUrl: string): string {
  return `${createHash('sha256').update(ledgerKey).digest('hex')}@${new URL(publicUrl).hostname}`;
}
