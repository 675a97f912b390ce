import { Injectable } from '@nestjs/common';
import type { CalendarDate, LocalizedText } from '@app/kernel';
import { Condition, Page, PageRequest, Transactions, joinConditions, readPage } from '@app/platform';
import type { EntityManager } from 'typeorm';
import { ComparedAgreement, DuplicateReason, NEAR_DAYS } from '../domain/likely-duplicates';

export const DUPLICATE_DECISIONS = ['same', 'linked', 'different'] as const;
export type DuplicateDecision = (typeof DUPLICATE_DECISIONS)[number];

export const DUPLICATE_STATES = ['open', 'decided'] as const;
export type DuplicateState = (typeof DUPLICATE_STATES)[number];

interface PairedAgreement {
  readonly id: string;
  readonly reference: string;
  readonly title: LocalizedText;
  readonly signedStated: string | null;
}

export interface DuplicateDecisionRow {
  readonly id: string;
  readonly decision: DuplicateDecision;
  readonly linkId: string | null;
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedOn: CalendarDate;
}

/** Two agreements that may be one, the first recorded before the other. */
export interface DuplicateRow {
  readonly agreementA: PairedAgreement;
  readonly agreementB: PairedAgreement;
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
  readonly foundOn: CalendarDate;
  readonly decision: DuplicateDecisionRow | null;
}

/** Two agreements by their ids in order, and what they have in common. */
export interface Suggestion {
  readonly agreementAId: string;
  readonly agreementBId: string;
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
}

/** A version of an agreement that is to be compared with the others. */
export interface VersionToCompare {
  readonly id: string;
  readonly number: number;
}

/** Agreements of one block that are looked at: a fair or a firm with more of them is looked at in part. */
const MOST_OF_BLOCK = 40;

/** Suggestions kept for one agreement: the likeliest. */
export const MOST_SUGGESTED = 10;

/** How alike titles have to be before anything else is looked at: of all languages together, so less than of one. */
const TITLES_ALIKE = 0.3;
const TITLES = (alias: string) => `concat_ws(' ', ${alias}.title_fr, ${alias}.title_en, ${alias}.title_ar)`;

/** Where one batch of comparing runs, no other does. Spells "dupl" in ASCII. */
const COMPARING_LOCK = 0x6475706c;

const PAIRS = `(
    SELECT s.agreement_a_id, s.agreement_b_id, s.score, s.reasons, s.found_on FROM duplicate_suggestion s
    UNION ALL
    SELECT d.agreement_a_id, d.agreement_b_id, 0, '{}', d.decided_on FROM duplicate_decision d
     WHERE d.ended_as IS NULL AND NOT EXISTS (
       SELECT FROM duplicate_suggestion s
        WHERE s.agreement_a_id = d.agreement_a_id AND s.agreement_b_id = d.agreement_b_id)
  ) AS s
  JOIN agreement a ON a.id = s.agreement_a_id
  JOIN agreement b ON b.id = s.agreement_b_id
  LEFT JOIN duplicate_decision d ON d.agreement_a_id = s.agreement_a_id AND d.agreement_b_id = s.agreement_b_id
    AND d.ended_as IS NULL`;

const agreement = (alias: string) =>
  `jsonb_build_object('id', ${alias}.id, 'reference', ${alias}.reference, 'signedStated', ${alias}.signed_stated,
    'title', jsonb_build_object('ar', ${alias}.title_ar, 'fr', ${alias}.title_fr, 'en', ${alias}.title_en))`;

const COLUMNS = `${agreement('a')} AS "agreementA", ${agreement('b')} AS "agreementB", s.score, s.reasons,
  s.found_on AS "foundOn",
  CASE WHEN d.id IS NOT NULL THEN jsonb_build_object('id', d.id, 'decision', d.decision, 'linkId', d.link_id,
    'reason', d.reason, 'decidedBy', d.decided_by, 'decidedOn', d.decided_on) END AS decision`;

/** Nobody has decided, and no link says already how the two belong together. */
const OPEN = `d.id IS NULL AND NOT EXISTS (
  SELECT FROM agreement_link l WHERE l.withdrawn_on IS NULL
     AND (l.from_agreement_id, l.to_agreement_id)
      IN ((s.agreement_a_id, s.agreement_b_id), (s.agreement_b_id, s.agreement_a_id)))`;

