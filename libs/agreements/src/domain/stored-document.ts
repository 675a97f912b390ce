import type { AgreementDocument, DocumentSignatory } from './agreement-document';

/** A signatory as a version keeps it: the capacity is personal, so only its id is in the document. */
export type StoredSignatory = Omit<DocumentSignatory, 'capacity'> & {
  readonly capacityValueId: string | null;
};

/** What a version holds: the document with every personal value replaced by its id. */
export type StoredDocument = Omit<AgreementDocument, 'signatories'> & {
  readonly signatories: readonly StoredSignatory[];
};

/** Takes the capacities out, by the ids under which they are kept (by signatory). */
export function withoutPersonalValues(
  document: AgreementDocument,
  capacityIds: ReadonlyMap<string, string>,
): StoredDocument {
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
): AgreementDocument {
  return {
    ...stored,
    signatories: stored.signatories.map(({ capacityValueId, ...signatory }) => ({
      ...signatory,
      capacity: capacityValueId === null ? null : (values.get(capacityValueId) ?? null),
    })),
  };
}
