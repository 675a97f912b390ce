import { ALL_FACTS } from '../facts';
import { TOLD_BEFORE_WITHDRAWAL } from '../facts/report-due.sql';

const STEP = `step AS MATERIALIZED (
  SELECT * FROM jsonb_to_recordset(:steps::jsonb) AS s(rule text, version int, days int, spent int,
    crossed_until date, crossed_before date, addressees int, digest boolean)
)`;

/** The step of a rule that a fact has reached, by what is compared with the day that it counts from. */
const reached = (fact: string): string => `s.rule = ${fact}.rule AND ${fact}.counted_from <= s.crossed_until
  AND s.spent = greatest(least(${fact}.spent, s.days), 0)`;

/**
 * Opens a condition for each fact that holds and has reached a step, and closes those whose fact ended or is another
 * one now. The only statement of a run that reads the facts: the others look at the conditions.
 */
export const SYNC_CONDITIONS = (newId: string): string => `
WITH ${STEP}, fact AS MATERIALIZED (
  SELECT f.* FROM (${ALL_FACTS}) AS f
   -- A row without its day is told to nobody, and keeps nobody else from being told.
   WHERE num_nulls(f.day, f.counted_from) = 0 AND (:agreementId::uuid IS NULL OR f.agreement_id = :agreementId)
), holds AS MATERIALIZED (
  SELECT f.* FROM fact f WHERE EXISTS (SELECT FROM step s WHERE ${reached('f')})
), ended AS (
  UPDATE alert_condition c
     SET state = CASE WHEN a.legal_state = 'suspended' THEN 'cancelled' ELSE 'resolved' END, closed_on = :today
    FROM agreement a
   WHERE a.id = c.agreement_id AND c.state IN ('open', 'acknowledged') AND c.rule = ANY (:factRules::text[])
     AND (:agreementId::uuid IS NULL OR c.agreement_id = :agreementId)
     AND NOT EXISTS (SELECT FROM fact f WHERE f.subject_id = c.subject_id AND f.rule = c.rule AND f.day = c.deadline_date)
     AND NOT EXISTS (SELECT FROM holds h WHERE h.subject_id = c.subject_id AND h.rule = c.rule)
)
INSERT INTO alert_condition AS c (id, subject_type, subject_id, agreement_id, rule, deadline_date, counted_from, spent,
       state, opened_on)
SELECT ${newId}, subject_type, subject_id, agreement_id, rule, day, counted_from, spent, 'open', :today FROM holds
ON CONFLICT (subject_id, rule) DO UPDATE
   SET deadline_date = excluded.deadline_date, counted_from = excluded.counted_from, spent = excluded.spent,
       state = CASE WHEN c.state = 'acknowledged' AND c.deadline_date = excluded.deadline_date THEN c.state ELSE 'open' END,
       opened_on = CASE WHEN c.closed_on IS NULL AND c.deadline_date = excluded.deadline_date THEN c.opened_on
                        ELSE excluded.opened_on END,
       closed_on = NULL
 WHERE c.closed_on IS NOT NULL
    OR (c.deadline_date, c.counted_from, c.spent) IS DISTINCT FROM (excluded.deadline_date, excluded.counted_from, excluded.spent)`;

/** What was planned of a fact that ended, or of another one than holds now. */
const OF_ENDED = `o.state = 'due' AND o.rule = ANY (:factRules::text[])
   AND (:agreementId::uuid IS NULL OR o.agreement_id = :agreementId)
   AND (c.state NOT IN ('open', 'acknowledged') OR c.deadline_date IS DISTINCT FROM o.deadline_date)`;

/** Waits for the mails under way of facts that ended. */
export const LOCK_ENDED = `
SELECT n.id
  FROM alert_notification n
  JOIN alert_occurrence o ON o.id = n.occurrence_id
  JOIN alert_condition c ON c.id = o.condition_id
 WHERE n.state IN ('queued', 'retry') AND ${OF_ENDED}
 ORDER BY n.id FOR NO KEY UPDATE OF n`;

