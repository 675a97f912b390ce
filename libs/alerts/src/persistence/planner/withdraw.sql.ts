/**
 * Waits for the mails under way whose alerts are about to be withdrawn. Dispatchers lock notifications before
 * occurrences; the planner does the same.
 */
export const LOCK_OVERTAKEN = `
SELECT n.id
  FROM alert_notification n
  JOIN alert_occurrence o ON o.id = n.occurrence_id
  JOIN agreement a ON a.id = o.agreement_id
  LEFT JOIN live_deadline l ON l.subject_id = o.subject_id
 WHERE o.state = 'due' AND n.state IN ('queued', 'retry') AND o.rule = ANY (:deadlineRules::text[])
   AND (:agreementId::uuid IS NULL OR o.agreement_id = :agreementId)
   AND CASE o.rule
         WHEN 'deadline_moved' THEN NOT a.legal_state = ANY (:liveStates::text[])
           OR o.subject_id IN (SELECT subject_id FROM settled_subject) OR EXISTS (
           SELECT FROM deadline_move m WHERE m.subject_id = o.subject_id AND m.number > o.threshold)
         ELSE l.last_day IS DISTINCT FROM o.deadline_date
       END
 ORDER BY n.id FOR NO KEY UPDATE OF n`;

/**
 * Takes back what was planned and told to nobody, where the deadline is another one now or runs no longer. What a
 * withdrawn occurrence stood for is withdrawn with it, so that it counts as unserved when the date comes back.
 */
export const WITHDRAW = `
WITH overtaken AS (
  SELECT o.id, CASE WHEN l.subject_id IS NOT NULL THEN 'deadline_moved'
                    WHEN a.legal_state = 'suspended' THEN 'suspended' ELSE 'not_live' END AS reason
    FROM alert_occurrence o JOIN agreement a ON a.id = o.agreement_id
    LEFT JOIN live_deadline l ON l.subject_id = o.subject_id
   WHERE o.state = 'due' AND o.rule = ANY (:deadlineRules::text[]) AND o.rule <> 'deadline_moved'
     AND (:agreementId::uuid IS NULL OR o.agreement_id = :agreementId)
     AND l.last_day IS DISTINCT FROM o.deadline_date
  UNION ALL
  SELECT o.id, CASE WHEN a.legal_state = 'suspended' THEN 'suspended'
                    WHEN a.legal_state = ANY (:liveStates::text[])
                     AND o.subject_id NOT IN (SELECT subject_id FROM settled_subject) THEN 'deadline_moved'
                    ELSE 'not_live' END
    FROM alert_occurrence o JOIN agreement a ON a.id = o.agreement_id
   WHERE o.state = 'due' AND o.rule = 'deadline_moved'
     AND (:agreementId::uuid IS NULL OR o.agreement_id = :agreementId)
     AND (NOT a.legal_state = ANY (:liveStates::text[])
       OR o.subject_id IN (SELECT subject_id FROM settled_subject)
       OR EXISTS (SELECT FROM deadline_move m
                   WHERE m.subject_id = o.subject_id AND m.number > o.threshold AND m.act = 'suspension'))
), withdrawn AS (
  UPDATE alert_occurrence o SET state = 'cancelled', reason = overtaken.reason
    FROM overtaken WHERE o.id = overtaken.id
  RETURNING o.id, o.subject_id, o.reason
), stood_for AS (
  UPDATE alert_occurrence o SET state = 'cancelled', reason = withdrawn.reason, superseded_by = NULL
    FROM withdrawn
   WHERE o.subject_id = withdrawn.subject_id AND o.superseded_by = withdrawn.id
     AND o.state = 'superseded' AND o.rule <> 'deadline_moved'
)
UPDATE alert_notification n SET state = 'suppressed', reason = withdrawn.reason
  FROM withdrawn
 WHERE n.occurrence_id = withdrawn.id AND n.state IN ('queued', 'retry')`;

/**
 * Gives notifications back that were withdrawn and hold again: their occurrence is due once more, or was told to
 * others and its deadline or its fact is back, and nothing later speaks for the subject: of a deadline any of its
 * rules, of a fact its own. What is told with everything else of a day is in one mail again, behind one that waits
 * for the same opening or behind the first of them.
 */
