import { Injectable } from '@nestjs/common';
import type { CalendarDate, LocalizedText } from '@app/kernel';
import { Transactions } from '@app/platform';
import type { EntityManager } from 'typeorm';
import type { DaySpan } from '../domain/derive-status';
import type { CountedPromise } from '../domain/judge-reporting';
import type { AskedReport, KnownPeriod, Rhythm } from '../domain/reporting-calendar';
import { DECISION } from './decision.sql';
import { IS_REACHED } from './reported.sql';

/** A calendar as it was recorded. */
export interface CalendarRow {
  readonly id: string;
  readonly rhythm: Rhythm;
  readonly dates: CalendarDate[];
  readonly fromDay: CalendarDate;
  readonly dueDays: number;
  readonly graceDays: number;
  readonly recordedBy: string;
  readonly recordedOn: CalendarDate;
  readonly endedBy: string | null;
  readonly endedOn: CalendarDate | null;
  readonly endReason: string | null;
}

/** A promise of an agreement as far as reporting looks. */
export interface ReportedPromiseRow extends CountedPromise {
  readonly title: LocalizedText;
  readonly organisationId: string | null;
  /** Since when somebody may attest for that organisation; null for nobody. */
  readonly answerableAt: Date | null;
  readonly settled: boolean;
  readonly value: number | null;
  readonly partOfId: string | null;
}

/** What is owed by a day that stays, whatever was withdrawn since. */
export interface OwedRequest {
  readonly calendarId: string;
  readonly periodFrom: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly graceUntil: CalendarDate;
}

/** A request of which nobody heard within its grace. */
export interface UnansweredRow {
  readonly id: string;
  readonly revision: number;
  readonly agreementId: string;
  readonly commitmentId: string;
}

const CALENDAR = `c.id, c.rhythm, c.dates::text[] AS dates, c.from_day AS "fromDay", c.due_days AS "dueDays",
  c.grace_days AS "graceDays", c.recorded_by AS "recordedBy", c.recorded_on AS "recordedOn", c.ended_by AS "endedBy",
  c.ended_on AS "endedOn", c.end_reason AS "endReason"`;

/** Since when an organisation of the row `p` has somebody who may attest. */
export const ANSWERABLE_AT = `(SELECT min(g.granted_at) FROM role_grant g JOIN account k ON k.id = g.account_id AND k.active
  WHERE g.role = 'investor_representative' AND g.organisation_id = p.organisation_id)`;

/** By which calendar the report of the row `r` was asked for, and until when; null where nobody asked. */
const ASKED = `CASE WHEN r.calendar_id IS NOT NULL THEN
  jsonb_build_object('calendarId', r.calendar_id, 'dueOn', r.due_on, 'graceUntil', r.grace_until) END`;

/** In which state the report of the row `r` was before its last step. */
const LAST_STEP_FROM =
  '(SELECT s.from_state FROM report_step s WHERE s.report_id = r.id ORDER BY s.number DESC LIMIT 1)';

/** Reads calendars and what they ask about. */
@Injectable()
export class ReportingRepository {
  constructor(private readonly transactions: Transactions) {}

  /** All calendars of an agreement, the latest first. */
  calendars(agreementId: string): Promise<CalendarRow[]> {
    return this.transactions.reader.query<CalendarRow[]>(
      `SELECT ${CALENDAR} FROM reporting_calendar c WHERE c.agreement_id = $1 ORDER BY c.id DESC`,
      [agreementId],
    );
  }

  /** The open calendar of an agreement under its lock, for whoever asks for reports; null for none. */
  async lockOpen(tx: EntityManager, agreementId: string): Promise<CalendarRow | null> {
    const [row] = await tx.query<CalendarRow[]>(
      `SELECT ${CALENDAR} FROM reporting_calendar c WHERE c.agreement_id = $1 AND c.ended_on IS NULL FOR UPDATE`,
      [agreementId],
    );
    return row ?? null;
  }

  /** The open calendar of an agreement as whoever is asked sees it; null for none. */
  async open(agreementId: string): Promise<Pick<CalendarRow, 'rhythm' | 'dates' | 'fromDay'> | null> {
    const [row] = await this.transactions.reader.query<CalendarRow[]>(
      `SELECT c.rhythm, c.dates::text[] AS dates, c.from_day AS "fromDay" FROM reporting_calendar c
        WHERE c.agreement_id = $1 AND c.ended_on IS NULL`,
      [agreementId],
    );
    return row ?? null;
  }

  /** What was asked for of a period and withdrawn by who wrote it, the last of it; null for nothing. */
  async owed(commitmentId: string, periodUntil: CalendarDate): Promise<OwedRequest | null> {
    const [row] = await this.transactions.reader.query<OwedRequest[]>(
      `SELECT r.calendar_id AS "calendarId", r.period_from AS "periodFrom", r.due_on AS "dueOn",
              r.grace_until AS "graceUntil"
         FROM report r
        WHERE r.commitment_id = $1 AND r.period_until = $2 AND r.corrects_id IS NULL AND r.calendar_id IS NOT NULL
          AND r.state = 'withdrawn' AND ${LAST_STEP_FROM} <> 'requested'
        ORDER BY r.id DESC LIMIT 1`,
      [commitmentId, periodUntil],
    );
    return row ?? null;
  }