/** Takes back what was planned and told to nobody of facts that ended, with what it stood for. */
export const WITHDRAW_ENDED = `
WITH withdrawn AS (
  UPDATE alert_occurrence w
     SET state = 'cancelled', reason = CASE WHEN ended.suspended THEN 'suspended' ELSE 'fact_ended' END
    FROM (SELECT o.id, a.legal_state = 'suspended' AS suspended
            FROM alert_occurrence o
            JOIN alert_condition c ON c.id = o.condition_id
            JOIN agreement a ON a.id = o.agreement_id
           WHERE ${OF_ENDED}) AS ended
   WHERE w.id = ended.id
  RETURNING w.id, w.subject_id, w.reason
), stood_for AS (
  UPDATE alert_occurrence o SET state = 'cancelled', reason = withdrawn.reason, superseded_by = NULL
    FROM withdrawn
   WHERE o.subject_id = withdrawn.subject_id AND o.superseded_by = withdrawn.id AND o.state = 'superseded'
)
UPDATE alert_notification n SET state = 'suppressed', reason = withdrawn.reason
  FROM withdrawn
 WHERE n.occurrence_id = withdrawn.id AND n.state IN ('queued', 'retry')`;

/**
 * Records every step that an open condition has reached and that is not served. The most urgent of a condition is due,
 * addressed to whoever the reached ones address; it stands for the others, or one that was served before does.
 */
export const PLAN_FACTS = (newId: string): string => `
WITH ${STEP}, unserved AS MATERIALIZED (
  SELECT c.id AS condition_id, c.subject_type, c.subject_id, c.agreement_id, c.deadline_date, s.rule, s.version, s.days,
         s.addressees, s.digest, c.counted_from <= s.crossed_before AS late, o.id AS cancelled_id,
         coalesce(o.id, ${newId}) AS id
    FROM alert_condition c
    JOIN step s ON ${reached('c')}
    LEFT JOIN alert_occurrence o ON o.subject_id = c.subject_id AND o.rule = s.rule AND o.threshold = s.days
                                AND o.deadline_date = c.deadline_date
   WHERE c.state IN ('open', 'acknowledged') AND c.rule = ANY (:factRules::text[])
     AND (:agreementId::uuid IS NULL OR c.agreement_id = :agreementId)
     AND (o.id IS NULL OR o.state = 'cancelled')
     AND NOT ${TOLD_BEFORE_WITHDRAWAL}
), ranked AS MATERIALIZED (
  SELECT u.*, first_value(id) OVER most_urgent AS top_id, first_value(days) OVER most_urgent AS top_days,
         count(*) OVER whole AS crossings, bit_or(addressees) OVER whole AS all_addressees
    FROM unserved u
  WINDOW whole AS (PARTITION BY condition_id), most_urgent AS (PARTITION BY condition_id ORDER BY days DESC)
), written AS MATERIALIZED (
  SELECT r.*, coalesce(served.id, r.top_id) AS speaker_id, coalesce(served.id, r.top_id) = r.id AS is_due,
         CASE WHEN served.id IS NULL AND r.top_id = r.id THEN ARRAY(
           SELECT a.name FROM unnest(:addressees::text[]) WITH ORDINALITY AS a(name, place)
            WHERE r.all_addressees & (1 << (a.place - 1)::int) <> 0 ORDER BY a.place) END AS addressed_to
    FROM ranked r
    LEFT JOIN LATERAL (
      SELECT o.id FROM alert_occurrence o
       WHERE o.subject_id = r.subject_id AND o.rule = r.rule AND o.deadline_date = r.deadline_date
         AND o.threshold > r.top_days AND o.state <> 'cancelled'
       ORDER BY o.threshold DESC LIMIT 1) AS served ON true
), recorded AS (
  INSERT INTO alert_occurrence (id, condition_id, agreement_id, subject_type, subject_id, rule, threshold,
         deadline_date, state, catch_up, digest, superseded_by, addressed_to, rule_version, planned_on, planned_at)
  SELECT id, condition_id, agreement_id, subject_type, subject_id, rule, days, deadline_date,
         CASE WHEN is_due THEN 'due' ELSE 'superseded' END, is_due AND (late OR crossings > 1), digest,
         nullif(speaker_id, id), addressed_to, version, :today, :at
    FROM written WHERE cancelled_id IS NULL
), taken_up_again AS (
  UPDATE alert_occurrence o
     SET state = CASE WHEN is_due THEN 'due' ELSE 'superseded' END, reason = NULL,
         catch_up = is_due AND (late OR crossings > 1), digest = w.digest, superseded_by = nullif(speaker_id, w.id),
         addressed_to = w.addressed_to, rule_version = version, planned_on = :today, planned_at = :at
    FROM written w WHERE o.id = w.cancelled_id
)
SELECT count(*)::int AS count FROM written`;
