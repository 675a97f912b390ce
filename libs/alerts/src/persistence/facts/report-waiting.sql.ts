/**
 * Reports whose figure waits for a decision. They are told by the day on which this review began, the first submission
 * or an appeal, and counted from the last one: what was waited before a return has been spent.
 */
export const REPORT_WAITING = `
SELECT 'report' AS subject_type, r.id AS subject_id, r.agreement_id, began.day, r.waiting_since AS counted_from,
       r.waited_days AS spent
  FROM report r
  JOIN agreement a ON a.id = r.agreement_id
  CROSS JOIN LATERAL (
    SELECT min(s.recorded_on) AS day FROM report_step s
     WHERE s.report_id = r.id AND s.action IN ('submit', 'appeal')
       AND s.number > coalesce((SELECT max(no.number) FROM report_step no
                                 WHERE no.report_id = r.id AND no.action = 'reject'), 0)) began
 WHERE r.state IN ('submitted', 'in_review') AND a.legal_state <> 'suspended'`;
