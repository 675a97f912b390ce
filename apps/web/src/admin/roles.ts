/** Roles of staff, in the order in which a paper passes through their hands. */
export const STAFF_ROLES = ['officer', 'verifier', 'legal', 'director', 'admin', 'auditor'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** All roles. */
export const ROLES = [...STAFF_ROLES, 'investor_editor', 'investor_representative'] as const;
