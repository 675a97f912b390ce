/** Whether the promise of a row is neither decided about nor reached: nothing more is asked of it. */
export const unsettled = (commitment: string): string => `(
  NOT EXISTS (SELECT FROM settled_subject settled WHERE settled.subject_id = ${commitment}.id)
  AND NOT EXISTS (SELECT FROM delivery_standing reached
                   WHERE reached.commitment_id = ${commitment}.id AND reached.replaced_on IS NULL
                     AND reached.reached IS NOT NULL))`;