  promises(agreementId: string): Promise<ReportedPromiseRow[]> {
    return this.transactions.reader.query<ReportedPromiseRow[]>(
      `SELECT c.id AS "commitmentId", c.measure, c.basis, c.unit, c.value, c.part_of_id AS "partOfId",
              c.baseline_value IS NOT NULL AS "hasBaseline", r.rule AS "chosenRule",
              jsonb_build_object('ar', c.title_ar, 'fr', c.title_fr, 'en', c.title_en) AS title,
              p.organisation_id AS "organisationId", ${ANSWERABLE_AT} AS "answerableAt",
              ${DECISION} IS NOT NULL OR ${IS_REACHED} AS settled
         FROM commitment c
         LEFT JOIN party p ON p.agreement_id = c.agreement_id AND p.id = c.obligor_party_id
         LEFT JOIN counting_rule r ON r.commitment_id = c.id
        WHERE c.agreement_id = $1 ORDER BY c.rank, c.id`,
      [agreementId],
    );
  }

  /** When an agreement was suspended, days included; the day on which it was resumed is none of them. */
  suspensions(agreementId: string): Promise<DaySpan[]> {
    return this.transactions.reader.query<DaySpan[]>(
      `SELECT s.from_day AS "from", s.ended_on - 1 AS until FROM suspension s WHERE s.agreement_id = $1`,
      [agreementId],
    );
  }

  /** Agreements that run and report, in order, from one on. */
  async nextReporting(after: string | null, states: readonly string[], limit: number): Promise<string[]> {
    const rows = await this.transactions.reader.query<{ id: string }[]>(
      `SELECT a.id FROM reporting_calendar c JOIN agreement a ON a.id = c.agreement_id
        WHERE c.ended_on IS NULL AND a.legal_state = ANY ($1) AND ($2::uuid IS NULL OR a.id > $2)
        ORDER BY a.id LIMIT $3`,
      [states, after, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** What stands of each period of an agreement, of several reports of one the last. */
  knownPeriods(agreementId: string): Promise<KnownPeriod[]> {
    return this.transactions.reader.query<KnownPeriod[]>(
      `SELECT DISTINCT ON (r.commitment_id, r.period_until) r.commitment_id AS "commitmentId",
              r.period_until AS "periodUntil", r.state <> 'withdrawn' AS stands, ${ASKED} AS asked,
              r.state = 'withdrawn' AND ${LAST_STEP_FROM} = 'requested' AS "takenBack"
         FROM report r WHERE r.agreement_id = $1 AND r.corrects_id IS NULL
        ORDER BY r.commitment_id, r.period_until, r.state = 'withdrawn', r.calendar_id IS NULL, r.id DESC`,
      [agreementId],
    );
  }

  /** Requests that nobody began, of an agreement whose calendar ends. */
  lockRequested(tx: EntityManager, agreementId: string): Promise<UnansweredRow[]> {
    return tx.query<UnansweredRow[]>(
      `SELECT id, revision, agreement_id AS "agreementId", commitment_id AS "commitmentId"
         FROM report WHERE agreement_id = $1 AND state = 'requested' ORDER BY id FOR UPDATE`,
      [agreementId],
    );
  }

  /** Reports that were asked for, began or not, and that nobody waits to decide about. */
  lockAsked(tx: EntityManager, agreementId: string): Promise<(UnansweredRow & AskedReport)[]> {
    return tx.query<(UnansweredRow & AskedReport)[]>(
      `SELECT id, revision, agreement_id AS "agreementId", commitment_id AS "commitmentId",
              recorded_on AS "askedOn", due_on AS "dueOn", grace_until AS "graceUntil"
         FROM report WHERE agreement_id = $1 AND calendar_id IS NOT NULL AND state IN ('requested', 'draft', 'returned')
        ORDER BY id FOR UPDATE`,
      [agreementId],
    );
  }

  /** Requests whose grace is over, of agreements that run and report. */
  lockUnanswered(
    tx: EntityManager,
    today: CalendarDate,
    states: readonly string[],
    limit: number,
  ): Promise<UnansweredRow[]> {
    return tx.query<UnansweredRow[]>(
      `SELECT r.id, r.revision, r.agreement_id AS "agreementId", r.commitment_id AS "commitmentId"
         FROM report r JOIN agreement a ON a.id = r.agreement_id
        WHERE r.state = 'requested' AND r.grace_until < $1 AND a.legal_state = ANY ($2)
          AND EXISTS (SELECT FROM reporting_calendar c WHERE c.agreement_id = a.id AND c.ended_on IS NULL)
        ORDER BY r.grace_until, r.id LIMIT $3 FOR UPDATE OF r SKIP LOCKED`,
      [today, states, limit],
    );
  }
}