export const REQUEUE = (newId: string): string => `
WITH back AS MATERIALIZED (
  SELECT n.id, n.digest, n.recipient, n.lead_id IS NULL AS led
    FROM alert_notification n JOIN alert_occurrence o ON o.id = n.occurrence_id
   WHERE n.state = 'suppressed' AND n.reason IN ('deadline_moved', 'not_live', 'suspended', 'fact_ended')
     AND (:agreementId::uuid IS NULL OR o.agreement_id = :agreementId)
     AND (o.state = 'due' OR o.state = 'dispatched' AND (
           o.rule = ANY (:deadlineRules::text[]) AND EXISTS (
             SELECT FROM live_deadline l WHERE l.subject_id = o.subject_id AND l.last_day = o.deadline_date)
           OR o.rule = ANY (:factRules::text[]) AND EXISTS (
             SELECT FROM alert_condition c WHERE c.id = o.condition_id AND c.closed_on IS NULL
                AND c.deadline_date = o.deadline_date)))
     AND NOT EXISTS (SELECT FROM alert_occurrence later
                      WHERE later.subject_id = o.subject_id AND later.state IN ('due', 'dispatched')
                        AND (later.rule = o.rule OR later.rule = ANY (:deadlineRules::text[])
                                                AND o.rule = ANY (:deadlineRules::text[]))
                        AND later.id <> o.id AND later.planned_at > o.planned_at)
   ORDER BY n.id FOR NO KEY UPDATE OF n
), waiting AS MATERIALIZED (
  SELECT n.id, n.recipient FROM alert_notification n
   WHERE n.digest AND n.state = 'queued' AND n.lead_id IS NULL AND n.send_after = :digestAt
     AND n.recipient IN (SELECT recipient FROM back WHERE digest)
   FOR NO KEY UPDATE SKIP LOCKED
), gathered AS (
  SELECT b.*, CASE WHEN digest THEN coalesce(
           (SELECT min(w.id::text)::uuid FROM waiting w WHERE w.recipient = b.recipient),
           nullif(first_value(b.id) OVER (PARTITION BY b.recipient, b.digest ORDER BY b.led DESC, b.id), b.id)) END AS leading_id
    FROM back b
), requeued AS (
  UPDATE alert_notification n
     SET state = 'queued', reason = NULL, lead_id = g.leading_id,
         send_after = CASE WHEN g.digest THEN :digestAt ELSE :sendAfter END
    FROM gathered g WHERE n.id = g.id
  RETURNING n.id, n.lead_id, n.send_after
), handed_over AS (
  INSERT INTO outbox (id, job, payload, available_at)
  SELECT ${newId}, :job, jsonb_build_object('notificationId', id), send_after FROM requeued WHERE lead_id IS NULL
)
SELECT count(*)::int AS count FROM requeued`;

/** Closes conditions of deadlines and events: the day came, the move was told, the deadline moved or runs no longer. */
export const CLOSE_CONDITIONS = `
UPDATE alert_condition c
   SET state = CASE WHEN c.rule NOT IN ('deadline_ahead', 'deadline_passed') OR c.deadline_date = l.last_day THEN 'resolved' ELSE 'cancelled' END,
       closed_on = :today
  FROM alert_condition own LEFT JOIN live_deadline l ON l.subject_id = own.subject_id
 WHERE c.id = own.id AND c.state IN ('open', 'acknowledged') AND NOT c.rule = ANY (:factRules::text[])
   AND (:agreementId::uuid IS NULL OR c.agreement_id = :agreementId)
   AND CASE c.rule
         WHEN 'impossible_data' THEN NOT EXISTS (
           SELECT FROM finding f WHERE f.id = c.subject_id AND f.resolved_on IS NULL)
         WHEN 'agreement_suspended' THEN NOT EXISTS (
           SELECT FROM agreement a WHERE a.id = c.subject_id AND a.legal_state = 'suspended')
         WHEN 'deadline_ahead' THEN l.last_day IS DISTINCT FROM c.deadline_date OR l.last_day < :today
         WHEN 'deadline_passed' THEN l.last_day IS DISTINCT FROM c.deadline_date
         ELSE NOT EXISTS (
           SELECT FROM alert_occurrence o
            WHERE o.subject_id = c.subject_id AND o.rule = c.rule AND o.state = 'due')
       END`;
