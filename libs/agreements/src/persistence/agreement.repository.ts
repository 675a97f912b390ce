import { Injectable } from '@nestjs/common';
import {
  Page,
  PageRequest,
  SortOrder,
  SynonymGroups,
  Transactions,
  joinConditions,
  readPage,
} from '@app/platform';
import type { CalendarDate, LocalizedText } from '@app/kernel';
import type { EntityManager } from 'typeorm';
import type { RecordFacts } from '../domain/completeness';
import type { AcknowledgedGap } from '../domain/version';
import { StoredDocument, upToDate } from '../domain/stored-document';
import { type AgreementFilter, FIRST_DEADLINE, conditionsOf } from './agreement-filter';
import type { AgreementScope } from './visible-agreements';

/** One row of a list of agreements. */
export interface AgreementRow {
  readonly id: string;
  readonly revision: number;
  readonly reference: string;
  readonly published_reference: string | null;
  readonly title_ar: string | null;
  readonly title_fr: string | null;
  readonly title_en: string | null;
  readonly title_status: string;
  readonly instrument_type: string | null;
  readonly legal_state: string | null;
  readonly signed_stated: string | null;
  readonly signed_precision: string | null;
  readonly signed_last_day: CalendarDate | null;
  readonly signed_absence: string | null;
  readonly event_id: string | null;
  readonly sector_codes: string[];
  readonly tags: string[];
  readonly published: boolean;
  readonly owner_position_id: string;
  readonly commitments: number;
  readonly first_deadline: CalendarDate | null;
}

export interface PartyRow {
  readonly agreement_id: string;
  readonly id: string;
  readonly role: string;
  readonly organisation_id: string | null;
  readonly name_ar: string | null;
  readonly name_fr: string | null;
  readonly name_en: string | null;
}

/** The record of one agreement with the document of its current version. */
export interface AgreementRecordRow {
  readonly id: string;
  readonly revision: number;
  readonly reference: string;
  readonly published: boolean;
  readonly tags: string[];
  readonly owner_position_id: string;
  readonly owner_ar: string | null;
  readonly owner_fr: string | null;
  readonly owner_en: string | null;
  readonly owner_is_held: boolean;
  readonly text_is_held: boolean;
  readonly legal_state: string | null;
  /** Null, as what follows of the version, while the agreement was only drafted. */
  readonly version_number: number | null;
  readonly recorded_on: CalendarDate;
  readonly version_recorded_at: Date | null;
  readonly document: StoredDocument | null;
  readonly acknowledged_gaps: readonly AcknowledgedGap[] | null;
}

/** The same of an agreement that has a current version. */
export interface CurrentRecordRow extends AgreementRecordRow {
  readonly version_number: number;
  readonly version_recorded_at: Date;
  readonly document: StoredDocument;
}

export interface DeadlineMoveRow {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly number: number;
  readonly oldStated: string | null;
  readonly oldLastDay: CalendarDate | null;
  readonly newStated: string | null;
  readonly newLastDay: CalendarDate | null;
  readonly versionNumber: number;
  readonly recordedOn: CalendarDate;
  readonly act: string;
  readonly effectiveOn: CalendarDate;
}

export interface LinkRow {
  readonly id: string;
  readonly kind: string;
  readonly direction: 'to' | 'from';
  readonly agreementId: string;
  readonly reference: string;
  readonly title: LocalizedText;
  readonly note: string | null;
}

const LIST_COLUMNS = `a.id, a.revision, a.reference, a.published_reference, a.title_ar, a.title_fr, a.title_en,
  a.title_status, a.instrument_type, a.legal_state, a.signed_stated, a.signed_precision, a.signed_last_day,
  a.signed_absence, a.event_id, a.sector_codes, a.tags, a.published, a.owner_position_id,
  (SELECT count(*) FROM commitment c WHERE c.agreement_id = a.id) AS commitments,
  ${FIRST_DEADLINE} AS first_deadline`;

/** Reads agreements: lists by index, single records with their document. */
@Injectable()
export class AgreementRepository {
  constructor(private readonly transactions: Transactions) {}

  listPage(
    filter: AgreementFilter,
    sort: SortOrder,
    page: PageRequest,
    synonyms: SynonymGroups,
    scope: AgreementScope,
  ): Promise<Page<AgreementRow>> {
    return readPage<AgreementRow>(
      this.transactions.reader,
      {
        select: LIST_COLUMNS,
        from: 'agreement a',
        conditions: conditionsOf(filter, synonyms, scope),
        sort,
      },
      page,
    );
  }

