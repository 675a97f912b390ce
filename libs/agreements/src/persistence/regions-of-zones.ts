import type { EntityManager } from 'typeorm';

/** The region in which each of these zones lies. */
export async function regionsOfZones(
  tx: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ id: string; region: string }[]>(
    'SELECT id, region_code AS region FROM zone WHERE id = ANY ($1::uuid[])',
    [ids],
  );
  return new Map(rows.map(({ id, region }) => [id, region]));
}
