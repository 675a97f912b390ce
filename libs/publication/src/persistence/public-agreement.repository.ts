import { Injectable } from '@nestjs/common';
import type { CalendarDate, DatePrecision, LocalizedText } from '@app/kernel';
import {
  Condition,
  Page,
  PageRequest,
  SortOrder,
  Transactions,
  joinConditions,
  readPage,
} from '@app/platform';

/** The orders of the public list; a leading minus turns one round. */
export const PUBLIC_AGREEMENT_SORTS = [
  'signed',
  '-signed',
  'recorded',
  '-recorded',
  'reference',
  '-reference',
] as const;
export type PublicAgreementSort = (typeof PUBLIC_AGREEMENT_SORTS)[number];

const ID = { sql: 'a.id', type: 'uuid' } as const;

/** What nobody dated as signed comes last either way. */
const SORTS: Readonly<Record<PublicAgreementSort, SortOrder>> = {
  signed: { keys: [{ sql: "(coalesce(a.signed_last_day, 'infinity'::date))", type: 'date' }, ID] },
  '-signed': {
    keys: [{ sql: "(coalesce(a.signed_last_day, '-infinity'::date))", type: 'date' }, ID],
    descending: true,
  },
  recorded: { keys: [{ sql: 'a.recorded_at', type: 'timestamptz' }, ID] },
  '-recorded': { keys: [{ sql: 'a.recorded_at', type: 'timestamptz' }, ID], descending: true },
  reference: { keys: [{ sql: 'a.reference', type: 'text' }] },
  '-reference': { keys: [{ sql: 'a.reference', type: 'text' }], descending: true },
};

/** A published agreement in the list. */
export interface PublicAgreementRow {
  readonly id: string;
  readonly reference: string;
  readonly publishedReference: string | null;
  readonly title: LocalizedText;
  readonly titleStatus: string;
  readonly instrumentType: string;
  readonly legalState: string;
  readonly signedStated: string | null;
  readonly signedAbsence: string | null;
  readonly eventId: string | null;
  readonly sectorCodes: string[];
  /** Regions of its promises. */
  readonly regionCodes: string[];
  readonly commitments: number;
  readonly firstDeadline: {
    readonly stated: string;
    readonly precision: DatePrecision;
    readonly lastDay: CalendarDate;
  } | null;
  /** How often acts moved a deadline that may be shown. */
  readonly deadlineMoves: number;
}

const COLUMNS = `a.id, a.reference, a.published_reference AS "publishedReference",
  jsonb_build_object('ar', a.title_ar, 'fr', a.title_fr, 'en', a.title_en) AS title,
  a.title_status AS "titleStatus", a.instrument_type AS "instrumentType", a.legal_state AS "legalState",
  a.signed_stated AS "signedStated", a.signed_absence AS "signedAbsence", a.event_id AS "eventId",
  a.sector_codes AS "sectorCodes",
  ARRAY(SELECT DISTINCT code FROM commitment c, unnest(c.region_codes) AS code
         WHERE c.agreement_id = a.id ORDER BY code) AS "regionCodes",
  (SELECT count(*) FROM commitment c WHERE c.agreement_id = a.id) AS commitments,
  (SELECT jsonb_build_object('stated', c.deadline_stated, 'precision', c.deadline_precision, 'lastDay', c.last_day)
     FROM commitment c WHERE c.agreement_id = a.id AND c.last_day IS NOT NULL
    ORDER BY c.last_day, c.rank LIMIT 1) AS "firstDeadline",
  (SELECT count(*) FROM deadline_move m JOIN commitment c ON c.id = m.subject_id
    WHERE m.agreement_id = a.id AND m.act IN ('amendment', 'suspension')
      AND c.deadline_absence IS DISTINCT FROM 'confidential') AS "deadlineMoves"`;

/** A party with the names it has today, or how the papers describe it. */
export interface PublicPartyRow {
  readonly agreementId: string;
  readonly id: string;
  readonly role: string;
  readonly organisationId: string | null;
  readonly names: LocalizedText;
}

