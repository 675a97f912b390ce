const ID = (of: string) => `encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
  PLACING substring(int8send((extract(epoch FROM ${of}) * 1000)::bigint) FROM 3) FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid`;

/**
 * What somebody in a hurry would write: every crossed threshold that is not in the ledger, the most urgent of each
 * deadline due, to an owner who is there, an obligor without an address or a name and roles that nobody holds. It
 * knows of no moves, no withdrawals and no other recipients; for the generated register it writes the same rows as
 * the planner.
 */
export const HAND_WRITTEN_SWEEP = `
WITH threshold AS (
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS t(rule text, version int, days int, "subjectType" text,
    condition text, "crossedUntil" date, "to" jsonb)
), crossed AS MATERIALIZED (
  SELECT l.*, t.rule, t.version, t.days, t."to", ${ID('$3::timestamptz')} AS id
    FROM live_deadline l
    JOIN threshold t ON t."subjectType" = l.subject_type AND l.last_day <= t."crossedUntil"
   WHERE CASE t.condition WHEN 'long_term' THEN l.last_day > (l.term_start + make_interval(months => $5::int))::date
                          WHEN 'recorded_late' THEN l.recorded_on >= l.last_day + t.days ELSE true END
     AND NOT EXISTS (SELECT FROM alert_occurrence o WHERE o.subject_id = l.subject_id AND o.rule = t.rule
                        AND o.threshold = t.days AND o.deadline_date = l.last_day)
), ranked AS MATERIALIZED (
  SELECT *, first_value(id) OVER (PARTITION BY subject_id ORDER BY days DESC) AS top_id,
         bool_or("to" ? 'verifier') OVER whole AS verifier, bool_or("to" ? 'director') OVER whole AS director,
         bool_or("to" ? 'head_of_unit') OVER whole AS head_of_unit
    FROM crossed WINDOW whole AS (PARTITION BY subject_id)
), opened AS (
  INSERT INTO alert_condition (id, subject_type, subject_id, agreement_id, rule, deadline_date, state, opened_on, closed_on)
  SELECT DISTINCT ON (subject_id, rule) ${ID('$3::timestamptz')}, subject_type, subject_id, agreement_id, rule, last_day,
         CASE WHEN rule = 'deadline_ahead' AND last_day < $2::date THEN 'resolved' ELSE 'open' END, $2::date,
         CASE WHEN rule = 'deadline_ahead' AND last_day < $2::date THEN $2::date END
    FROM ranked
  RETURNING id, subject_id, rule
), recorded AS (
  INSERT INTO alert_occurrence (id, condition_id, agreement_id, subject_type, subject_id, rule, threshold, deadline_date,
         state, reason, catch_up, superseded_by, addressed_to, rule_version, planned_on, planned_at)
  SELECT r.id, o.id, r.agreement_id, r.subject_type, r.subject_id, r.rule, r.days, r.last_day,
         CASE WHEN r.id = r.top_id THEN 'due' ELSE 'superseded' END, NULL, r.id = r.top_id, nullif(r.top_id, r.id),
         CASE WHEN r.id = r.top_id THEN array_remove(ARRAY['owner', 'obligor', CASE WHEN verifier THEN 'verifier' END,
           CASE WHEN head_of_unit THEN 'head_of_unit' END, CASE WHEN director THEN 'director' END], NULL) END, r.version, $2::date, $3::timestamptz
    FROM ranked r JOIN opened o ON o.subject_id = r.subject_id AND o.rule = r.rule
), addressed AS (
  SELECT r.*, to_whom.recipient, to_whom.reason, ${ID('$3::timestamptz')} AS notification_id
    FROM ranked r LEFT JOIN party p ON p.id = r.obligor_party_id
    CROSS JOIN LATERAL (VALUES ('position:' || r.owner_position_id, NULL),
      (coalesce('organisation:' || p.organisation_id, 'party:' || coalesce(p.id::text, 'not_stated')),
       CASE WHEN p.organisation_id IS NOT NULL THEN 'no_address' ELSE 'obligor_not_stated' END),
      (CASE WHEN verifier THEN 'role:verifier' END, 'nobody_holds_role'),
      (CASE WHEN director OR head_of_unit THEN 'role:director' END, 'nobody_holds_role')
    ) AS to_whom(recipient, reason)
   WHERE r.id = r.top_id AND to_whom.recipient IS NOT NULL
), led AS MATERIALIZED (
  SELECT *, CASE WHEN reason IS NULL THEN first_value(notification_id) OVER (PARTITION BY recipient, reason
                   ORDER BY last_day, subject_id) END AS first_id FROM addressed
), notified AS (
  INSERT INTO alert_notification (id, occurrence_id, ledger_key, recipient, channel, state, reason, lead_id, send_after)
  SELECT notification_id, id, concat_ws('|', subject_id, rule, days, last_day, recipient, 'mail'), recipient, 'mail',
         CASE WHEN reason IS NULL THEN 'queued' ELSE 'suppressed' END, reason, nullif(first_id, notification_id),
         $4::timestamptz
    FROM led
)
INSERT INTO outbox (id, job, payload, available_at)
SELECT ${ID('$3::timestamptz')}, $6, jsonb_build_object('notificationId', notification_id), $4::timestamptz
  FROM led WHERE first_id = notification_id`;
