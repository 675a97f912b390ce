import type { DocumentPlace } from './agreement-document';

/** As much of a document as says where its agreement lies. */
export interface PlacedDocument {
  readonly sectorCodes: readonly string[];
  readonly commitments: readonly { readonly place: DocumentPlace }[];
}

/** Where an agreement lies, as far as scopes of roles look at it. */
export interface AgreementPlace {
  readonly regions: readonly string[];
  readonly sectors: readonly string[];
}

/** The zones in which something was promised. */
export function zonesOf({ commitments }: Pick<PlacedDocument, 'commitments'>): string[] {
  return [...new Set(commitments.flatMap(({ place }) => place.zoneIds))];
}

/**
 * Where an agreement lies: the regions of its promises, those of the zones that they name among them, and its
 * sectors. What is nationwide, or says nothing of places, adds none.
 * @param regionsOfZones the region of each zone.
 */
export function placeOfAgreement(
  document: PlacedDocument,
  regionsOfZones: ReadonlyMap<string, string>,
): AgreementPlace {
  const stated = document.commitments.flatMap(({ place }) => place.regionCodes);
  const ofZones = zonesOf(document).flatMap((id) => regionsOfZones.get(id) ?? []);
  return { regions: [...new Set([...stated, ...ofZones])], sectors: document.sectorCodes };
}
