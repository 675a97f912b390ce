/** Memoranda of understanding that run, by the last day on which they may have been signed, without one that follows. */
export const NO_FOLLOW_UP = `
SELECT 'agreement' AS subject_type, a.id AS subject_id, a.id AS agreement_id, a.signed_last_day AS day,
       a.signed_last_day AS counted_from, 0 AS spent
  FROM agreement a
 WHERE a.instrument_type = 'memorandum_of_understanding' AND a.signed_last_day IS NOT NULL
   AND a.legal_state = ANY (:liveStates::text[])
   AND NOT EXISTS (SELECT FROM agreement_link l
                    WHERE l.from_agreement_id = a.id AND l.withdrawn_on IS NULL
                      AND l.kind IN ('continued_by', 'implemented_by', 'superseded_by'))`;
