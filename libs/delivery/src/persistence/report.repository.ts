import { Injectable } from '@nestjs/common';
import type { CalendarDate, LocalizedText } from '@app/kernel';
import { Condition, Page, PageRequest, Transactions, joinConditions, readPage } from '@app/platform';
import type { EntityManager } from 'typeorm';
import type { ReportContent } from '../domain/report-content';
import type { ReportState } from '../domain/report-workflow';
import type { CountingRule } from '../domain/counting-rule';
import { NAME_OF_ORGANISATION, OBLIGOR_OF_REPORT, REPORTER } from './report.sql';

/** A report as lists show it. */
export interface ReportRow {
  readonly id: string;
  readonly revision: number;
  readonly agreementId: string;
  readonly reference: string;
  readonly agreementTitle: LocalizedText;
  readonly legalState: string;
  readonly commitmentId: string;
  readonly commitmentTitle: LocalizedText;
  readonly measure: string;
  readonly unit: string | null;
  readonly basis: string | null;
  readonly target: number | null;
  readonly baseline: number | null;
  readonly hasBaseline: boolean;
  readonly chosenRule: CountingRule | null;
  readonly organisationId: string;
  readonly organisationNames: LocalizedText;
  readonly correctsId: string | null;
  readonly correctedById: string | null;
  readonly periodFrom: CalendarDate | null;
  readonly periodUntil: CalendarDate;
  readonly dueOn: CalendarDate | null;
  readonly graceUntil: CalendarDate | null;
  readonly state: ReportState;
  readonly onBehalf: boolean;
  readonly asOf: CalendarDate | null;
  readonly claimedValue: number | null;
  readonly acceptedValue: number | null;
  readonly submittedOn: CalendarDate | null;
  readonly waitingSince: CalendarDate | null;
  readonly waitedDays: number;
  readonly appealed: boolean;
  readonly decidedOn: CalendarDate | null;
  readonly decisionReason: string | null;
  readonly recordedOn: CalendarDate;
  /** Of the house only. */
  readonly submittedBy: string | null;
  readonly decidedBy: string | null;
  readonly reviewedBy: string | null;
  readonly reviewedValue: number | null;
}

/** What only its own page and its steps look at. */
export interface ReportDetails {
  readonly content: ReportContent;
  readonly writtenBy: readonly string[];
  readonly signedFrom: CalendarDate | null;
  /** Whether another figure of its period is being written, waits, or took the place of what it corrects. */
  readonly overtaken: boolean;
}

export interface ReportStepRow {
  readonly number: number;
  readonly action: string;
  readonly fromState: ReportState | null;
  readonly toState: ReportState;
  readonly takenBy: string | null;
  readonly reason: string | null;
  readonly acceptedValue: number | null;
  readonly form: string | null;
  readonly formSha256: string | null;
  readonly recordedOn: CalendarDate;
  readonly recordedAt: Date;
}

/** A promise of which somebody wants to report. */
export interface ReportablePromise {
  readonly agreementId: string;
  readonly legalState: string;
  readonly measure: string;
  readonly organisationId: string | null;
}

const title = (row: string, field = 'title') =>
  `jsonb_build_object('ar', ${row}.${field}_ar, 'fr', ${row}.${field}_fr, 'en', ${row}.${field}_en)`;

const COMMON = `r.id, r.revision, r.agreement_id AS "agreementId", a.reference, ${title('a')} AS "agreementTitle",
  a.legal_state AS "legalState", r.commitment_id AS "commitmentId", ${title('c')} AS "commitmentTitle", c.measure,
  c.unit, c.basis, c.value AS target, c.baseline_value AS baseline, c.baseline_value IS NOT NULL AS "hasBaseline",
  k.rule AS "chosenRule", ${REPORTER} AS "organisationId", ${NAME_OF_ORGANISATION} AS "organisationNames",
  r.corrects_id AS "correctsId", r.period_from AS "periodFrom", r.period_until AS "periodUntil", r.due_on AS "dueOn",
  r.grace_until AS "graceUntil", r.state, r.on_behalf AS "onBehalf", r.as_of AS "asOf",
  r.claimed_value AS "claimedValue", r.accepted_value AS "acceptedValue", r.submitted_on AS "submittedOn",
  r.waiting_since AS "waitingSince", r.waited_days AS "waitedDays", r.appealed, r.decided_on AS "decidedOn",
  r.decision_reason AS "decisionReason", r.recorded_on AS "recordedOn",
  (SELECT n.id FROM report n WHERE n.corrects_id = r.id AND n.state NOT IN ('withdrawn', 'rejected')) AS "correctedById"`;
/** Somebody writes it, or it waits for a decision. */
const IN_HAND = `('draft', 'returned', 'submitted', 'in_review')`;
/** Two figures of one period do not wait beside each other, whichever corrects which; what it corrects may be followed. */
const OVERTAKEN = `EXISTS (SELECT FROM report n
  WHERE n.commitment_id = r.commitment_id AND n.period_until = r.period_until AND n.id <> r.id
    AND (n.state IN ${IN_HAND}
      OR n.state IN ('accepted', 'accepted_with_reservation', 'disputed') AND n.id IS DISTINCT FROM r.corrects_id))`;
