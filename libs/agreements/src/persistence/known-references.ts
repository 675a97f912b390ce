import { FieldViolation } from '@app/kernel';
import type { EntityManager } from 'typeorm';
import type { DraftDocument } from '../domain/draft-document';

interface Mention {
  readonly field: string;
  readonly value: string;
}

/**
 * Finds every mention of a record that does not exist: organisations, persons, sources, regions and so on; and what is
 * said anew of a person who was erased.
 */
export async function findUnknownReferences(
  tx: EntityManager,
  document: DraftDocument,
): Promise<FieldViolation[]> {
  const groups: readonly [string, readonly Mention[]][] = [
    [
      'SELECT id FROM organisation WHERE id = ANY($1::uuid[])',
      mentions(document.parties, 'parties', 'organisationId'),
    ],
    [
      'SELECT id FROM person WHERE id = ANY($1::uuid[])',
      mentions(document.signatories, 'signatories', 'personId'),
    ],
    [
      'SELECT id FROM source WHERE id = ANY($1::uuid[])',
      mentions(document.citations, 'citations', 'sourceId'),
    ],
    [
      'SELECT id FROM signing_event WHERE id = ANY($1::uuid[])',
      one('signing.eventId', document.signing.eventId),
    ],
    ['SELECT code FROM sector WHERE code = ANY($1)', many('sectorCodes', document.sectorCodes)],
    [
      'SELECT code FROM region WHERE code = ANY($1)',
      document.commitments.flatMap(({ place }, index) =>
        many(`commitments[${index}].place.regionCodes`, place.regionCodes),
      ),
    ],
    [
      'SELECT id FROM zone WHERE id = ANY($1::uuid[])',
      document.commitments.flatMap(({ place }, index) =>
        many(`commitments[${index}].place.zoneIds`, place.zoneIds),
      ),
    ],
  ];
  const found: FieldViolation[] = [];
  for (const [statement, mentioned] of groups.filter(([, list]) => list.length > 0)) {
    const rows = await tx.query<Record<string, string>[]>(statement, [mentioned.map(({ value }) => value)]);
    const known = new Set(rows.flatMap((row) => Object.values(row)));
    found.push(
      ...mentioned
        .filter(({ value }) => !known.has(value))
        .map(({ field }) => ({ field, code: 'unknown_reference' })),
    );
  }
  return [...found, ...(await findCapacitiesOfErased(tx, document))];
}

/** A capacity is personal: nothing personal is recorded anew of a person who was erased. */
async function findCapacitiesOfErased(
  tx: EntityManager,
  { signatories }: DraftDocument,
): Promise<FieldViolation[]> {
  const stated = signatories.filter(({ capacity }) => capacity !== null).map(({ personId }) => personId);
  const rows = await tx.query<{ id: string }[]>(
    'SELECT id FROM person WHERE id = ANY($1::uuid[]) AND erased_at IS NOT NULL',
    [stated],
  );
  const erased = new Set(rows.map(({ id }) => id));
  return signatories.flatMap(({ personId, capacity }, index) =>
    capacity !== null && personId !== null && erased.has(personId)
      ? [{ field: `signatories[${index}].capacity`, code: 'person_erased' }]
      : [],
  );
}

function mentions<Key extends string>(
  parts: readonly { readonly [key in Key]: string | null }[],
  list: string,
  key: Key,
): Mention[] {
  return parts.flatMap((part, index) => one(`${list}[${index}].${key}`, part[key]));
}

function one(field: string, value: string | null): Mention[] {
  return value === null ? [] : [{ field, value }];
}

function many(list: string, values: readonly string[]): Mention[] {
  return values.map((value, index) => ({ field: `${list}[${index}]`, value }));
}
