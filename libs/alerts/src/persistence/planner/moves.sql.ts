/**
 * Records every move of a deadline that nobody was told of yet. The newest speaks for the others; it says nothing
 * when the deadline is back where people believe it is. What moved at the end of a suspension is told by the summary of
 * the resumption, with every move before it. What an overtaken move stood for is withdrawn with it.
 */
export const PLAN_MOVES = (newId: string): string => `
WITH newest AS (
  SELECT DISTINCT ON (subject_id) * FROM deadline_move
   WHERE :agreementId::uuid IS NULL OR agreement_id = :agreementId
   ORDER BY subject_id, number DESC
), untold AS (
  SELECT n.subject_id, n.number,
         a.legal_state = ANY (:liveStates::text[])
         AND n.subject_id NOT IN (SELECT subject_id FROM settled_subject) AS live,
         a.legal_state = 'suspended' AS suspended
    FROM newest n
    JOIN agreement a ON a.id = n.agreement_id
    LEFT JOIN alert_occurrence o
      ON o.subject_id = n.subject_id AND o.rule = 'deadline_moved' AND o.threshold = n.number
   WHERE n.act <> 'suspension' AND (o.id IS NULL OR o.state = 'cancelled'
      OR o.state = 'suppressed' AND o.reason IN ('not_live', 'suspended') AND EXISTS (
           SELECT FROM alert_occurrence told WHERE told.subject_id = n.subject_id AND told.state = 'dispatched'
              AND told.rule = ANY (:deadlineRules::text[])))
), last_told AS (
  SELECT u.subject_id, greatest(coalesce(max(o.threshold), 0), coalesce((
           SELECT max(d.number) FROM deadline_move d WHERE d.subject_id = u.subject_id AND d.act = 'suspension'), 0)) AS number
    FROM untold u
    LEFT JOIN alert_occurrence o
      ON o.subject_id = u.subject_id AND o.rule = 'deadline_moved' AND o.state = 'dispatched'
   GROUP BY u.subject_id
), chain AS (
  SELECT m.*, u.live, u.suspended, m.number = u.number AS speaks, o.id AS known_id, o.state AS known_state,
         first_value(m.old_last_day) OVER (PARTITION BY m.subject_id ORDER BY m.number) AS believed,
         coalesce(o.id, ${newId}) AS occurrence_id
    FROM untold u
    JOIN last_told t ON t.subject_id = u.subject_id
    JOIN deadline_move m ON m.subject_id = u.subject_id AND m.number > t.number
    LEFT JOIN alert_occurrence o
      ON o.subject_id = m.subject_id AND o.rule = 'deadline_moved' AND o.threshold = m.number
), planned AS MATERIALIZED (
  SELECT c.*,
         CASE WHEN NOT live THEN 'suppressed' WHEN NOT speaks THEN 'superseded'
              WHEN new_last_day IS NOT DISTINCT FROM believed THEN 'suppressed' ELSE 'due' END AS state,
         first_value(occurrence_id) OVER (PARTITION BY subject_id ORDER BY number DESC) AS speaker_id
    FROM chain c
), written AS (
  SELECT * FROM planned
   WHERE known_id IS NULL OR live AND (speaks OR known_state IN ('due', 'cancelled'))
), opened AS (
  INSERT INTO alert_condition AS c (id, subject_type, subject_id, agreement_id, rule, deadline_date, state, opened_on)
  SELECT ${newId}, subject_type, subject_id, agreement_id, 'deadline_moved', new_last_day, 'open', :today
    FROM (SELECT DISTINCT ON (subject_id) * FROM written ORDER BY subject_id, number DESC) AS latest
  ON CONFLICT (subject_id, rule) DO UPDATE
     SET deadline_date = excluded.deadline_date, state = 'open', opened_on = excluded.opened_on, closed_on = NULL
  RETURNING c.id, c.subject_id
), recorded AS (
  INSERT INTO alert_occurrence AS o (id, condition_id, agreement_id, subject_type, subject_id, rule, threshold,
         deadline_date, state, reason, catch_up, move_id, superseded_by, addressed_to, rule_version, planned_on, planned_at)
  SELECT w.occurrence_id, opened.id, w.agreement_id, w.subject_type, w.subject_id, 'deadline_moved', w.number,
         w.new_last_day, w.state,
         CASE WHEN w.state = 'suppressed' THEN CASE WHEN w.live THEN 'moved_back_untold' WHEN w.suspended THEN 'suspended'
                                                  ELSE 'not_live' END END,
         w.state = 'due' AND w.recorded_on < :today, w.id,
         CASE WHEN w.state = 'superseded' THEN w.speaker_id END,
         CASE WHEN w.state = 'due' THEN :moveTo::text[] END, :moveVersion::int, :today, :at
    FROM written w JOIN opened ON opened.subject_id = w.subject_id
  ON CONFLICT ON CONSTRAINT alert_occurrence_once DO UPDATE
     SET state = excluded.state, reason = excluded.reason, catch_up = excluded.catch_up,
         superseded_by = excluded.superseded_by, addressed_to = excluded.addressed_to,
         rule_version = excluded.rule_version, planned_on = excluded.planned_on, planned_at = excluded.planned_at
  RETURNING o.id
), overtaken AS (
  SELECT occurrence_id, subject_id FROM written WHERE known_state = 'due' AND state = 'superseded'
), stood_for AS (
  UPDATE alert_occurrence o SET state = 'cancelled', reason = 'deadline_moved', superseded_by = NULL
    FROM overtaken v
   WHERE o.subject_id = v.subject_id AND o.superseded_by = v.occurrence_id
     AND o.state = 'superseded' AND o.rule <> 'deadline_moved'
), silenced AS (
  UPDATE alert_notification n SET state = 'suppressed', reason = 'superseded'
    FROM overtaken v WHERE n.occurrence_id = v.occurrence_id AND n.state IN ('queued', 'retry')
)
SELECT count(*)::int AS count FROM recorded`;
