import { unsettled } from './unsettled.sql';

/**
 * The day on which reporting of the agreement of a calendar `k` was opened. A calendar put in the place of another the same
 * day continues it.
 */
const OPENED_ON = `(
  SELECT max(opening.recorded_on) FROM reporting_calendar opening
   WHERE opening.agreement_id = k.agreement_id
     AND NOT EXISTS (SELECT FROM reporting_calendar replaced
                      WHERE replaced.agreement_id = opening.agreement_id AND replaced.id < opening.id
                        AND replaced.ended_on = opening.recorded_on))`;

/**
 * When what is known of a promise becomes stale, or became: so many months after the last accepted figure, or after
 * reporting was opened. The same day as the flag beside its status.
 */
export const STALE_DATA = `
SELECT 'commitment' AS subject_type, c.id AS subject_id, c.agreement_id, stale.day, stale.day AS counted_from,
       0 AS spent
  FROM reporting_calendar k
  JOIN agreement a ON a.id = k.agreement_id
  JOIN commitment c ON c.agreement_id = k.agreement_id
  CROSS JOIN LATERAL (SELECT ${OPENED_ON} AS on_day) opened
  CROSS JOIN LATERAL (
    SELECT max(o.as_of) AS as_of FROM accepted_observation o
     WHERE o.commitment_id = c.id AND o.superseded_on IS NULL) known
  CROSS JOIN LATERAL (
    SELECT (greatest(opened.on_day, known.as_of) + make_interval(months => :staleMonths))::date AS day) stale
 WHERE k.ended_on IS NULL AND a.legal_state = ANY (:liveStates::text[])
   AND ${unsettled('c')}`;