const PEOPLE = `r.submitted_by AS "submittedBy", r.decided_by AS "decidedBy", r.reviewed_by AS "reviewedBy",
  r.reviewed_value AS "reviewedValue"`;
/** Why, and which value: of a decision. The first of two verifiers has only an opinion, which the house keeps. */
const OPINION = 's.action, s.reason, s.accepted_value AS "acceptedValue"';
const OPINION_OF_A_DECISION = `CASE WHEN s.to_state = 'in_review' THEN 'take_up' ELSE s.action END AS action,
              CASE WHEN s.to_state <> 'in_review' THEN s.reason END AS reason,
              CASE WHEN s.to_state <> 'in_review' THEN s.accepted_value END AS "acceptedValue"`;

const NOBODY = `NULL AS "submittedBy", NULL AS "decidedBy", NULL AS "reviewedBy", NULL::numeric AS "reviewedValue"`;

const REPORTS = `report r JOIN agreement a ON a.id = r.agreement_id
  LEFT JOIN commitment c ON c.id = r.commitment_id LEFT JOIN counting_rule k ON k.commitment_id = r.commitment_id
  ${OBLIGOR_OF_REPORT}`;

/** The order of a list: the latest first, or what waits longest. */
export type ReportOrder = 'latest' | 'longest_waiting';

const ORDERS = {
  latest: { keys: [{ sql: 'r.id', type: 'uuid' }], descending: true },
  longest_waiting: {
    keys: [
      { sql: `coalesce(r.waiting_since, 'infinity'::date)`, type: 'date' },
      { sql: 'r.id', type: 'uuid' },
    ],
  },
} as const;

/** Reads reports: all of them for the house, those of their own organisations for investors. */
@Injectable()
export class ReportRepository {
  constructor(private readonly transactions: Transactions) {}

  list(
    conditions: readonly Condition[],
    { ofTheHouse, order }: { readonly ofTheHouse: boolean; readonly order: ReportOrder },
    page: PageRequest,
  ): Promise<Page<ReportRow>> {
    return readPage<ReportRow>(
      this.transactions.reader,
      {
        select: `${COMMON}, ${ofTheHouse ? PEOPLE : NOBODY}`,
        from: REPORTS,
        conditions,
        sort: ORDERS[order],
      },
      page,
    );
  }

  async find(
    id: string,
    conditions: readonly Condition[],
    ofTheHouse: boolean,
  ): Promise<(ReportRow & ReportDetails) | null> {
    const { where, values } = joinConditions([{ sql: 'r.id = ?', values: [id] }, ...conditions]);
    const [row] = await this.transactions.reader.query<(ReportRow & ReportDetails)[]>(
      `SELECT ${COMMON}, ${ofTheHouse ? PEOPLE : NOBODY}, r.content, r.written_by AS "writtenBy",
              a.signed_first_day AS "signedFrom", ${OVERTAKEN} AS overtaken
         FROM ${REPORTS} ${where}`,
      values,
    );
    return row ?? null;
  }

  /**
   * Holds a report and all others of its period until the transaction is over; whoever comes next sees what was done.
   * Of an appeal, a correction and a decision about either, each so sees the other.
   */
  async lock(tx: EntityManager, id: string): Promise<void> {
    await tx.query(
      `SELECT r.id FROM report r JOIN report own ON own.id = $1
        WHERE r.commitment_id = own.commitment_id AND r.period_until = own.period_until
        ORDER BY r.id FOR NO KEY UPDATE OF r`,
      [id],
    );
  }

