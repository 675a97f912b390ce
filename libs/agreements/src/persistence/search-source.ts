import type { EntityManager } from 'typeorm';
import type { StoredDocument } from '../domain/stored-document';
import { wordsOf } from './project-document';

/** All words by which people look for an agreement: titles, references, and every name its parties go by. */
export async function searchSourceOf(
  tx: EntityManager,
  reference: string,
  document: StoredDocument,
): Promise<string> {
  const ids = document.parties.map(({ organisationId }) => organisationId).filter((id) => id !== null);
  const rows = await tx.query<{ search_source: string }[]>(
    'SELECT search_source FROM organisation WHERE id = ANY($1) ORDER BY id',
    [ids],
  );
  return [
    reference,
    document.publishedReference,
    wordsOf(document.title),
    document.sectorStated,
    ...document.parties.map(({ described }) => wordsOf(described)),
    ...rows.map((row) => row.search_source),
  ]
    .filter(Boolean)
    .join(' ');
}
