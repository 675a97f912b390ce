import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '@app/kernel';
import { type MediaType, Transactions } from '@app/platform';
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
}
