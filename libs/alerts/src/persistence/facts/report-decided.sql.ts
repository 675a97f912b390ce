/** Whether a step `s` of a report decides about it: a first verifier's figure that waits for a second one does not. */
export const IS_DECISION = `(s.action IN ('accept', 'accept_with_reservation', 'return', 'reject', 'uphold')
  AND s.to_state IN ('accepted', 'accepted_with_reservation', 'returned', 'rejected'))`;

/** Whether that decision still is the last word: nothing was decided or submitted since. */
export const STILL_DECIDED = `NOT EXISTS (
  SELECT FROM report_step later WHERE later.report_id = s.report_id AND later.number > s.number
     AND later.action IN ('accept', 'accept_with_reservation', 'return', 'reject', 'uphold', 'submit', 'appeal'))`;