  /** Holds what an accepted report takes the place of: what it corrects, and what else of its period was followed. */
  async lockOvertakenBy(
    tx: EntityManager,
    {
      id,
      commitmentId,
      periodUntil,
      correctsId,
    }: Pick<ReportRow, 'id' | 'commitmentId' | 'periodUntil' | 'correctsId'>,
  ): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `SELECT r.id FROM report r
        WHERE r.commitment_id = $2 AND r.period_until = $3 AND r.id <> $1
          AND (r.state IN ('accepted', 'accepted_with_reservation', 'disputed')
            OR r.id = $4 AND r.state = 'rejected')
        ORDER BY r.id FOR NO KEY UPDATE`,
      [id, commitmentId, periodUntil, correctsId],
    );
    return rows.map((row) => row.id);
  }

  steps(reportId: string, ofTheHouse: boolean): Promise<ReportStepRow[]> {
    return this.transactions.reader.query<ReportStepRow[]>(
      `SELECT s.number, s.from_state AS "fromState", s.to_state AS "toState",
              ${ofTheHouse ? 's.taken_by' : 'NULL'} AS "takenBy", ${ofTheHouse ? OPINION : OPINION_OF_A_DECISION},
              s.form, s.form_sha256 AS "formSha256", s.recorded_on AS "recordedOn", s.recorded_at AS "recordedAt"
         FROM report_step s WHERE s.report_id = $1 ORDER BY s.number`,
      [reportId],
    );
  }

  /** A promise in scope, for whoever may owe it; null when there is none with this id. */
  async promise(commitmentId: string, scope: readonly Condition[]): Promise<ReportablePromise | null> {
    const { where, values } = joinConditions([{ sql: 'c.id = ?', values: [commitmentId] }, ...scope]);
    const [row] = await this.transactions.reader.query<ReportablePromise[]>(
      `SELECT c.agreement_id AS "agreementId", a.legal_state AS "legalState", c.measure, p.organisation_id AS "organisationId"
         FROM commitment c JOIN agreement a ON a.id = c.agreement_id
         LEFT JOIN party p ON p.agreement_id = c.agreement_id AND p.id = c.obligor_party_id ${where}`,
      values,
    );
    return row ?? null;
  }

  /** The report that stands for a period of a promise; that with the oldest request without a period. */
  async standing(
    commitmentId: string,
    periodUntil: CalendarDate | null,
  ): Promise<{ readonly id: string; readonly state: ReportState } | null> {
    const [row] = await this.transactions.reader.query<{ id: string; state: ReportState }[]>(
      `SELECT r.id, r.state FROM report r
        WHERE r.commitment_id = $1 AND r.corrects_id IS NULL AND r.state <> 'withdrawn'
          AND ($2::date = r.period_until OR $2 IS NULL AND r.state IN ('requested', 'missed'))
        ORDER BY r.period_until LIMIT 1`,
      [commitmentId, periodUntil],
    );
    return row ?? null;
  }

  /** Whether a report of a period is being written, or waits for a decision or upon an appeal. */
  async isInHand(commitmentId: string, periodUntil: CalendarDate): Promise<boolean> {
    const [row] = await this.transactions.reader.query<[{ found: boolean }]>(
      `SELECT EXISTS (SELECT FROM report n WHERE n.commitment_id = $1 AND n.period_until = $2
          AND n.state IN ${IN_HAND}) AS found`,
      [commitmentId, periodUntil],
    );
    return row.found;
  }

  /** The report of a period whose accepted figure the register follows; null for none. */
  async followedOf(commitmentId: string, periodUntil: CalendarDate): Promise<string | null> {
    const [row] = await this.transactions.reader.query<{ id: string }[]>(
      `SELECT r.id FROM report r WHERE r.commitment_id = $1 AND r.period_until = $2
          AND r.state IN ('accepted', 'accepted_with_reservation', 'disputed') ORDER BY r.id DESC LIMIT 1`,
      [commitmentId, periodUntil],
    );
    return row?.id ?? null;
  }

  /** What was said last of a promise that the register follows, before the end of a period; null for nothing. */
  async lastFollowed(
    commitmentId: string,
    periodUntil: CalendarDate,
  ): Promise<{ readonly content: ReportContent; readonly acceptedValue: number } | null> {
    const [row] = await this.transactions.reader.query<{ content: ReportContent; acceptedValue: number }[]>(
      `SELECT r.content, r.accepted_value AS "acceptedValue" FROM report r
        WHERE r.commitment_id = $1 AND r.state IN ('accepted', 'accepted_with_reservation', 'disputed')
          AND r.as_of <= $2
        ORDER BY r.as_of DESC, r.id DESC LIMIT 1`,
      [commitmentId, periodUntil],
    );
    return row ?? null;
  }

  /** The last accepted value of a promise up to a day, leaving one report out; null for none. */
  async lastAccepted(
    commitmentId: string,
    day: CalendarDate,
    leftOut: string | null,
  ): Promise<number | null> {
    const [row] = await this.transactions.reader.query<{ value: number }[]>(
      `SELECT r.accepted_value AS value FROM report r
        WHERE r.commitment_id = $1 AND r.state IN ('accepted', 'accepted_with_reservation', 'disputed')
          AND r.as_of <= $2 AND ($3::uuid IS NULL OR r.id <> $3)
        ORDER BY r.as_of DESC, r.id DESC LIMIT 1`,
      [commitmentId, day, leftOut],
    );
    return row?.value ?? null;
  }

  /** What a public authority owes by the agreement of a report, beside whoever reports. */
  async stateDuties(reportId: string): Promise<ReadonlySet<string>> {
    const rows = await this.transactions.reader.query<{ id: string }[]>(
      `SELECT c.id FROM report r ${OBLIGOR_OF_REPORT}
         JOIN commitment c ON c.agreement_id = r.agreement_id AND c.id <> r.commitment_id
         JOIN party p ON p.agreement_id = c.agreement_id AND p.id = c.obligor_party_id
        WHERE r.id = $1 AND p.role = 'public_authority' AND p.organisation_id IS DISTINCT FROM ${REPORTER}`,
      [reportId],
    );
    return new Set(rows.map(({ id }) => id));
  }

  async regionCodes(): Promise<ReadonlySet<string>> {
    const rows = await this.transactions.reader.query<{ code: string }[]>('SELECT code FROM region');
    return new Set(rows.map(({ code }) => code));
  }
}
