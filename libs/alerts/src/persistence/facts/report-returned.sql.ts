import { unsettled } from './unsettled.sql';

/** Reports that were returned with questions and wait for whoever wrote them, while their agreement runs. */
export const REPORT_RETURNED = `
SELECT 'report' AS subject_type, r.id AS subject_id, r.agreement_id, r.decided_on AS day, r.decided_on AS counted_from,
       0 AS spent
  FROM report r
  JOIN agreement a ON a.id = r.agreement_id
  JOIN commitment c ON c.id = r.commitment_id
 WHERE r.state = 'returned' AND a.legal_state = ANY (:liveStates::text[]) AND ${unsettled('c')}`;
