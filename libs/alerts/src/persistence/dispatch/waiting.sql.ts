import type { CalendarDate, Quantity } from '@app/kernel';
import type {
  MoveAct,
  ReportDecision,
  ShiftedDeadline,
  StatedDeadline,
  TalkedOfReport,
} from '../../domain/alert-message';
import type { AlertedSubject, RuleCode } from '../../domain/rules';
import { STILL_AMENDED } from '../facts/agreement-amended.sql';
import { STILL_DECIDED } from '../facts/report-decided.sql';
import { QUANTITY_OF_SUBJECT, STATED_DEADLINE_OF_SUBJECT } from '../subject.sql';

/** One notification that waits, with everything its message says, as the register has it now. */
export interface WaitingRow {
  readonly id: string;
  readonly ledgerKey: string;
  readonly recipient: string;
  readonly occurrenceState: string;
  readonly occurrenceReason: string | null;
  /** Whether the owner of the agreement is told the same. */
  readonly isOwnersToo: boolean;
  readonly rule: RuleCode;
  readonly threshold: number;
  readonly catchUp: boolean;
  readonly subjectType: AlertedSubject;
  readonly subjectId: string;
  readonly plannedDate: CalendarDate | null;
  readonly isLive: boolean;
  readonly isSuspended: boolean;
  readonly ownerId: string;
  readonly superiorId: string | null;
  readonly obligorOrganisationId: string | null;
  readonly agreementId: string;
  readonly reference: string;
  readonly titleAr: string | null;
  readonly titleFr: string | null;
  readonly titleEn: string | null;
  readonly promiseAr: string | null;
  readonly promiseFr: string | null;
  readonly promiseEn: string | null;
  readonly milestoneId: string | null;
  readonly milestoneAr: string | null;
  readonly milestoneFr: string | null;
  readonly milestoneEn: string | null;
  readonly quantity: Quantity | null;
  readonly deadline: StatedDeadline | null;
  readonly positionAr: string | null;
  readonly positionFr: string | null;
  readonly positionEn: string | null;
  readonly oldStated: string | null;
  readonly moveVersion: number | null;
  readonly moveRecordedOn: CalendarDate | null;
  readonly moveAct: MoveAct | null;
  readonly moveEffectiveOn: CalendarDate | null;
  /** The number of the amendment that moved it, as the act carries it. */
  readonly amendmentNumber: string | null;
  /** What is told of an agreement as a whole, or of a finding in it; null when that is gone, or for a deadline. */
  readonly notice: WaitingNotice | null;
}

/** The facts behind a notice as they are now; each rule has those it tells. */
export interface WaitingNotice {
  /** Whether it still holds. */
  readonly open: boolean;
  readonly since: CalendarDate;
  readonly query?: string;
  readonly detail?: string;
  readonly ground?: string;
  readonly expectedEnd?: CalendarDate | null;
  readonly shifted?: readonly ShiftedDeadline[];
  readonly report?: TalkedOfReport;
  readonly decision?: ReportDecision;
  readonly claimed?: number | null;
  readonly accepted?: number | null;
  readonly reason?: string | null;
  readonly asOf?: CalendarDate | null;
  readonly amendment?: string | null;
  readonly measured?: MeasuredPromise;
}

/** A promise with every figure that was accepted about it. */
export interface MeasuredPromise {
  readonly measure: string;
  readonly value: number | null;
  readonly observations: readonly {
    readonly asOf: CalendarDate;
    readonly value: number;
    readonly rank: string;
    readonly recordedOn: CalendarDate;
  }[];
}

const textOf = (row: string) =>
  `jsonb_build_object('ar', ${row}.title_ar, 'fr', ${row}.title_fr, 'en', ${row}.title_en)`;

/** Deadlines that moved with the end of suspension `s`, each from what people were last told of it. */
const SHIFTED = `
  SELECT coalesce(jsonb_agg(jsonb_build_object('promise', ${textOf('pc')},
           'milestone', CASE WHEN pm.id IS NOT NULL THEN ${textOf('pm')} END, 'from', (
             SELECT first.old_stated FROM deadline_move first
              WHERE first.subject_id = d.subject_id AND first.number <= d.number AND first.number > greatest(
                coalesce((SELECT max(told.threshold) FROM alert_occurrence told WHERE told.subject_id = d.subject_id
                             AND told.rule = 'deadline_moved' AND told.state = 'dispatched'
                             AND told.threshold < d.number), 0),
                coalesce((SELECT max(shift.number) FROM deadline_move shift WHERE shift.subject_id = d.subject_id
                             AND shift.act = 'suspension' AND shift.number < d.number), 0))
              ORDER BY first.number LIMIT 1),
           'to', d.new_stated) ORDER BY d.new_last_day, pc.rank, d.subject_id), '[]')
    FROM legal_step step
    JOIN deadline_move d ON d.agreement_id = step.agreement_id AND d.version_number = step.version_number
                        AND d.act = 'suspension'
    LEFT JOIN milestone pm ON pm.id = d.subject_id
    JOIN commitment pc ON pc.id = coalesce(pm.commitment_id, d.subject_id)
   WHERE step.agreement_id = s.agreement_id AND step.number = s.ended_by_step`;

