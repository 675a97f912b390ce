/** What an account may be; an account may hold several. */
export const ROLES = ['officer', 'verifier', 'legal', 'director', 'admin', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/** Roles of the very first account: enough to log agreements, manage accounts and read everything. */
export const FIRST_ACCOUNT_ROLES: readonly Role[] = ['admin', 'officer', 'auditor'];
