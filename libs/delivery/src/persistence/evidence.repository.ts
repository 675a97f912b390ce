import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '@app/kernel';
import { type MediaType, Transactions } from '@app/platform';
import type { EntityManager } from 'typeorm';
import type { EvidenceRank } from '../domain/evidence-rank';

/** A file behind a figure of a report. */
export interface EvidenceRow {
  readonly id: string;
  readonly reportId: string;
  readonly figure: string;
  readonly kind: EvidenceRank;
  readonly nominative: boolean;
  readonly extract: string | null;
  readonly sha256: string;
  readonly fileName: string;
  /** Null once it was erased. */
  readonly bytes: number | null;
  readonly mediaType: MediaType | null;
  readonly recordedOn: CalendarDate;
  readonly withdrawnOn: CalendarDate | null;
  readonly erasedOn: CalendarDate | null;
}

/** A file whose time is over. */
export interface EvidenceToErase {
  readonly id: string;
  readonly reportId: string;
  readonly agreementId: string;
  readonly sha256: string;
  /** Whether its report is still to be submitted: then it supports no figure any more. */
  readonly unattested: boolean;
}

const EVIDENCE = `SELECT e.id, e.report_id AS "reportId", e.figure, e.kind, e.nominative, e.extract, e.sha256,
    e.file_name AS "fileName", s.bytes, s.media_type AS "mediaType", e.recorded_on AS "recordedOn",
    e.withdrawn_on AS "withdrawnOn", e.erased_on AS "erasedOn"
  FROM report_evidence e LEFT JOIN stored_file s ON s.sha256 = e.stored_sha256`;

/** Reads what supports the figures of reports. */
@Injectable()
export class EvidenceRepository {
  constructor(private readonly transactions: Transactions) {}

  /** In the order in which it was recorded, without what was withdrawn. */
  list(reportId: string): Promise<EvidenceRow[]> {
    return this.transactions.reader.query<EvidenceRow[]>(
      `${EVIDENCE} WHERE e.report_id = $1 AND e.withdrawn_on IS NULL ORDER BY e.id`,
      [reportId],
    );
  }

  async find(reportId: string, id: string): Promise<EvidenceRow | null> {
    const [row] = await this.transactions.reader.query<EvidenceRow[]>(
      `${EVIDENCE} WHERE e.report_id = $1 AND e.id = $2 AND e.withdrawn_on IS NULL`,
      [reportId, id],
    );
    return row ?? null;
  }

  /**
   * Files that are to be erased: of those that name people, reports that were decided about on a day or before it, and
   * were not disputed; and, as long after it, whatever was taken back: it may stand in a form that was attested. Where
   * nobody decides (a draft, a report that was returned, a dispute) those of which nothing was heard since another day.
   */
  lockPastItsTime(
    tx: EntityManager,
    { decidedUntil, leftSince }: { readonly decidedUntil: CalendarDate; readonly leftSince: CalendarDate },
    limit: number,
  ): Promise<EvidenceToErase[]> {
    return tx.query(
      `SELECT e.id, e.report_id AS "reportId", r.agreement_id AS "agreementId", e.sha256,
              r.state IN ('draft', 'returned') AS unattested
         FROM report_evidence e JOIN report r ON r.id = e.report_id
        WHERE e.erased_on IS NULL
          AND (e.withdrawn_on <= $1
            OR e.nominative AND (r.state = 'withdrawn'
              OR r.state IN ('accepted', 'accepted_with_reservation', 'rejected', 'superseded') AND r.decided_on <= $1
              OR r.state IN ('draft', 'returned', 'disputed') AND e.recorded_on <= $2
                AND (SELECT max(s.recorded_on) FROM report_step s WHERE s.report_id = r.id) <= $2))
        ORDER BY e.id LIMIT $3 FOR UPDATE OF e SKIP LOCKED`,
      [decidedUntil, leftSince, limit],
    );
  }

  /** Whether a record still refers to a file of the store. */
  async isReferredTo(tx: EntityManager, sha256: string): Promise<boolean> {
    const [row] = await tx.query<[{ referred: boolean }]>(
      `SELECT EXISTS (SELECT FROM agreement_file WHERE sha256 = $1)
           OR EXISTS (SELECT FROM report_evidence WHERE stored_sha256 = $1) AS referred`,
      [sha256],
    );
    return row.referred;
  }
}
