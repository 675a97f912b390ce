import { STILL_AMENDED } from '../facts/agreement-amended.sql';
import { IS_DECISION, STILL_DECIDED } from '../facts/report-decided.sql';

/**
 * Records what happened to an agreement as a whole, what was decided about a report, and what a finished night found,
 * each once. Of several suspensions, resumptions or decisions that nobody was told of, the one that still holds is told;
 * the others are not.
 */
export const PLAN_NOTICES = (newId: string): string => `
WITH event AS (
  SELECT 'impossible_data' AS rule, 'finding' AS subject_type, f.id AS subject_id, f.agreement_id, 1 AS number,
         f.first_seen_on AS since, true AS holds
    FROM finding f
   WHERE f.resolved_on IS NULL AND :agreementId::uuid IS NULL
     AND EXISTS (SELECT FROM finding_run r WHERE r.ran_on >= f.first_seen_on AND r.finished_at IS NOT NULL)
  UNION ALL
  SELECT CASE s.action WHEN 'suspend' THEN 'agreement_suspended' ELSE 'agreement_resumed' END, 'agreement', a.id, a.id,
         s.number, s.recorded_on,
         CASE s.action WHEN 'suspend' THEN a.legal_state = 'suspended' ELSE a.legal_state = ANY (:liveStates::text[]) END
           AND NOT EXISTS (SELECT FROM legal_step later WHERE later.agreement_id = a.id AND later.action = s.action
                                                          AND later.number > s.number)
    FROM legal_step s JOIN agreement a ON a.id = s.agreement_id
   WHERE s.action IN ('suspend', 'resume') AND (:agreementId::uuid IS NULL OR a.id = :agreementId)
  UNION ALL
  SELECT 'agreement_amended', 'agreement', v.agreement_id, v.agreement_id, v.number, v.recorded_on, ${STILL_AMENDED}
    FROM agreement_version v
   WHERE v.kind = 'amendment' AND (:agreementId::uuid IS NULL OR v.agreement_id = :agreementId)
     AND NOT EXISTS (SELECT FROM deadline_move d
                      WHERE d.agreement_id = v.agreement_id AND d.version_number = v.number)
  UNION ALL
  SELECT 'report_decided', 'report', r.id, r.agreement_id, s.number, s.recorded_on, ${STILL_DECIDED}
    FROM report_step s JOIN report r ON r.id = s.report_id
   WHERE ${IS_DECISION} AND (:agreementId::uuid IS NULL OR r.agreement_id = :agreementId)
), untold AS MATERIALIZED (
  SELECT e.*, r.version, ARRAY(SELECT jsonb_array_elements_text(r.addressed_to)) AS addressed_to
    FROM event e JOIN jsonb_to_recordset(:notices::jsonb) AS r(rule text, version int, addressed_to jsonb)
      ON r.rule = e.rule
   WHERE NOT EXISTS (SELECT FROM alert_occurrence o
                      WHERE o.subject_id = e.subject_id AND o.rule = e.rule AND o.threshold = e.number)
), opened AS (
  INSERT INTO alert_condition AS c (id, subject_type, subject_id, agreement_id, rule, state, opened_on)
  SELECT ${newId}, subject_type, subject_id, agreement_id, rule, 'open', :today
    FROM (SELECT DISTINCT ON (subject_id, rule) * FROM untold ORDER BY subject_id, rule, number DESC) AS latest
  ON CONFLICT (subject_id, rule) DO UPDATE
     SET state = 'open', opened_on = excluded.opened_on, closed_on = NULL
  RETURNING c.id, c.subject_id, c.rule
), recorded AS (
  INSERT INTO alert_occurrence (id, condition_id, agreement_id, subject_type, subject_id, rule, threshold, state, reason,
         catch_up, addressed_to, rule_version, planned_on, planned_at)
  SELECT ${newId}, opened.id, u.agreement_id, u.subject_type, u.subject_id, u.rule, u.number,
         CASE WHEN u.holds THEN 'due' ELSE 'suppressed' END, CASE WHEN NOT u.holds THEN 'no_longer_so' END,
         u.holds AND u.since < :today::date, CASE WHEN u.holds THEN u.addressed_to END, u.version, :today, :at
    FROM untold u JOIN opened ON opened.subject_id = u.subject_id AND opened.rule = u.rule
  RETURNING id
)
SELECT count(*)::int AS count FROM recorded`;