/** By what lists may be narrowed, with how many agreements each value leaves. */
export const FACETS = ['sector', 'region', 'year', 'kind', 'instrumentType', 'legalState'] as const;
export type Facet = (typeof FACETS)[number];

/** Values of the agreement itself, and values of its promises. */
const FACET_VALUES: Readonly<
  Record<Facet, { readonly value: string; readonly of: 'agreement' | 'promise' }>
> = {
  sector: { value: 'unnest(a.sector_codes)', of: 'agreement' },
  instrumentType: { value: 'a.instrument_type', of: 'agreement' },
  legalState: { value: 'a.legal_state', of: 'agreement' },
  region: { value: 'unnest(c.region_codes)', of: 'promise' },
  year: { value: `coalesce(extract(year FROM c.last_day)::int::text, 'none')`, of: 'promise' },
  kind: { value: 'c.kind', of: 'promise' },
};

/** What an agreement must be, and what one of its promises must be. */
export interface PublicConditions {
  readonly agreement: readonly Condition[];
  readonly promise: readonly Condition[];
}

/** Reads published agreements; which they are is among the conditions. */
@Injectable()
export class PublicAgreementRepository {
  constructor(private readonly transactions: Transactions) {}

  list(
    conditions: PublicConditions,
    sort: PublicAgreementSort,
    page: PageRequest,
  ): Promise<Page<PublicAgreementRow>> {
    return readPage<PublicAgreementRow>(
      this.transactions.reader,
      { select: COLUMNS, from: 'agreement a', conditions: wholeOf(conditions), sort: SORTS[sort] },
      page,
    );
  }

  async count(conditions: PublicConditions): Promise<number> {
    const { where, values } = joinConditions(wholeOf(conditions));
    const [row] = await this.transactions.reader.query<[{ agreements: number }]>(
      `SELECT count(*) AS agreements FROM agreement a ${where}`,
      values,
    );
    return row.agreements;
  }

  /** How many agreements each value of a facet leaves, the most first. */
  facet(facet: Facet, conditions: PublicConditions): Promise<{ value: string; agreements: number }[]> {
    const { value, of } = FACET_VALUES[facet];
    const ofPromises = of === 'promise';
    const { where, values } = joinConditions(
      ofPromises ? [...conditions.agreement, ...conditions.promise] : wholeOf(conditions),
    );
    return this.transactions.reader.query(
      `SELECT value, count(DISTINCT id) AS agreements
         FROM (SELECT ${value} AS value, a.id
                 FROM agreement a ${ofPromises ? 'JOIN commitment c ON c.agreement_id = a.id' : ''} ${where}) AS found
        GROUP BY value ORDER BY agreements DESC, value`,
      values,
    );
  }

  parties(agreementIds: readonly string[]): Promise<PublicPartyRow[]> {
    return this.transactions.reader.query<PublicPartyRow[]>(
      `SELECT p.agreement_id AS "agreementId", p.id, p.role, p.organisation_id AS "organisationId",
              CASE WHEN o.id IS NULL
                   THEN jsonb_build_object('ar', p.described_ar, 'fr', p.described_fr, 'en', p.described_en)
                   ELSE jsonb_build_object('ar', o.name_ar, 'fr', o.name_fr, 'en', o.name_en) END AS names
         FROM party p LEFT JOIN organisation o ON o.id = p.organisation_id
        WHERE p.agreement_id = ANY ($1::uuid[]) ORDER BY p.agreement_id, p.rank`,
      [agreementIds],
    );
  }
}

/** An agreement has a promise that is all of what is asked, or nothing is asked of its promises. */
function wholeOf({ agreement, promise }: PublicConditions): Condition[] {
  if (promise.length === 0) return [...agreement];
  const sql = promise.map((condition) => `(${condition.sql})`).join(' AND ');
  return [
    ...agreement,
    {
      sql: `EXISTS (SELECT FROM commitment c WHERE c.agreement_id = a.id AND ${sql})`,
      values: promise.flatMap(({ values }) => values),
    },
  ];
}
