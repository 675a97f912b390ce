import { unsettled } from './unsettled.sql';

/** Reports that were asked for and that nobody has sent in, while their agreement runs and reports. */
export const REPORT_DUE = `
SELECT 'report' AS subject_type, r.id AS subject_id, r.agreement_id, r.due_on AS day, r.due_on AS counted_from,
       0 AS spent
  FROM report r
  JOIN agreement a ON a.id = r.agreement_id
  JOIN commitment c ON c.id = r.commitment_id
 WHERE r.state IN ('requested', 'draft', 'missed') AND r.due_on IS NOT NULL
   AND a.legal_state = ANY (:liveStates::text[])
   AND EXISTS (SELECT FROM reporting_calendar k WHERE k.agreement_id = r.agreement_id AND k.ended_on IS NULL)
   AND ${unsettled('c')}`;

/**
 * Whether a step `s` of the report that a condition `c` is about was told before it was asked for again: what was
 * withdrawn is owed by the same day, and a withdrawal repeats nothing.
 */
export const TOLD_BEFORE_WITHDRAWAL = `(c.rule = 'report_due' AND EXISTS (
  SELECT FROM report again
    JOIN report withdrawn ON withdrawn.commitment_id = again.commitment_id AND withdrawn.id <> again.id
     AND withdrawn.period_until = again.period_until AND withdrawn.due_on = again.due_on
    JOIN alert_occurrence told ON told.subject_id = withdrawn.id AND told.rule = c.rule AND told.threshold = s.days
     AND told.state IN ('dispatched', 'superseded')
   WHERE again.id = c.subject_id))`;
