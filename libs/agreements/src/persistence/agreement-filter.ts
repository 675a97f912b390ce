import {
  type Condition,
  type Facet,
  type FacetValues,
  type SynonymGroups,
  holdsEveryWord,
  isOneOf,
  isOneOfOrNone,
  orWithout,
} from '@app/platform';
import type { AgreementScope } from './visible-agreements';

/** What a list of agreements may be narrowed to; of several values one is enough, `none` is the absence of any. */
export interface AgreementFilter {
  readonly q?: string | null;
  readonly instrumentType?: readonly string[] | null;
  readonly legalState?: readonly string[] | null;
  readonly sector?: readonly string[] | null;
  readonly region?: readonly string[] | null;
  readonly organisation?: string | null;
  readonly event?: readonly string[] | null;
  readonly signedFrom?: string | null;
  readonly signedTo?: string | null;
  readonly tag?: string | null;
  readonly owner?: readonly string[] | null;
  /** The year of the first deadline. */
  readonly deadlineYear?: readonly string[] | null;
  readonly published?: boolean | null;
  /** Agreements with a current version, or those that were only drafted; the first when left out. */
  readonly stage?: AgreementStage | null;
}

export const AGREEMENT_STAGES = ['current', 'drafted'] as const;
export type AgreementStage = (typeof AGREEMENT_STAGES)[number];

export const AGREEMENT_FACETS = [
  'stage',
  'instrumentType',
  'legalState',
  'sector',
  'region',
  'deadlineYear',
  'event',
  'owner',
  'published',
] as const;
export type AgreementFacetCode = (typeof AGREEMENT_FACETS)[number];

/** Tags, owners and drafts are of the house: to whoever sees a part of the register no agreement has any. */
const OF_THE_HOUSE: readonly AgreementFacetCode[] = ['stage', 'owner'];

/** The row `f` holds the first deadline of the agreement `a`. */
export const AGREEMENTS_TO_COUNT = `agreement a LEFT JOIN (
  SELECT c.agreement_id, min(c.last_day) AS first_day FROM commitment c GROUP BY c.agreement_id) AS f
  ON f.agreement_id = a.id`;

const VALUES: Readonly<Record<AgreementFacetCode, FacetValues>> = {
  stage: { one: `CASE WHEN a.version_number IS NULL THEN 'drafted' ELSE 'current' END` },
  instrumentType: { one: 'a.instrument_type' },
  legalState: { one: 'a.legal_state' },
  sector: { several: 'SELECT i.id, unnest(i.sector_codes) AS value FROM agreement i' },
  region: {
    several: 'SELECT DISTINCT c.agreement_id AS id, unnest(c.region_codes) AS value FROM commitment c',
  },
  deadlineYear: { one: 'extract(year FROM f.first_day)' },
  event: { one: 'a.event_id' },
  owner: { one: 'a.owner_position_id' },
  published: { one: 'a.published' },
};

/** The last day of the first deadline of the agreement `a`. */
export const FIRST_DEADLINE = '(SELECT min(c.last_day) FROM commitment c WHERE c.agreement_id = a.id)';

const regionsAre = (of: string) => `EXISTS (SELECT FROM commitment c WHERE c.agreement_id = a.id AND ${of})`;

const OWN: Readonly<Record<AgreementFacetCode, (filter: AgreementFilter) => Condition | null>> = {
  stage: ({ stage }) => ({
    sql: `a.version_number IS ${stage === 'drafted' ? '' : 'NOT '}NULL`,
    values: [],
  }),
  instrumentType: ({ instrumentType }) =>
    some(instrumentType, (of) => isOneOf('a.instrument_type', 'text', of)),
  legalState: ({ legalState }) => some(legalState, (of) => isOneOf('a.legal_state', 'text', of)),
  sector: ({ sector }) =>
    some(sector, (of) =>
      orWithout(
        of,
        (codes) => ({ sql: 'a.sector_codes && ?::text[]', values: [codes] }),
        `a.sector_codes = '{}'`,
      ),
    ),
  region: ({ region }) =>
    some(region, (of) =>
      orWithout(
        of,
        (codes) => ({ sql: regionsAre('c.region_codes && ?::text[]'), values: [codes] }),
        `NOT ${regionsAre(`c.region_codes <> '{}'`)}`,
      ),
    ),
  deadlineYear: ({ deadlineYear }) =>
    some(deadlineYear, (of) => isOneOfOrNone(`extract(year FROM ${FIRST_DEADLINE})::integer`, 'integer', of)),
  event: ({ event }) => some(event, (of) => isOneOfOrNone('a.event_id', 'uuid', of)),
  owner: ({ owner }) => some(owner, (of) => isOneOf('a.owner_position_id', 'uuid', of)),
  published: ({ published }) =>
    published === null || published === undefined ? null : { sql: 'a.published = ?', values: [published] },
};

/** The facets of a list with what was chosen of each. */
export function facetsOf(filter: AgreementFilter, scope: AgreementScope): Facet<AgreementFacetCode>[] {
  return AGREEMENT_FACETS.filter((code) => scope.length === 0 || !OF_THE_HOUSE.includes(code)).map(
    (code) => ({
      code,
      values: VALUES[code],
      chosen: OWN[code](filter),
    }),
  );
}

/** What narrows a list beside its facets. */
export function conditionsBeside(
  filter: AgreementFilter,
  synonyms: SynonymGroups,
  scope: AgreementScope,
): Condition[] {
  const isOfTheHouse = filter.tag || filter.owner?.length || filter.stage === 'drafted';
  if (scope.length > 0 && isOfTheHouse) return [{ sql: 'false', values: [] }];
  // Who sees a part of the register is asked no question of drafts, of which they see none.
  const conditions = [
    ...(scope.length > 0 ? [{ sql: 'a.version_number IS NOT NULL', values: [] }] : []),
    ...holdsEveryWord('a.search', filter.q, synonyms),
  ];
  const add = (value: unknown, sql: string) => {
    if (value) conditions.push({ sql, values: [value] });
  };
  add(filter.tag, 'a.tags @> ARRAY[?]::text[]');
  add(filter.signedFrom, 'a.signed_last_day >= ?::date');
  add(filter.signedTo, 'a.signed_first_day <= ?::date');
  add(
    filter.organisation,
    'EXISTS (SELECT 1 FROM party p WHERE p.agreement_id = a.id AND p.organisation_id = (SELECT staying_organisation(?::uuid)))',
  );
  return [...conditions, ...scope];
}

/** Everything that narrows a list of agreements `a`. */
export function conditionsOf(
  filter: AgreementFilter,
  synonyms: SynonymGroups,
  scope: AgreementScope,
): Condition[] {
  return [
    ...AGREEMENT_FACETS.flatMap((code) => OWN[code](filter) ?? []),
    ...conditionsBeside(filter, synonyms, scope),
  ];
}

function some(
  chosen: readonly string[] | null | undefined,
  condition: (of: readonly string[]) => Condition,
): Condition | null {
  return chosen?.length ? condition(chosen) : null;
}
