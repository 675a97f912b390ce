import { Injectable } from '@nestjs/common';
import type { CalendarDate, LocalizedText } from '@app/kernel';
import { Condition, Page, PageRequest, Transactions, joinConditions, readPage } from '@app/platform';
import type { EntityManager } from 'typeorm';
import type { CitedField, CitedSubject } from '../domain/agreement-document';
import { ClaimingDocument, NamesOfParts, partKey } from '../domain/claims';
import type { ContradictionKind } from '../domain/contradictions';
import type { StoredDocument } from '../domain/stored-document';
import { ContradictionDecisionEntity } from './sources.entities';
import { namesOfParts } from './project-contradictions';

/** One field of one part of an agreement. */
export interface PartField {
  readonly agreementId: string;
  readonly subject: CitedSubject;
  readonly subjectId: string | null;
  readonly field: CitedField;
}

/** What somebody decided: which citation is followed, or that the register stays with its own value. */
export interface ContradictionDecisionRow {
  readonly id: string;
  readonly citationId: string | null;
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedOn: CalendarDate;
}

export interface ContradictionRow extends PartField {
  readonly id: string;
  readonly kind: ContradictionKind;
  readonly claimsSha256: string;
  readonly foundOn: CalendarDate;
  readonly reference: string;
  readonly title: LocalizedText;
  readonly decision: ContradictionDecisionRow | null;
}

export const CONTRADICTION_STATES = ['open', 'decided'] as const;
export type ContradictionState = (typeof CONTRADICTION_STATES)[number];

export interface ContradictionFilter {
  readonly state: ContradictionState | null;
  readonly agreementId: string | null;
  readonly field: CitedField | null;
}

/** How many there are, whatever the page holds, and since when the oldest waits. */
export interface ContradictionCounts {
  readonly open: number;
  readonly decided: number;
  readonly oldestOpen: CalendarDate | null;
}

/** Where a citation says so and when it was read. */
export interface CitedPassage {
  readonly citationId: string;
  readonly locator: string | null;
  readonly readOn: CalendarDate | null;
  readonly source: {
    readonly id: string;
    readonly url: string;
    readonly title: string | null;
    readonly publisher: string | null;
  };
}

/** A decision holds for the claims that were on the table when it was made. */
const ROWS = `contradiction c
  JOIN agreement a ON a.id = c.agreement_id
  LEFT JOIN contradiction_decision d ON d.agreement_id = c.agreement_id AND d.subject = c.subject
    AND d.subject_id IS NOT DISTINCT FROM c.subject_id AND d.field = c.field AND d.ended_as IS NULL
    AND d.claims_sha256 = c.claims_sha256`;

const COLUMNS = `c.id, c.agreement_id AS "agreementId", c.subject, c.subject_id AS "subjectId", c.field, c.kind,
  c.claims_sha256 AS "claimsSha256", c.found_on AS "foundOn", a.reference,
  jsonb_build_object('ar', a.title_ar, 'fr', a.title_fr, 'en', a.title_en) AS title,
  CASE WHEN d.id IS NOT NULL THEN jsonb_build_object('id', d.id, 'citationId', d.citation_id, 'reason', d.reason,
    'decidedBy', d.decided_by, 'decidedOn', d.decided_on) END AS decision`;

/** Reads where sources disagree, and keeps what people decide about it. */
@Injectable()
export class ContradictionRepository {
  constructor(private readonly transactions: Transactions) {}

  listPage(filter: ContradictionFilter, page: PageRequest): Promise<Page<ContradictionRow>> {
    return readPage<ContradictionRow>(
      this.transactions.reader,
      {
        select: COLUMNS,
        from: ROWS,
        conditions: conditionsOf(filter),
        sort: {
          keys: [
            { sql: 'c.found_on', type: 'date' },
            { sql: 'c.id', type: 'uuid' },
          ],
        },
      },
      page,
    );
  }

