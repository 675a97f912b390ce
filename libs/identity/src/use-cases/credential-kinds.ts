import { auditKind } from '@app/audit';
import type { Permission } from '@app/kernel';

export const sessionOpened = auditKind<{ method: 'password' | 'provider'; secondFactor: boolean }>(
  'session.opened',
  'session',
);

/** A single session was ended by its holder; `own` when it was the one in use. */
export const sessionClosed = auditKind<{ own: boolean }>('session.closed', 'session');

/** The subject is the account when there is one, else nobody. */
export const sessionRefused = auditKind<{
  because: 'password' | 'second_factor_missing' | 'second_factor';
}>('session.refused', 'account');

/** After so many failures nobody may try for so many seconds. */
export const signInBlocked = auditKind<{ counted: 'account' | 'address'; failures: number; seconds: number }>(
  'session.blocked',
  'account',
);

/** What was open with an account's credentials, and is no longer. */
export const accessEnded = auditKind<{ sessions: number; tokens: number }>('account.access_ended', 'account');

export const passwordSet = auditKind<{ sessions: number; tokens: number }>('account.password_set', 'account');

export const secondFactorStarted = auditKind('second_factor.started', 'account');
export const secondFactorEnrolled = auditKind<{ sessions: number }>('second_factor.enrolled', 'account');
export const secondFactorRemoved = auditKind<{ sessions: number }>('second_factor.removed', 'account');
/** A session that was opened without a second factor has one behind it now. */
export const secondFactorShown = auditKind('session.second_factor_shown', 'session');

export const recoveryCodesRenewed = auditKind<{ codes: number }>('second_factor.codes_renewed', 'account');
export const recoveryCodeUsed = auditKind<{ left: number }>('second_factor.code_used', 'account');

export const tokenMade = auditKind<{ permissions: Permission[]; expiresAt: string; secondFactor: boolean }>(
  'api_token.made',
  'api_token',
);
export const tokenRevoked = auditKind('api_token.revoked', 'api_token');

/** Fields and not values: a name is personal. */
export const ownAccountChanged = auditKind<{ fields: string[] }>('account.changed_by_holder', 'account');

/** What somebody called a view of theirs goes into no trail. */
export const viewSaved = auditKind<{ list: string }>('saved_view.saved', 'saved_view');
export const viewChanged = auditKind<{ list: string }>('saved_view.changed', 'saved_view');
export const viewRemoved = auditKind('saved_view.removed', 'saved_view');
export const viewsArranged = auditKind<{ list: string }>('saved_view.arranged', 'account');
