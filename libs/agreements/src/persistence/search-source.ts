import type { EntityManager } from 'typeorm';
import type { StoredDraft } from '../domain/stored-document';
import { wordsOf } from './project-document';

/** All words by which people look for an agreement: titles, references, places, every name its parties go by. */
export async function searchSourceOf(
  tx: EntityManager,
  reference: string,
  document: StoredDraft,
): Promise<string> {
  const ids = document.parties.map(({ organisationId }) => organisationId).filter((id) => id !== null);
  const places = document.commitments.map(({ place }) => place);
  const rows = await tx.query<{ search_source: string }[]>(
    `SELECT o.search_source FROM organisation o WHERE o.id IN
       (SELECT coalesce(named.merged_into, named.id) FROM organisation named WHERE named.id = ANY($1))
     UNION ALL SELECT concat_ws(' ', name_fr, name_en, name_ar) FROM region WHERE code = ANY($2)
     UNION ALL SELECT concat_ws(' ', name_fr, name_en, name_ar) FROM zone WHERE id = ANY($3::uuid[])`,
    [ids, places.flatMap(({ regionCodes }) => regionCodes), places.flatMap(({ zoneIds }) => zoneIds)],
  );
  return [
    reference,
    document.publishedReference,
    wordsOf(document.title),
    document.instrumentType?.replaceAll('_', ' '),
    document.sectorStated,
    document.signing.place,
    ...places.flatMap(({ cities }) => cities),
    ...document.parties.map(({ described }) => wordsOf(described)),
    ...rows.map((row) => row.search_source),
  ]
    .filter(Boolean)
    .join(' ');
}
