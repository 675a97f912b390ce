/** How a commitment is done by steps, as the value of a report from 0. */
export const STAGES = ['not_begun', 'begun', 'substantially_done', 'done'] as const;

/** How an ongoing duty was kept in a year, as the value of a report from 0. */
export const REVIEWS = ['not_kept', 'partly_kept', 'kept'] as const;
