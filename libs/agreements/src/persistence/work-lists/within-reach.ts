import type { Condition } from '@app/platform';

/** Some regions and sectors in which a role is held. */
export interface ReachedPlaces {
  readonly regions: readonly string[];
  readonly sectors: readonly string[];
}

const ZONES = 'SELECT z.id::text FROM zone z WHERE z.region_code = ANY (?::text[])';

/** Where a current version lies, as `placeOfAgreement` says. */
const CURRENT = `a.sector_codes && ?::text[] OR EXISTS (SELECT FROM commitment i WHERE i.agreement_id = a.id
  AND (i.region_codes && ?::text[] OR i.zone_ids::text[] && ARRAY(${ZONES})))`;

/** The same of an agreement that has only its open draft. */
const DRAFTED = `EXISTS (SELECT FROM agreement_draft f WHERE f.agreement_id = a.id
    AND f.state IN ('draft', 'submitted', 'returned', 'verified')
  AND (jsonb_exists_any(f.document -> 'sectorCodes', ?::text[])
    OR EXISTS (SELECT FROM jsonb_array_elements(f.document -> 'commitments') i
      WHERE jsonb_exists_any(i -> 'place' -> 'regionCodes', ?::text[])
        OR jsonb_exists_any(i -> 'place' -> 'zoneIds', ARRAY(${ZONES})))))`;

/** Whether an agreement `a` lies in one of the places. */
function within({ regions, sectors }: ReachedPlaces): Condition {
  const values = [sectors, regions, regions];
  return {
    sql: `CASE WHEN a.version_number IS NULL THEN ${DRAFTED} ELSE ${CURRENT} END`,
    values: [...values, ...values],
  };
}

/** How far somebody may do something. */
type Reached = { readonly everywhere: true } | ({ readonly everywhere: false } & ReachedPlaces);

/** Whether an agreement `a` lies where one of the reaches goes; no condition where one goes everywhere. */
export function withinSome(reaches: readonly Reached[]): Condition[] {
  const some = reaches.flatMap((reach) => (reach.everywhere ? [] : [reach]));
  if (some.length < reaches.length) return [];
  if (some.length === 0) return [{ sql: 'false', values: [] }];
  return [
    within({
      regions: some.flatMap(({ regions }) => regions),
      sectors: some.flatMap(({ sectors }) => sectors),
    }),
  ];
}
