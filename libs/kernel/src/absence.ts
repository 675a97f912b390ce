/** Why a fact is missing; unknown, not stated, not yet due, confidential and not published are different values. */
export const ABSENCES = ['not_stated', 'unknown', 'not_yet_due', 'confidential', 'not_published'] as const;
export type Absence = (typeof ABSENCES)[number];
