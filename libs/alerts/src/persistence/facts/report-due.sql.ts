import { unsettled } from './unsettled.sql';

/** Reports that were asked for and that nobody has sent in, while their agreement runs and reports. */
export const REPORT_DUE = `
SELECT 'report' AS subject_type, r.id AS subject_id, r.agreement_id, r.due_on AS day, r.due_on AS counted_from,
       0 AS spent
  FROM report r
  JOIN agreement a ON a.id = r.agreement_id
  JOIN commitment c ON c.id = r.commitment_id
 WHERE r.state IN ('requested', 'draft', 'missed') AND r.due_on IS NOT NULL
   AND a.legal_state = ANY (:liveStates::text[])
   AND EXISTS (SELECT FROM reporting_calendar k WHERE k.agreement_id = r.agreement_id AND k.ended_on IS NULL)
   AND ${unsettled('c')}`;
