/** As much of a document as names organisations and persons. */
export interface NamingDocument {
  readonly parties: readonly { readonly id: string; readonly organisationId: string | null }[];
  readonly signatories: readonly { readonly id: string; readonly personId: string | null }[];
}

/** Who stays for records that were merged; whoever was not merged is missing. */
export interface StayingRecords {
  readonly organisations: ReadonlyMap<string, string>;
  readonly persons: ReadonlyMap<string, string>;
}

/** The document as it is read: each merged record by the id of the one that stays. */
export function namingWhoStays<Document extends NamingDocument>(
  document: Document,
  { organisations, persons }: StayingRecords,
): Document {
  if (organisations.size + persons.size === 0) return document;
  const stays = (map: ReadonlyMap<string, string>, id: string | null) =>
    id === null ? null : (map.get(id) ?? id);
  return {
    ...document,
    parties: document.parties.map((party) => ({
      ...party,
      organisationId: stays(organisations, party.organisationId),
    })),
    signatories: document.signatories.map((signatory) => ({
      ...signatory,
      personId: stays(persons, signatory.personId),
    })),
  };
}

/**
 * The document as it is written: a part that still names who stays for what it named before keeps the id of before,
 * so that it names that record again when the merge is undone.
 * @param before the document as it is kept.
 */
export function namingAsBefore<Document extends NamingDocument>(
  document: Document,
  before: NamingDocument | null,
  { organisations, persons }: StayingRecords,
): Document {
  if (before === null || organisations.size + persons.size === 0) return document;
  const named = new Map(before.parties.map(({ id, organisationId }) => [id, organisationId]));
  const signed = new Map(before.signatories.map(({ id, personId }) => [id, personId]));
  const asBefore = (map: ReadonlyMap<string, string>, now: string | null, then: string | null | undefined) =>
    then && now !== null && map.get(then) === now ? then : now;
  return {
    ...document,
    parties: document.parties.map((party) => ({
      ...party,
      organisationId: asBefore(organisations, party.organisationId, named.get(party.id)),
    })),
    signatories: document.signatories.map((signatory) => ({
      ...signatory,
      personId: asBefore(persons, signatory.personId, signed.get(signatory.id)),
    })),
  };
}