  async count(filter: ContradictionFilter): Promise<ContradictionCounts> {
    const { where, values } = joinConditions(conditionsOf({ ...filter, state: null }));
    const [row] = await this.transactions.reader.query<[ContradictionCounts]>(
      `SELECT count(*) FILTER (WHERE d.id IS NULL)::int AS open, count(d.id)::int AS decided,
              min(c.found_on) FILTER (WHERE d.id IS NULL) AS "oldestOpen" FROM ${ROWS} ${where}`,
      values,
    );
    return row;
  }

  async find(part: PartField): Promise<ContradictionRow | null> {
    const [row] = await this.transactions.reader.query<ContradictionRow[]>(
      `SELECT ${COLUMNS} FROM ${ROWS}
        WHERE c.agreement_id = $1 AND c.subject = $2 AND c.subject_id IS NOT DISTINCT FROM $3 AND c.field = $4`,
      [part.agreementId, part.subject, part.subjectId, part.field],
    );
    return row ?? null;
  }

  /** The current documents of some agreements, with the names that sources speak of. */
  async documentsOf(
    agreementIds: readonly string[],
  ): Promise<{ readonly documents: ReadonlyMap<string, ClaimingDocument>; readonly names: NamesOfParts }> {
    const db = this.transactions.reader;
    const rows = await db.query<{ id: string; document: StoredDocument }[]>(
      `SELECT a.id, v.document FROM agreement a
         JOIN agreement_version v ON v.agreement_id = a.id AND v.number = a.version_number
        WHERE a.id = ANY ($1::uuid[])`,
      [[...new Set(agreementIds)]],
    );
    const names = await namesOfParts(
      db,
      rows.map(({ document }) => document),
    );
    return { documents: new Map(rows.map(({ id, document }) => [id, document])), names };
  }

  /** Where the citations of some agreements stand, by the citation's id. */
  async passagesOf(agreementIds: readonly string[]): Promise<ReadonlyMap<string, CitedPassage>> {
    const rows = await this.transactions.reader.query<CitedPassage[]>(
      `SELECT t.id AS "citationId", t.locator, t.read_on AS "readOn",
              jsonb_build_object('id', s.id, 'url', s.url, 'title', s.title, 'publisher', s.publisher) AS source
         FROM citation t JOIN source s ON s.id = t.source_id WHERE t.agreement_id = ANY ($1::uuid[])`,
      [[...new Set(agreementIds)]],
    );
    return new Map(rows.map((row) => [row.citationId, row]));
  }

  /** Ends the decision that holds for this part, also one for claims of before. */
  async endDecision(
    tx: EntityManager,
    part: PartField,
    end: Required<Pick<ContradictionDecisionEntity, 'endedAs' | 'endedBy' | 'endedOn' | 'endReason'>>,
  ): Promise<string | null> {
    const rows = await tx.query<[{ id: string }[], number]>(
      `UPDATE contradiction_decision SET ended_as = $5, ended_by = $6, ended_on = $7, end_reason = $8
        WHERE agreement_id = $1 AND subject = $2 AND subject_id IS NOT DISTINCT FROM $3 AND field = $4
          AND ended_as IS NULL RETURNING id`,
      [
        ...[part.agreementId, part.subject, part.subjectId, part.field],
        ...[end.endedAs, end.endedBy, end.endedOn, end.endReason],
      ],
    );
    return rows[0][0]?.id ?? null;
  }
}

/** Contradictions by the part they are about. */
export function byPart<T extends Pick<PartField, 'subject' | 'subjectId' | 'field'>>(
  found: readonly T[],
): ReadonlyMap<string, T> {
  return new Map(found.map((one) => [partKey(one), one]));
}

function conditionsOf({ state, agreementId, field }: ContradictionFilter): Condition[] {
  const conditions: Condition[] = [];
  if (state !== null) conditions.push({ sql: `d.id IS ${state === 'open' ? '' : 'NOT '}NULL`, values: [] });
  if (agreementId !== null) conditions.push({ sql: 'c.agreement_id = ?::uuid', values: [agreementId] });
  if (field !== null) conditions.push({ sql: 'c.field = ?', values: [field] });
  return conditions;
}
