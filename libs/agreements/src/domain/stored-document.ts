import type { AgreementDocument, DocumentSignatory } from './agreement-document';
import type { DraftDocument, DraftSignatory } from './draft-document';

/** A signatory as a version keeps it: the capacity is personal, so only its id is in the document. */
export type StoredSignatory = Omit<DocumentSignatory, 'capacity'> & {
  readonly capacityValueId: string | null;
};

/** What a version holds: the document with every personal value replaced by its id. */
export type StoredDocument = Omit<AgreementDocument, 'signatories'> & {
  readonly signatories: readonly StoredSignatory[];
};

/** The same of a document that is not whole. */
export type StoredDraft = Omit<DraftDocument, 'signatories'> & {
  readonly signatories: readonly (Omit<DraftSignatory, 'capacity'> & {
    readonly capacityValueId: string | null;
  })[];
};

/** Takes the capacities out, by the ids under which they are kept (by signatory). */
export function withoutPersonalValues(
  document: AgreementDocument,
  capacityIds: ReadonlyMap<string, string>,
): StoredDocument;
export function withoutPersonalValues(
  document: DraftDocument,
  capacityIds: ReadonlyMap<string, string>,
): StoredDraft;
export function withoutPersonalValues(
  document: DraftDocument,
  capacityIds: ReadonlyMap<string, string>,
): StoredDraft {
  return {
    ...document,
    signatories: document.signatories.map(({ capacity: _, ...signatory }) => ({
      ...signatory,
      capacityValueId: capacityIds.get(signatory.id) ?? null,
    })),
  };
}

/** Puts the capacities back; one that was erased is null. */
export function withPersonalValues(
  stored: StoredDocument,
  values: ReadonlyMap<string, string>,
): AgreementDocument;
export function withPersonalValues(stored: StoredDraft, values: ReadonlyMap<string, string>): DraftDocument;
export function withPersonalValues(stored: StoredDraft, values: ReadonlyMap<string, string>): DraftDocument {
  return {
    ...stored,
    signatories: stored.signatories.map(({ capacityValueId, ...signatory }) => ({
      ...signatory,
      capacity: capacityValueId === null ? null : (values.get(capacityValueId) ?? null),
    })),
  };
}

/**
 * A document as this version of the software reads it: fields that came later are null in documents from before,
 * which stay as they were written.
 */
export function upToDate<Document extends StoredDraft>(document: Document): Document {
  const later = { partOfId: null, proofMethod: null };
  return { ...document, commitments: document.commitments.map((one) => Object.assign({}, later, one)) };
}
