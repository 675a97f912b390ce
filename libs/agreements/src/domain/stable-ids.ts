import type { DraftDocument } from './draft-document';

/**
 * Gives every part of a document its stable id: a part that the agreement already has keeps its own, every other
 * id (a local key such as `p1`, or one of another agreement) is replaced by a new one, and so are the references
 * to it.
 */
export function withStableIds<Document extends DraftDocument>(
  document: Document,
  known: ReadonlySet<string>,
  newId: () => string,
): Document {
  const stable = new Map<string, string>();
  const idOf = (id: string): string => {
    const existing = known.has(id) ? id : stable.get(id);
    if (existing !== undefined) return existing;
    const fresh = newId();
    stable.set(id, fresh);
    return fresh;
  };
  const refer = (id: string | null): string | null => (id === null ? null : idOf(id));
  return {
    ...document,
    parties: document.parties.map((party) => ({ ...party, id: idOf(party.id) })),
    signatories: document.signatories.map((signatory) => ({
      ...signatory,
      id: idOf(signatory.id),
      partyId: refer(signatory.partyId),
    })),
    commitments: document.commitments.map((commitment) => ({
      ...commitment,
      id: idOf(commitment.id),
      obligorPartyId: refer(commitment.obligorPartyId),
      partOfId: refer(commitment.partOfId),
      milestones: commitment.milestones.map((milestone) => ({ ...milestone, id: idOf(milestone.id) })),
    })),
    citations: document.citations.map((citation) => ({
      ...citation,
      id: idOf(citation.id),
      subjectId: refer(citation.subjectId),
    })),
  };
}

/** The ids of all parts of a document. */
export function partIds(document: DraftDocument): Set<string> {
  return new Set([
    ...document.parties.map(({ id }) => id),
    ...document.signatories.map(({ id }) => id),
    ...document.commitments.flatMap(({ id, milestones }) => [
      id,
      ...milestones.map((milestone) => milestone.id),
    ]),
    ...document.citations.map(({ id }) => id),
  ]);
}