const REPORT = `jsonb_build_object('id', rep.id, 'periodFrom', rep.period_from, 'periodUntil', rep.period_until)`;

/** The step that led a draft where it is. */
const DRAFT = `(
    SELECT jsonb_build_object('open', true, 'since', s.taken_on, 'reason', s.reason)
      FROM draft_step s JOIN agreement_draft d ON d.id = s.draft_id
     WHERE s.draft_id = o.subject_id AND s.to_state = d.state ORDER BY s.number DESC LIMIT 1)`;

const NOTICE = `CASE o.rule
  WHEN 'version_submitted' THEN ${DRAFT}
  WHEN 'version_verified' THEN ${DRAFT}
  WHEN 'version_returned' THEN ${DRAFT}
  WHEN 'report_due' THEN jsonb_build_object('open', true, 'since', rep.due_on, 'report', ${REPORT})
  WHEN 'report_waiting' THEN jsonb_build_object('open', true, 'since', o.deadline_date, 'report', ${REPORT})
  WHEN 'report_returned' THEN jsonb_build_object('open', true, 'since', rep.decided_on, 'report', ${REPORT},
                                                 'reason', rep.decision_reason)
  WHEN 'report_decided' THEN (
    SELECT jsonb_build_object('open', ${STILL_DECIDED}, 'since', s.recorded_on, 'report', ${REPORT},
                              'decision', CASE WHEN s.to_state = 'rejected' AND rep.appealed THEN 'rejected_finally'
                                             ELSE s.to_state END,
                              'reason', s.reason, 'accepted', s.accepted_value,
                              'claimed', CASE WHEN c.measure = 'quantity' THEN rep.claimed_value END)
      FROM report_step s WHERE s.report_id = o.subject_id AND s.number = o.threshold)
  WHEN 'stale_data' THEN (
    SELECT jsonb_build_object('open', true, 'since', o.deadline_date, 'asOf', max(x.as_of))
      FROM accepted_observation x WHERE x.commitment_id = o.subject_id AND x.superseded_on IS NULL)
  WHEN 'forecast_crosses' THEN (
    SELECT jsonb_build_object('open', true, 'since', o.deadline_date, 'measured', jsonb_build_object(
             'measure', c.measure, 'value', c.value, 'observations', coalesce(jsonb_agg(jsonb_build_object(
               'asOf', x.as_of, 'value', x.value, 'rank', x.rank, 'recordedOn', x.recorded_on)
               ORDER BY x.as_of, x.recorded_on, x.id), '[]')))
      FROM accepted_observation x WHERE x.commitment_id = o.subject_id AND x.superseded_on IS NULL)
  WHEN 'agreement_amended' THEN (
    SELECT jsonb_build_object('open', ${STILL_AMENDED}, 'since', v.effective_on, 'amendment', v.amendment ->> 'number')
      FROM agreement_version v WHERE v.agreement_id = o.subject_id AND v.number = o.threshold)
  WHEN 'no_follow_up' THEN jsonb_build_object('open', true, 'since', a.signed_last_day)
  WHEN 'suspension_ends' THEN (
    SELECT jsonb_build_object('open', true, 'since', s.from_day, 'expectedEnd', s.expected_end)
      FROM suspension s WHERE s.agreement_id = o.subject_id AND s.ended_on IS NULL)
  WHEN 'impossible_data' THEN (
    SELECT jsonb_build_object('open', f.resolved_on IS NULL, 'since', f.first_seen_on, 'query', f.query,
                              'detail', f.detail)
      FROM finding f WHERE f.id = o.subject_id)
  WHEN 'agreement_suspended' THEN (
    SELECT jsonb_build_object('open', s.ended_on IS NULL AND a.legal_state = 'suspended', 'since', s.from_day,
                              'ground', s.ground, 'expectedEnd', s.expected_end)
      FROM suspension s WHERE s.agreement_id = o.subject_id AND s.begun_by_step = o.threshold)
  WHEN 'agreement_resumed' THEN (
    SELECT jsonb_build_object('open', a.legal_state = ANY (:liveStates::text[]), 'since', s.ended_on,
                              'shifted', (${SHIFTED}))
      FROM suspension s WHERE s.agreement_id = o.subject_id AND s.ended_by_step = o.threshold) END`;

