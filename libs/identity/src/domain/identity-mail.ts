import { type InvitationState, stateAt } from './invitation';
import type { LinkPurpose } from './single-use-link';

/** Minutes after which nobody waits for the mail to a new password: who still wants one has asked again. */
export const RESET_MAIL_PATIENCE_MINUTES = 60;

/** What decides whether a mail that was asked for is still to be sent. */
export interface WantedMail {
  readonly purpose: LinkPurpose;
  readonly requestedAt: Date;
  /** Whether no later mail of this kind was asked for the same person. */
  readonly isNewest: boolean;
  readonly invitation: { readonly state: InvitationState; readonly expiresAt: Date } | null;
  /** Whether the account may be signed in to with a password. */
  readonly mayHavePassword: boolean;
}

export type DropReason = 'superseded' | 'no_longer_open' | 'too_late' | 'account_closed';

/** Why a mail that was asked for is not sent after all; null when it still is. */
export function whyNotSent(mail: WantedMail, now: Date): DropReason | null {
  if (!mail.isNewest) return 'superseded';
  if (mail.invitation !== null) return stateAt(mail.invitation, now) === 'open' ? null : 'no_longer_open';
  if (!mail.mayHavePassword) return 'account_closed';
  const waited = now.getTime() - mail.requestedAt.getTime();
  return waited > RESET_MAIL_PATIENCE_MINUTES * 60_000 ? 'too_late' : null;
}
