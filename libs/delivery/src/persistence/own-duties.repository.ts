import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '@app/kernel';
import { Transactions } from '@app/platform';
import type { EvidenceRank } from '../domain/evidence-rank';
import type { ReportState } from '../domain/report-workflow';

/** A report that is to be written about a promise. */
export interface OpenReportRow {
  readonly commitmentId: string;
  readonly reportId: string;
  readonly state: ReportState;
  readonly periodUntil: CalendarDate;
  readonly dueOn: CalendarDate | null;
}

/** A notice about a promise that nobody has replied to yet. */
export interface OpenNoticeRow {
  readonly commitmentId: string;
  readonly noticeId: string;
  readonly repliesUntil: CalendarDate;
}

/** The figure of a promise that the register follows, and the files behind it. */
export interface ProofRow {
  readonly commitmentId: string;
  readonly reportId: string;
  readonly asOf: CalendarDate;
  readonly value: number;
  readonly rank: EvidenceRank;
  readonly acceptedOn: CalendarDate;
  readonly files: readonly {
    readonly id: string;
    readonly figure: string;
    readonly kind: EvidenceRank;
    readonly fileName: string;
    readonly erasedOn: CalendarDate | null;
  }[];
}

/** A report about a promise that waits for a decision. */
export interface PendingRow {
  readonly commitmentId: string;
  readonly reportId: string;
  readonly asOf: CalendarDate;
  readonly claimedValue: number;
  readonly submittedOn: CalendarDate;
}

/** Reads what is to be done about some promises and what is held of them, one row a promise. */
@Injectable()
export class OwnDutiesRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The report that is due first. */
  reports(ids: readonly string[]): Promise<OpenReportRow[]> {
    return this.transactions.reader.query<OpenReportRow[]>(
      `SELECT DISTINCT ON (r.commitment_id) r.commitment_id AS "commitmentId", r.id AS "reportId", r.state,
              r.period_until AS "periodUntil", r.due_on AS "dueOn"
         FROM report r
        WHERE r.commitment_id = ANY ($1::uuid[]) AND r.state IN ('requested', 'draft', 'returned')
        ORDER BY r.commitment_id, coalesce(r.due_on, 'infinity'::date), r.id`,
      [ids],
    );
  }

  notices(ids: readonly string[], today: CalendarDate): Promise<OpenNoticeRow[]> {
    return this.transactions.reader.query<OpenNoticeRow[]>(
      `SELECT DISTINCT ON (n.commitment_id) n.commitment_id AS "commitmentId", n.id AS "noticeId",
              n.replies_until AS "repliesUntil"
         FROM reply_notice n
        WHERE n.commitment_id = ANY ($1::uuid[]) AND n.reply IS NULL AND n.replies_until >= $2
          AND n.mail_state IS DISTINCT FROM 'failed'
        ORDER BY n.commitment_id, n.replies_until, n.id`,
      [ids, today],
    );
  }

  /** Of several figures that are followed, the one of the latest day. */
  proofs(ids: readonly string[]): Promise<ProofRow[]> {
    return this.transactions.reader.query<ProofRow[]>(
      `SELECT DISTINCT ON (o.commitment_id) o.commitment_id AS "commitmentId", o.report_id AS "reportId",
              o.as_of AS "asOf", o.value, o.rank, o.recorded_on AS "acceptedOn",
              coalesce((SELECT jsonb_agg(jsonb_build_object('id', e.id, 'figure', e.figure, 'kind', e.kind,
                          'fileName', e.file_name, 'erasedOn', e.erased_on) ORDER BY e.id)
                 FROM report_evidence e WHERE e.report_id = o.report_id AND e.withdrawn_on IS NULL), '[]') AS files
         FROM accepted_observation o
        WHERE o.commitment_id = ANY ($1::uuid[]) AND o.superseded_on IS NULL
        ORDER BY o.commitment_id, o.as_of DESC, o.recorded_on DESC, o.id DESC`,
      [ids],
    );
  }

  pending(ids: readonly string[]): Promise<PendingRow[]> {
    return this.transactions.reader.query<PendingRow[]>(
      `SELECT DISTINCT ON (r.commitment_id) r.commitment_id AS "commitmentId", r.id AS "reportId", r.as_of AS "asOf",
              r.claimed_value AS "claimedValue", r.submitted_on AS "submittedOn"
         FROM report r
        WHERE r.commitment_id = ANY ($1::uuid[]) AND r.state IN ('submitted', 'in_review')
        ORDER BY r.commitment_id, r.as_of DESC, r.id DESC`,
      [ids],
    );
  }
}