/** Of an agreement as a whole, whoever owes any of its promises. */
const OBLIGOR_ORGANISATION = `CASE WHEN o.subject_type = 'agreement' THEN (
    SELECT owing.organisation_id FROM party owing
     WHERE owing.agreement_id = o.agreement_id AND n.recipient = 'organisation:' || owing.organisation_id
       AND owing.id IN (SELECT obligor_party_id FROM commitment WHERE agreement_id = o.agreement_id) LIMIT 1)
  ELSE coalesce(asked.merged_into, rep.organisation_id, p.organisation_id) END`;

/**
 * The notification `:leadId` and those that follow it, as far as they wait; one that follows another itself is told in
 * the mail of that one. The old deadline of a move is the one people were last told of, not merely the one before.
 */
export const READ_WAITING = `
SELECT n.id, n.ledger_key AS "ledgerKey", n.recipient, o.state AS "occurrenceState", o.reason AS "occurrenceReason",
       coalesce('owner' = ANY (o.addressed_to), false) AS "isOwnersToo", o.rule, o.threshold, o.catch_up AS "catchUp",
       o.subject_type AS "subjectType", o.subject_id AS "subjectId", o.deadline_date AS "plannedDate",
       (c.id IS NOT NULL AND a.legal_state = ANY (:liveStates::text[])) AS "isLive",
       a.legal_state = 'suspended' AS "isSuspended", ${NOTICE} AS notice,
       a.owner_position_id AS "ownerId", own.superior_id AS "superiorId", ${OBLIGOR_ORGANISATION} AS "obligorOrganisationId",
       a.id AS "agreementId", a.reference, a.title_ar AS "titleAr", a.title_fr AS "titleFr", a.title_en AS "titleEn",
       c.title_ar AS "promiseAr", c.title_fr AS "promiseFr", c.title_en AS "promiseEn",
       m.id AS "milestoneId", m.title_ar AS "milestoneAr", m.title_fr AS "milestoneFr", m.title_en AS "milestoneEn",
       ${QUANTITY_OF_SUBJECT} AS quantity, ${STATED_DEADLINE_OF_SUBJECT} AS deadline,
       post.name_ar AS "positionAr", post.name_fr AS "positionFr", post.name_en AS "positionEn",
       believed.old_stated AS "oldStated", act.version_number AS "moveVersion", act.recorded_on AS "moveRecordedOn",
       act.act AS "moveAct", act.effective_on AS "moveEffectiveOn", by.amendment ->> 'number' AS "amendmentNumber"
  FROM alert_notification n
  JOIN alert_occurrence o ON o.id = n.occurrence_id
  JOIN agreement a ON a.id = o.agreement_id
  JOIN "position" own ON own.id = a.owner_position_id
  LEFT JOIN milestone m ON m.id = o.subject_id
  LEFT JOIN report rep ON rep.id = o.subject_id
  LEFT JOIN organisation asked ON asked.id = rep.organisation_id
  LEFT JOIN commitment c ON c.id = coalesce(m.commitment_id, rep.commitment_id, o.subject_id)
  LEFT JOIN party p ON p.id = c.obligor_party_id
  LEFT JOIN "position" post ON 'position:' || post.id = n.recipient
  LEFT JOIN deadline_move act ON act.id = o.move_id
  LEFT JOIN agreement_version by ON by.agreement_id = act.agreement_id AND by.number = act.version_number
  LEFT JOIN LATERAL (
    SELECT d.old_stated FROM deadline_move d
     WHERE o.move_id IS NOT NULL AND d.subject_id = o.subject_id AND d.number > greatest(coalesce((
             SELECT max(told.threshold) FROM alert_occurrence told
              WHERE told.subject_id = o.subject_id AND told.rule = 'deadline_moved' AND told.state = 'dispatched'
                AND told.threshold < o.threshold), 0), coalesce((
             SELECT max(shift.number) FROM deadline_move shift
              WHERE shift.subject_id = o.subject_id AND shift.act = 'suspension' AND shift.number < o.threshold), 0))
     ORDER BY d.number LIMIT 1) AS believed ON true
 WHERE (n.id = :leadId AND n.lead_id IS NULL OR n.lead_id = :leadId) AND n.state IN ('queued', 'retry')
 ORDER BY n.id`;
