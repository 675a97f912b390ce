/** Whether a zone works, is announced, or has ended. */
export const ZONE_STATUSES = ['operating', 'planned', 'closed'] as const;
export type ZoneStatus = (typeof ZONE_STATUSES)[number];
