import { createHash } from 'node:crypto';

/**
 * The Message-ID of a mail, without angle brackets: derived from what the ledger calls it and from nothing else, so
 * that a mail sent twice is recognised as one. A mail that gathers several messages is named by the first of them.
 */
export function messageIdOf(ledgerKey: string, gathersSeveral: boolean, publicUrl: string): string {
  const name = gathersSeveral ? `${ledgerKey}|several` : ledgerKey;
  return `${createHash('sha256').update(name).digest('hex')}@${new URL(publicUrl).hostname}`;
}