  /** The parties of several agreements, in the order of the documents. */
  listParties(agreementIds: readonly string[]): Promise<PartyRow[]> {
    return this.transactions.reader.query<PartyRow[]>(
      `SELECT p.agreement_id, p.id, p.role, p.organisation_id,
              coalesce(o.name_ar, p.described_ar) AS name_ar, coalesce(o.name_fr, p.described_fr) AS name_fr,
              coalesce(o.name_en, p.described_en) AS name_en
         FROM party p LEFT JOIN organisation o ON o.id = p.organisation_id
        WHERE p.agreement_id = ANY($1) ORDER BY p.agreement_id, p.rank`,
      [agreementIds],
    );
  }

  /** Null when there is none, or none in scope. */
  async findRecord(id: string, scope: AgreementScope): Promise<AgreementRecordRow | null> {
    const { where, values } = joinConditions([{ sql: 'a.id = ?', values: [id] }, ...scope]);
    const [row] = await this.transactions.reader.query<AgreementRecordRow[]>(
      `SELECT a.id, a.revision, a.reference, a.published, a.tags, a.owner_position_id, a.version_number, a.recorded_on,
              o.name_ar AS owner_ar, o.name_fr AS owner_fr, o.name_en AS owner_en,
              o.holder_account_id IS NOT NULL AS owner_is_held,
              EXISTS (SELECT FROM agreement_file f WHERE f.agreement_id = a.id AND f.role = 'signed_text'
                AND f.withdrawn_at IS NULL) AS text_is_held, a.legal_state,
              v.document, v.recorded_at AS version_recorded_at, v.acknowledged_gaps
         FROM agreement a
         LEFT JOIN agreement_version v ON v.agreement_id = a.id AND v.number = a.version_number
         LEFT JOIN "position" o ON o.id = a.owner_position_id
        ${where}`,
      values,
    );
    return row ? { ...row, document: row.document && upToDate(row.document) } : null;
  }

  /** The id of the agreement with this reference; null when there is none, or none in scope. */
  async findId(reference: string, scope: AgreementScope): Promise<string | null> {
    const { where, values } = joinConditions([{ sql: 'a.reference = ?', values: [reference] }, ...scope]);
    const [row] = await this.transactions.reader.query<{ id: string }[]>(
      `SELECT a.id FROM agreement a ${where}`,
      values,
    );
    return row?.id ?? null;
  }

  listMoves(agreementId: string): Promise<DeadlineMoveRow[]> {
    return this.transactions.reader.query<DeadlineMoveRow[]>(
      `SELECT subject_type AS "subjectType", subject_id AS "subjectId", number, old_stated AS "oldStated",
              old_last_day AS "oldLastDay", new_stated AS "newStated", new_last_day AS "newLastDay",
              version_number AS "versionNumber", recorded_on AS "recordedOn",
              act, effective_on AS "effectiveOn"
         FROM deadline_move WHERE agreement_id = $1 ORDER BY version_number, subject_id`,
      [agreementId],
    );
  }

  /** The links of an agreement to those in scope. */
  listLinks(agreementId: string, scope: AgreementScope): Promise<LinkRow[]> {
    const { where, values } = joinConditions([
      { sql: 'l.agreement_id = ?', values: [agreementId] },
      ...scope,
    ]);
    return this.transactions.reader.query<LinkRow[]>(
      `SELECT l.id, l.kind, l.direction,
              a.id AS "agreementId", a.reference, l.note,
              jsonb_build_object('ar', a.title_ar, 'fr', a.title_fr, 'en', a.title_en) AS title
         FROM (SELECT id, kind, note, 'to' AS direction, from_agreement_id AS agreement_id, to_agreement_id AS other_id
                 FROM agreement_link WHERE withdrawn_on IS NULL
               UNION ALL
               SELECT id, kind, note, 'from', to_agreement_id, from_agreement_id
                 FROM agreement_link WHERE withdrawn_on IS NULL) AS l
         JOIN agreement a ON a.id = l.other_id
        ${where} ORDER BY l.id`,
      values,
    );
  }

  /** The agreement's row, locked until the transaction ends; null when there is none. */
  async lock(
    tx: EntityManager,
    id: string,
  ): Promise<{ revision: number; versionNumber: number | null } | null> {
    const [row] = await tx.query<{ revision: number; versionNumber: number | null }[]>(
      'SELECT revision, version_number AS "versionNumber" FROM agreement WHERE id = $1 FOR NO KEY UPDATE',
      [id],
    );
    return row ?? null;
  }
}

/** What completeness asks of the record itself. */
export function recordFacts(record: AgreementRecordRow): RecordFacts {
  return { ownerIsHeld: record.owner_is_held, textIsHeld: record.text_is_held };
}
