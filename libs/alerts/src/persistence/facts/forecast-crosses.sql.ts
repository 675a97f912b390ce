/**
 * Promises of which the forecast crosses the last day, before it has passed, counted from the day after it was first
 * found: whoever corrects a slip until then frightens nobody. What was reached or decided about has no live deadline.
 */
export const FORECAST_CROSSES = `
SELECT 'commitment' AS subject_type, s.commitment_id AS subject_id, s.agreement_id, s.crosses_since AS day,
       s.crosses_since + 1 AS counted_from, 0 AS spent
  FROM delivery_standing s
  JOIN live_deadline l ON l.subject_id = s.commitment_id AND l.subject_type = 'commitment'
 WHERE s.replaced_on IS NULL AND s.crosses_since IS NOT NULL AND l.last_day >= :today::date`;
