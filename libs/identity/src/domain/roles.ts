/** What staff of the administration may be; an account may hold several, each somewhere. */
export const STAFF_ROLES = ['officer', 'verifier', 'legal', 'director', 'admin', 'auditor'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** What a person may be for an organisation that owes something. */
export const INVESTOR_ROLES = ['investor_editor', 'investor_representative'] as const;
export type InvestorRole = (typeof INVESTOR_ROLES)[number];

export const ROLES = [...STAFF_ROLES, ...INVESTOR_ROLES] as const;
export type Role = (typeof ROLES)[number];

/** Staff decide and investors report: one account is never both. */
export const ACCOUNT_KINDS = ['staff', 'investor'] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

/** Whether the role is one of an investor's. */
export function isInvestorRole(role: string): role is InvestorRole {
  return (INVESTOR_ROLES as readonly string[]).includes(role);
}

/** The kind of account that holds the role. */
export function accountKindOf(role: Role): AccountKind {
  return isInvestorRole(role) ? 'investor' : 'staff';
}

/** Roles whose holders are asked for a second factor: until it is there, what they alone permit is withheld. */
export const SECOND_FACTOR_ROLES: readonly Role[] = ['director', 'legal', 'admin'];

/** Roles of the very first account: enough to log agreements, manage accounts and read everything. */
export const FIRST_ACCOUNT_ROLES: readonly StaffRole[] = ['admin', 'officer', 'auditor'];
