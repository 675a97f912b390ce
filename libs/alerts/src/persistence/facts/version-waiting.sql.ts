/** Drafts in a state, since the day of the step that led there last. */
const draftsThat = (state: 'submitted' | 'verified' | 'returned'): string => `
SELECT 'draft' AS subject_type, d.id AS subject_id, d.agreement_id, taken.day, taken.day AS counted_from, 0 AS spent
  FROM agreement_draft d
  CROSS JOIN LATERAL (
    SELECT max(s.taken_on) AS day FROM draft_step s WHERE s.draft_id = d.id AND s.to_state = d.state) taken
 WHERE d.state = '${state}' AND taken.day IS NOT NULL`;

/** Drafts that wait for somebody to verify them. */
export const VERSION_SUBMITTED = draftsThat('submitted');

/** Drafts that wait for their approval. */
export const VERSION_VERIFIED = draftsThat('verified');

/** Drafts that wait for whoever wrote them. */
export const VERSION_RETURNED = draftsThat('returned');
