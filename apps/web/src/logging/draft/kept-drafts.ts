import type { KeptDraft } from './draft-store';

/** One key for each account and draft: on a shared computer nobody finds another's typing. */
function keyOf(accountId: string, agreementId: string): string {
  return `mithaq.draft.${accountId}.${agreementId}`;
}

/** What was typed and never reached the server. */
export function findKept(accountId: string, agreementId: string): KeptDraft | null {
  try {
    const kept = localStorage.getItem(keyOf(accountId, agreementId));
    return kept === null ? null : (JSON.parse(kept) as KeptDraft);
  } catch {
    return null;
  }
}

/** Keeps it, or forgets it once it is on the server. A browser that keeps nothing still saves. */
export function keepDraft(accountId: string, agreementId: string, kept: KeptDraft | null): void {
  try {
    if (kept === null) localStorage.removeItem(keyOf(accountId, agreementId));
    else localStorage.setItem(keyOf(accountId, agreementId), JSON.stringify(kept));
  } catch {
    // The store is full or switched off: the page itself still holds what was typed.
  }
}
