/** Suspensions that last, by the day on which they were expected to end. */
export const SUSPENSION_ENDS = `
SELECT 'agreement' AS subject_type, s.agreement_id AS subject_id, s.agreement_id, s.expected_end AS day,
       s.expected_end AS counted_from, 0 AS spent
  FROM suspension s
  JOIN agreement a ON a.id = s.agreement_id
 WHERE s.ended_on IS NULL AND s.expected_end IS NOT NULL AND a.legal_state = 'suspended'`;
