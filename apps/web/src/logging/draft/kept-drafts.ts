import type { KeptDraft } from './draft-store';

/** One key for each account and draft: on a shared computer nobody finds another's typing. */
function keyOf(accountId: string, draftId: string): string {
  return `mithaq.draft.${accountId}.${draftId}`;
}

/** What was typed and never reached the server. */
export function findKept<Content>(accountId: string, draftId: string): KeptDraft<Content> | null {
  try {
    const kept = localStorage.getItem(keyOf(accountId, draftId));
    return kept === null ? null : (JSON.parse(kept) as KeptDraft<Content>);
  } catch {
    return null;
  }
}

/** Keeps it, or forgets it once it is on the server. A browser that keeps nothing still saves. */
export function keepDraft(accountId: string, draftId: string, kept: KeptDraft<unknown> | null): void {
  try {
    if (kept === null) localStorage.removeItem(keyOf(accountId, draftId));
    else localStorage.setItem(keyOf(accountId, draftId), JSON.stringify(kept));
  } catch {
    // The store is full or switched off: the page itself still holds what was typed.
  }
}
