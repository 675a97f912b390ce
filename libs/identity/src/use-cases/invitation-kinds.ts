import { type RecordsRead, auditKind } from '@app/audit';
import type { RoleGrant } from '@app/kernel';
import type { Mandate } from '../domain/invitation';

/** The invited person stands in the invitation, from where retention erases them, and not in the trail. */
export const invitationIssued = auditKind<{
  kind: 'staff' | 'investor';
  grants: readonly RoleGrant[];
  mandate: Mandate | null;
}>('invitation.issued', 'invitation');

/** The second pair of eyes: only now the invitation goes out. */
export const invitationConfirmed = auditKind<{ issuedBy: string }>('invitation.confirmed', 'invitation');

export const invitationWithdrawn = auditKind<{ from: string }>('invitation.withdrawn', 'invitation');

/** The mail was asked for once more; the link before it works no longer. */
export const invitationMailedAgain = auditKind<{ mailId: string }>('invitation.mailed_again', 'invitation');

export const invitationAccepted = auditKind<{
  accountId: string;
  /** Whether the account was made for it; else it received the grants. */
  newAccount: boolean;
  grants: readonly RoleGrant[];
}>('invitation.accepted', 'invitation');

/**
 * Somebody asked for a new password; the same is done and noted whatever came of it. The subject is the request, for
 * there may be no account.
 */
export const resetRequested = auditKind<{
  accountId: string | null;
  outcome: 'mailed' | 'too_soon' | 'no_account';
}>('password.reset_requested', 'password_reset');

/** A password was reset through a link; `account.password_set` beside it says what ended with the old one. */
export const passwordReset = auditKind('password.reset', 'account');

/** Somebody read invitations with their addresses; of a list the subject is the reader. */
export const invitationRead = auditKind('invitation.read', 'invitation');
export const invitationsListed = auditKind<RecordsRead>('invitation.listed', 'account');