/** Reads and keeps which agreements may be one, and what people decided about it. */
@Injectable()
export class DuplicateRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The likeliest first; a decided pair that nothing suggests any more comes last. */
  listPage(state: DuplicateState, page: PageRequest): Promise<Page<DuplicateRow>> {
    return readPage<DuplicateRow>(
      this.transactions.reader,
      {
        select: COLUMNS,
        from: PAIRS,
        conditions: [{ sql: state === 'open' ? OPEN : 'd.id IS NOT NULL', values: [] }],
        sort: {
          keys: [
            { sql: 's.score', type: 'integer' },
            { sql: 's.agreement_a_id', type: 'uuid' },
            { sql: 's.agreement_b_id', type: 'uuid' },
          ],
          descending: true,
        },
      },
      page,
    );
  }

  /** Pairs as rows, whether or not they are kept as suggestions. */
  async describe(
    suggestions: readonly Suggestion[],
    today: CalendarDate,
    scope: readonly Condition[],
  ): Promise<DuplicateRow[]> {
    const { where, values } = joinConditions([...scope]);
    values.push(JSON.stringify(suggestions), today);
    return this.transactions.reader.query<DuplicateRow[]>(
      `SELECT ${COLUMNS}
         FROM jsonb_to_recordset($${values.length - 1}::jsonb)
                AS given ("agreementAId" uuid, "agreementBId" uuid, score integer, reasons text[])
        CROSS JOIN LATERAL (SELECT given."agreementAId" AS agreement_a_id, given."agreementBId" AS agreement_b_id,
                                   given.score, given.reasons, $${values.length}::date AS found_on) AS s
         JOIN agreement a ON a.id = s.agreement_a_id
         JOIN agreement b ON b.id = s.agreement_b_id
         LEFT JOIN duplicate_decision d ON d.agreement_a_id = s.agreement_a_id
          AND d.agreement_b_id = s.agreement_b_id AND d.ended_as IS NULL
        ${where} ORDER BY s.score DESC, s.agreement_a_id, s.agreement_b_id`,
      values,
    );
  }

  /** The pairs of an agreement about which somebody decided. */
  decidedOf(agreementId: string): Promise<Suggestion[]> {
    return this.transactions.reader.query<Suggestion[]>(
      `SELECT agreement_a_id AS "agreementAId", agreement_b_id AS "agreementBId", 0 AS score, '{}'::text[] AS reasons
         FROM duplicate_decision WHERE $1::uuid IN (agreement_a_id, agreement_b_id) AND ended_as IS NULL`,
      [agreementId],
    );
  }

  /**
   * Who has what it takes to be one with these agreements: an organisation, a figure and a region, a zone, or nearly
   * a title and a fair or a month.
   */
  async candidates(db: EntityManager, ids: readonly string[]): Promise<[string, string][]> {
    const rows = await db.query<{ one: string; other: string }[]>(
      `SELECT x.id AS one, other.id AS other
         FROM agreement x
        CROSS JOIN LATERAL (
          (SELECT theirs.agreement_id AS id FROM party own
             JOIN party theirs ON theirs.organisation_id = own.organisation_id AND theirs.role <> 'public_authority'
            WHERE own.agreement_id = x.id AND own.role <> 'public_authority' LIMIT ${MOST_OF_BLOCK})
          UNION
          (SELECT theirs.agreement_id FROM commitment own
             JOIN commitment theirs ON theirs.kind = own.kind AND coalesce(theirs.value, -1) = own.value
              AND theirs.unit = own.unit AND theirs.region_codes && own.region_codes
            WHERE own.agreement_id = x.id AND own.value IS NOT NULL LIMIT ${MOST_OF_BLOCK})
          UNION
          (SELECT theirs.agreement_id FROM commitment own JOIN commitment theirs ON theirs.zone_ids && own.zone_ids
            WHERE own.agreement_id = x.id AND own.zone_ids <> '{}' LIMIT ${MOST_OF_BLOCK})
          UNION
          (SELECT fair.id FROM agreement fair
            WHERE fair.event_id = x.event_id AND similarity(${TITLES('fair')}, ${TITLES('x')}) > ${TITLES_ALIKE}
            LIMIT ${MOST_OF_BLOCK})
          UNION
          (SELECT near.id FROM agreement near
            WHERE near.signed_last_day BETWEEN x.signed_last_day - ${NEAR_DAYS} AND x.signed_last_day + ${NEAR_DAYS}
              AND similarity(${TITLES('near')}, ${TITLES('x')}) > ${TITLES_ALIKE}
            LIMIT ${MOST_OF_BLOCK})
        ) AS other
        WHERE x.id = ANY ($1::uuid[]) AND other.id <> x.id`,
      [ids],
    );
    return rows.map(({ one, other }) => [one, other]);
  }

  /** What of some agreements is compared. */
  async compared(db: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, ComparedAgreement>> {
    const rows = await db.query<ComparedAgreement[]>(
      `SELECT a.id, a.published_reference AS "publishedReference", a.event_id AS "eventId",
              a.signed_first_day AS "signedFirstDay", a.signed_last_day AS "signedLastDay",
              jsonb_build_object('ar', a.title_ar, 'fr', a.title_fr, 'en', a.title_en) AS title,
              ARRAY(SELECT organisation_id::text FROM party WHERE agreement_id = a.id AND role <> 'public_authority'
                       AND organisation_id IS NOT NULL) AS "organisationIds",
              ARRAY(SELECT organisation_id::text FROM party WHERE agreement_id = a.id AND role = 'public_authority'
                       AND organisation_id IS NOT NULL) AS "authorityIds",
              ARRAY(SELECT trim_scale(value)::text || ' ' || unit FROM commitment
                     WHERE agreement_id = a.id AND value IS NOT NULL) AS figures,
              ARRAY(SELECT DISTINCT unnest(zone_ids)::text FROM commitment WHERE agreement_id = a.id) AS "zoneIds",
              ARRAY(SELECT DISTINCT unnest(region_codes) FROM commitment WHERE agreement_id = a.id) AS "regionCodes"
         FROM agreement a WHERE a.id = ANY ($1::uuid[])`,
      [[...new Set(ids)]],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** The agreements whose current version was not compared yet, the latest first; none while another batch runs. */
  async toCompare(tx: EntityManager, limit: number): Promise<VersionToCompare[]> {
    const [lock] = await tx.query<[{ free: boolean }]>('SELECT pg_try_advisory_xact_lock($1) AS free', [
      COMPARING_LOCK,
    ]);
    if (!lock.free) return [];
    return tx.query<VersionToCompare[]>(
      `SELECT a.id, a.version_number AS number FROM agreement a LEFT JOIN agreement_comparison k ON k.agreement_id = a.id
        WHERE k.version_number IS DISTINCT FROM a.version_number ORDER BY a.id DESC LIMIT $1`,
      [limit],
    );
  }

  /** Keeps what was found for some agreements in the place of what was kept, and that they were compared. */
  async keep(
    tx: EntityManager,
    versions: readonly VersionToCompare[],
    found: readonly Suggestion[],
    today: CalendarDate,
  ): Promise<void> {
    const ids = versions.map(({ id }) => id);
    const given = JSON.stringify(found);
    await tx.query(
      `DELETE FROM duplicate_suggestion s
        WHERE (s.agreement_a_id = ANY ($1::uuid[]) OR s.agreement_b_id = ANY ($1::uuid[]))
          AND NOT EXISTS (SELECT FROM jsonb_to_recordset($2::jsonb) AS f ("agreementAId" uuid, "agreementBId" uuid)
                           WHERE f."agreementAId" = s.agreement_a_id AND f."agreementBId" = s.agreement_b_id)`,
      [ids, given],
    );
    await tx.query(
      `INSERT INTO duplicate_suggestion (agreement_a_id, agreement_b_id, score, reasons, found_on)
       SELECT f."agreementAId", f."agreementBId", f.score, f.reasons, $2
         FROM jsonb_to_recordset($1::jsonb)
           AS f ("agreementAId" uuid, "agreementBId" uuid, score integer, reasons text[])
       ON CONFLICT (agreement_a_id, agreement_b_id) DO UPDATE SET score = excluded.score, reasons = excluded.reasons`,
      [given, today],
    );
    await tx.query(
      `INSERT INTO agreement_comparison (agreement_id, version_number, compared_on)
       SELECT id, number, $2 FROM jsonb_to_recordset($1::jsonb) AS compared (id uuid, number integer)
       ON CONFLICT (agreement_id) DO UPDATE SET version_number = excluded.version_number,
         compared_on = excluded.compared_on`,
      [JSON.stringify(versions), today],
    );
  }

  /** An organisation's agreements are compared once more. */
  async compareAgain(tx: EntityManager, organisationId: string): Promise<void> {
    await tx.query(
      `DELETE FROM agreement_comparison
        WHERE agreement_id IN (SELECT agreement_id FROM party WHERE organisation_id = $1)`,
      [organisationId],
    );
  }

  /** The decision that holds for two agreements, given in order. */
  async liveDecision(
    tx: EntityManager,
    [a, b]: readonly [string, string],
  ): Promise<Pick<DuplicateDecisionRow, 'id' | 'linkId'> | null> {
    const [row] = await tx.query<Pick<DuplicateDecisionRow, 'id' | 'linkId'>[]>(
      `SELECT id, link_id AS "linkId" FROM duplicate_decision
        WHERE agreement_a_id = $1 AND agreement_b_id = $2 AND ended_as IS NULL`,
      [a, b],
    );
    return row ?? null;
  }

  /** The live links between two agreements, in whichever direction. */
  linksBetween(
    tx: EntityManager,
    [a, b]: readonly [string, string],
  ): Promise<{ readonly id: string; readonly kind: string; readonly from: string }[]> {
    return tx.query(
      `SELECT id, kind, from_agreement_id AS "from" FROM agreement_link
        WHERE withdrawn_on IS NULL AND (from_agreement_id, to_agreement_id) IN (($1, $2), ($2, $1)) ORDER BY id`,
      [a, b],
    );
  }
}
