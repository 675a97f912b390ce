import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDate, LocalizedText, Quantity } from '@app/kernel';
import type { StatedDeadline } from '../domain/alert-message';
import type { AlertedSubject, RuleCode, SubjectType } from '../domain/rules';
import { QUANTITY_OF_SUBJECT, STATED_DEADLINE_OF_SUBJECT } from './subject.sql';

/** One message that would go out, or would not, and why. */
export interface RehearsedMessage {
  readonly agreement: { readonly id: string; readonly reference: string; readonly title: LocalizedText };
  readonly subjectType: AlertedSubject;
  readonly subjectId: string;
  readonly promise: LocalizedText;
  readonly milestone: LocalizedText | null;
  readonly quantity: Quantity | null;
  readonly deadline: StatedDeadline | null;
  readonly rule: RuleCode;
  /** Days from the deadline, negative before it; working days where the rule counts those; the number of an event. */
  readonly threshold: number;
  /** Whether it is told late, or for earlier thresholds too. */
  readonly catchUp: boolean;
  readonly recipient: string;
  readonly recipientName: LocalizedText | null;
  readonly channel: string;
  /** Why it would not be sent; null when it would. */
  readonly suppressed: string | null;
  /** The notification whose mail tells it. */
  readonly mail: string | null;
}

const textOf = (row: string, column: string) =>
  `jsonb_build_object('ar', ${row}.${column}_ar, 'fr', ${row}.${column}_fr, 'en', ${row}.${column}_en)`;

const READ_PLANNED = `
SELECT jsonb_build_object('id', a.id, 'reference', a.reference, 'title', ${textOf('a', 'title')}) AS agreement,
       o.subject_type AS "subjectType", o.subject_id AS "subjectId", CASE WHEN c.id IS NOT NULL THEN ${textOf('c', 'title')} ELSE ${textOf('a', 'title')} END AS promise,
       CASE WHEN m.id IS NOT NULL THEN ${textOf('m', 'title')} END AS milestone,
       ${QUANTITY_OF_SUBJECT} AS quantity, ${STATED_DEADLINE_OF_SUBJECT} AS deadline,
       o.rule, o.threshold, o.catch_up AS "catchUp", n.recipient,
       CASE WHEN post.id IS NOT NULL THEN ${textOf('post', 'name')}
            WHEN org.id IS NOT NULL THEN ${textOf('org', 'name')}
            WHEN p.id IS NOT NULL THEN ${textOf('p', 'described')} END AS "recipientName",
       n.channel, CASE WHEN n.state = 'suppressed' THEN n.reason END AS suppressed,
       CASE WHEN n.state <> 'suppressed' THEN coalesce(n.lead_id, n.id) END AS mail
  FROM alert_occurrence o
  JOIN alert_notification n ON n.occurrence_id = o.id
  JOIN agreement a ON a.id = o.agreement_id
  LEFT JOIN milestone m ON m.id = o.subject_id
  LEFT JOIN report rep ON rep.id = o.subject_id
  LEFT JOIN commitment c ON c.id = coalesce(m.commitment_id, rep.commitment_id, o.subject_id)
  LEFT JOIN "position" post ON 'position:' || post.id = n.recipient
  LEFT JOIN organisation org ON org.id::text = split_part(n.recipient, ':', 2)
  LEFT JOIN party p ON 'party:' || p.id = n.recipient
 WHERE o.planned_on = $1 AND o.planned_at = $2 AND o.state <> 'superseded'
 ORDER BY a.reference, o.deadline_date, o.rule, o.threshold, c.rank, o.subject_id, n.recipient`;

/** Reads what a rehearsed run of the planner wrote. */
@Injectable()
export class RehearsalRepository {
  /** The different dates on which a watched deadline of each type ends. */
  async readDeadlines(
    tx: EntityManager,
  ): Promise<readonly { readonly subjectType: SubjectType; readonly lastDay: CalendarDate }[]> {
    return tx.query(
      `SELECT DISTINCT subject_type AS "subjectType", last_day AS "lastDay" FROM live_deadline`,
    );
  }

  async readPlanned(tx: EntityManager, today: CalendarDate, at: Date): Promise<readonly RehearsedMessage[]> {
    return tx.query<RehearsedMessage[]>(READ_PLANNED, [today, at]);
  }
}
