/**
 * Records every threshold that a live deadline has crossed and that is not served at its present date. Of each
 * subject the most urgent is due, addressed to whoever the crossed ones address; the others are superseded by it,
 * or all of them by a move or a resumption told in the same run, or by a more urgent one that was served before.
 *
 * How many crossings are new nobody can estimate, so what is planned is joined by index only: a wrong estimate would
 * compare every row with every other.
 *
 * `:thresholds` are the rules' own, each with the latest deadline that has crossed it today and as of yesterday.
 */
export const PLAN_THRESHOLDS = (newId: string): string => `
WITH threshold AS MATERIALIZED (
  SELECT * FROM jsonb_to_recordset(:thresholds::jsonb) AS t(rule text, version int, days int, subject_type text,
    condition text, crossed_until date, crossed_before date, addressees int)
), standing AS MATERIALIZED (
  SELECT id, subject_id, addressed_to FROM alert_occurrence
   WHERE state = 'due' AND rule = 'deadline_moved' AND planned_on = :today AND planned_at = :at
  UNION ALL
  SELECT o.id, m.subject_id, o.addressed_to
    FROM alert_occurrence o
    JOIN legal_step s ON s.agreement_id = o.agreement_id AND s.number = o.threshold
    JOIN LATERAL (SELECT DISTINCT d.subject_id FROM deadline_move d
                   WHERE d.agreement_id = o.agreement_id AND d.version_number = s.version_number
                     AND d.act = 'suspension' AND NOT EXISTS (SELECT FROM deadline_move later
                           WHERE later.subject_id = d.subject_id AND later.number > d.number)) AS m ON true
   WHERE o.state = 'due' AND o.rule = 'agreement_resumed' AND o.planned_on = :today AND o.planned_at = :at
), unserved AS (
  SELECT l.subject_type, l.subject_id, l.agreement_id, l.last_day, t.rule, t.version, t.days, t.addressees,
         l.last_day <= t.crossed_before AS late, o.id AS cancelled_id,
         coalesce(o.id, ${newId}) AS id, ${newId} AS fresh_id
    FROM live_deadline l
    JOIN threshold t ON t.subject_type = l.subject_type AND l.last_day <= t.crossed_until
    LEFT JOIN alert_occurrence o ON o.subject_id = l.subject_id AND o.rule = t.rule AND o.threshold = t.days
                                AND o.deadline_date = l.last_day
   WHERE (:agreementId::uuid IS NULL OR l.agreement_id = :agreementId)
     AND (o.id IS NULL OR o.state = 'cancelled')
     AND CASE t.condition
           WHEN 'long_term' THEN l.last_day > (l.term_start + make_interval(months => :longTermMonths))::date
           WHEN 'recorded_late' THEN l.recorded_on >= l.last_day + t.days
           ELSE true END
), ranked AS MATERIALIZED (
  SELECT u.*, first_value(id) OVER most_urgent AS top_id, first_value(days) OVER most_urgent AS top_days,
         first_value(fresh_id) OVER (PARTITION BY subject_id, rule ORDER BY days DESC) AS new_condition_id,
         count(*) OVER whole AS crossings, bit_or(addressees) OVER whole AS all_addressees
    FROM unserved u
  WINDOW whole AS (PARTITION BY subject_id), most_urgent AS (PARTITION BY subject_id ORDER BY days DESC)
), planned AS MATERIALIZED (
  SELECT r.*, coalesce(known.id, r.new_condition_id) AS condition_id,
         coalesce(standing.id, CASE WHEN first_value(served.threshold) OVER most_urgent > r.top_days
                                    THEN first_value(served.id) OVER most_urgent END, r.top_id) AS speaker_id
    FROM ranked r
    LEFT JOIN standing ON standing.subject_id = r.subject_id
    LEFT JOIN alert_condition known ON known.subject_id = r.subject_id AND known.rule = r.rule
    LEFT JOIN LATERAL (
      SELECT o.id, o.threshold FROM alert_occurrence o
       WHERE r.id = r.top_id AND o.subject_id = r.subject_id AND o.deadline_date = r.last_day
         AND o.rule = ANY (:deadlineRules::text[]) AND o.rule <> 'deadline_moved' AND o.state <> 'cancelled'
       ORDER BY o.threshold DESC LIMIT 1) AS served ON true
  WINDOW most_urgent AS (PARTITION BY r.subject_id ORDER BY r.days DESC)
), opened AS (
  INSERT INTO alert_condition AS c (id, subject_type, subject_id, agreement_id, rule, deadline_date, state, opened_on,
         closed_on)
  SELECT condition_id, subject_type, subject_id, agreement_id, rule, last_day,
         CASE WHEN over THEN 'resolved' ELSE 'open' END, :today, CASE WHEN over THEN :today::date END
    FROM (SELECT DISTINCT condition_id, subject_type, subject_id, agreement_id, rule, last_day,
                 rule = 'deadline_ahead' AND last_day < :today::date AS over FROM planned) AS fact
  ON CONFLICT (subject_id, rule) DO UPDATE
     SET deadline_date = excluded.deadline_date,
         state = CASE WHEN c.state = 'acknowledged' AND excluded.state = 'open' THEN c.state ELSE excluded.state END,
         opened_on = CASE WHEN c.closed_on IS NULL THEN c.opened_on ELSE excluded.opened_on END,
         closed_on = excluded.closed_on
), written AS MATERIALIZED (
  SELECT p.*, p.speaker_id = p.id AS is_due,
         CASE WHEN p.speaker_id = p.id THEN ARRAY(
           SELECT a.name FROM unnest(:addressees::text[]) WITH ORDINALITY AS a(name, place)
            WHERE p.all_addressees & (1 << (a.place - 1)::int) <> 0 ORDER BY a.place) END AS addressed_to
    FROM planned p
), recorded AS (
  INSERT INTO alert_occurrence (id, condition_id, agreement_id, subject_type, subject_id, rule, threshold,
         deadline_date, state, catch_up, superseded_by, addressed_to, rule_version, planned_on, planned_at)
  SELECT id, condition_id, agreement_id, subject_type, subject_id, rule, days, last_day,
         CASE WHEN is_due THEN 'due' ELSE 'superseded' END, is_due AND (late OR crossings > 1),
         nullif(speaker_id, id), addressed_to, version, :today, :at
    FROM written WHERE cancelled_id IS NULL
), taken_up_again AS (
  UPDATE alert_occurrence o
     SET state = CASE WHEN is_due THEN 'due' ELSE 'superseded' END, reason = NULL,
         catch_up = is_due AND (late OR crossings > 1), superseded_by = nullif(speaker_id, w.id),
         addressed_to = w.addressed_to, rule_version = version, planned_on = :today, planned_at = :at
    FROM written w WHERE o.id = w.cancelled_id
), also_addressed AS (
  UPDATE alert_occurrence o
     SET addressed_to = ARRAY(
           SELECT a.name FROM unnest(:addressees::text[]) WITH ORDINALITY AS a(name, place)
            WHERE a.name = ANY (o.addressed_to)
               OR more.all_addressees & (1 << (a.place - 1)::int) <> 0 ORDER BY a.place)
    FROM (SELECT standing.id, bit_or(planned.all_addressees) AS all_addressees
            FROM standing JOIN planned USING (subject_id) GROUP BY standing.id) AS more
   WHERE o.id = more.id
)
SELECT count(*)::int AS count FROM written`;
