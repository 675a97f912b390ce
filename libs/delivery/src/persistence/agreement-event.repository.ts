import { Injectable } from '@nestjs/common';
import type { CalendarDate, LocalizedText } from '@app/kernel';
import { Condition, Page, PageRequest, Transactions, readPage } from '@app/platform';
import type { EventKind } from '../domain/agreement-events';
import { ASKER } from './change-request.repository';
import { TOLD } from './notice.repository';
import { REPORTER } from './report.sql';

/** Something that happened around the promises of an agreement. */
export interface AgreementEventRow {
  readonly kind: EventKind;
  /** The decision, request, report or notice. */
  readonly recordId: string;
  /** Of one record, in the order in which it happened. */
  readonly ordinal: number;
  readonly commitmentId: string;
  /** Null once a version dropped the promise. */
  readonly commitmentTitle: LocalizedText | null;
  /** The day that it counts from. */
  readonly on: CalendarDate;
  readonly recordedOn: CalendarDate;
  /** The outcome, the thing asked about, the step of the report, the adverse word. */
  readonly what: string;
  /** Where the request or the report stood afterwards; null of what has no states. */
  readonly state: string | null;
  /** Why, or what was replied. */
  readonly reason: string | null;
}

/** The lists that events are read from; each needs the permission that its own list needs. */
export const EVENT_SOURCES = ['settlement', 'change_request', 'report', 'reply'] as const;
export type EventSource = (typeof EVENT_SOURCES)[number];

const COLUMNS =
  'kind, "recordId", ordinal, organisation_id, agreement_id, "commitmentId", "on", "recordedOn", what, state, reason';

/** Decisions are of nobody but the house. */
const DECISIONS = `
  SELECT 'decision', d.id, 1, NULL::uuid, d.agreement_id, d.commitment_id, d.decided_on, d.recorded_on, d.outcome,
         NULL::text, d.reason
    FROM commitment_decision d
  UNION ALL
  SELECT 'decision_withdrawn', d.id, 2, NULL::uuid, d.agreement_id, d.commitment_id, d.withdrawn_on, d.withdrawn_on,
         d.outcome, NULL::text, d.withdrawal_reason
    FROM commitment_decision d WHERE d.withdrawn_on IS NOT NULL`;

const REQUESTS = `
  SELECT 'change_asked', r.id, 1, ${ASKER}, r.agreement_id, r.commitment_id, r.asked_on, r.asked_on, r.what,
         'open', r.reason
    FROM change_request r JOIN organisation asker ON asker.id = r.organisation_id
  UNION ALL
  SELECT 'change_closed', r.id, 2, ${ASKER}, r.agreement_id, r.commitment_id, r.closed_on, r.closed_on, r.what,
         r.state, r.closing_reason
    FROM change_request r JOIN organisation asker ON asker.id = r.organisation_id WHERE r.closed_on IS NOT NULL`;

/** The first of two verifiers has only an opinion, which the house keeps: to others the report is still in review. */
const reports = (ofTheHouse: boolean): string => `
  SELECT 'report', r.id, s.number, ${REPORTER}, r.agreement_id, r.commitment_id, s.recorded_on, s.recorded_on,
         s.action, s.to_state, s.reason
    FROM report_step s JOIN report r ON r.id = s.report_id JOIN organisation asked ON asked.id = r.organisation_id
   ${ofTheHouse ? '' : `WHERE s.to_state <> 'in_review' OR s.action = 'take_up'`}`;

const NOTICES = `
  SELECT 'notice', n.id, 1, ${TOLD}, n.agreement_id, n.commitment_id, n.sent_on, n.recorded_on, n.word, NULL::text,
         NULL::text
    FROM reply_notice n JOIN organisation told ON told.id = n.organisation_id
  UNION ALL
  SELECT 'reply', n.id, 2, ${TOLD}, n.agreement_id, n.commitment_id, n.replied_on, n.replied_on, n.word, NULL::text,
         n.reply
    FROM reply_notice n JOIN organisation told ON told.id = n.organisation_id WHERE n.reply IS NOT NULL`;

/** Ids are given in the order of time, so what happened on one day stands in the order in which it was recorded. */
const LATEST_FIRST = {
  keys: [
    { sql: 'e."on"', type: 'date' },
    { sql: 'e."recordId"', type: 'uuid' },
    { sql: 'e.ordinal', type: 'integer' },
  ],
  descending: true,
} as const;

/** Reads what was decided, asked, reported, notified and replied about the promises of an agreement, as one list. */
@Injectable()
export class AgreementEventRepository {
  constructor(private readonly transactions: Transactions) {}

  /**
   * The latest first.
   * @param own the organisations whose affairs alone are told; null for the house.
   */
  list(
    agreementId: string,
    sources: readonly EventSource[],
    own: readonly string[] | null,
    page: PageRequest,
  ): Promise<Page<AgreementEventRow>> {
    const read: Readonly<Record<EventSource, string>> = {
      settlement: DECISIONS,
      change_request: REQUESTS,
      report: reports(own === null),
      reply: NOTICES,
    };
    const conditions: Condition[] = [{ sql: 'e.agreement_id = ?', values: [agreementId] }];
    if (own !== null) conditions.push({ sql: 'e.organisation_id = ANY (?::uuid[])', values: [own] });
    return readPage<AgreementEventRow>(
      this.transactions.reader,
      {
        select: `e.kind, e."recordId", e.ordinal, e."commitmentId", e."on", e."recordedOn", e.what, e.state, e.reason,
          CASE WHEN c.id IS NOT NULL THEN jsonb_build_object('ar', c.title_ar, 'fr', c.title_fr, 'en', c.title_en) END
            AS "commitmentTitle"`,
        from: `(${sources.map((source) => read[source]).join(' UNION ALL ')}) AS e (${COLUMNS})
          LEFT JOIN commitment c ON c.id = e."commitmentId" AND c.agreement_id = e.agreement_id`,
        conditions,
        sort: LATEST_FIRST,
      },
      page,
    );
  }
}
