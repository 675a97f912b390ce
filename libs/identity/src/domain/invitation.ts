import { type FieldViolation, type Language, type LocalizedText, type RoleGrant } from '@app/kernel';
import { type Holder, decideAccess, grantsFor, organisationsOf } from './access';
import type { AccountKind, InvestorRole } from './roles';
import { INVITATION_LINK_DAYS } from './single-use-link';

/** Days within which a second officer confirms, or the invitation lapses. */
export const CONFIRMATION_DAYS = 30;

/** Invitations that may be open for one organisation at a time. */
export const MOST_OPEN_INVITATIONS = 30;

/** States of an invitation; as kept, one that still lives may be past its day: `stateAt` says so. */
export const INVITATION_STATES = [
  'awaiting_confirmation',
  'open',
  'accepted',
  'withdrawn',
  'expired',
] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

/** States in which an invitation may still become an account. */
export const LIVE_INVITATION_STATES = ['awaiting_confirmation', 'open'] as const satisfies InvitationState[];

/** By what an officer knows that somebody speaks for an organisation: a document, or a letter. */
export interface Mandate {
  readonly document: { readonly title: string; readonly sha256: string | null } | null;
  readonly knownByLetterOf: { readonly date: string; readonly reference: string | null } | null;
}

/** How far the mail with the link has come. */
export interface InvitationMail {
  readonly state: 'waiting' | 'sent' | 'bounced' | 'dropped';
  readonly requestedAt: Date;
  readonly attempts: number;
}

/** Somebody was asked to come into the register. */
export interface Invitation {
  readonly id: string;
  readonly kind: AccountKind;
  readonly state: InvitationState;
  /** Null once it is erased, as are name and office. */
  readonly email: string | null;
  readonly name: string | null;
  readonly language: Language;
  readonly grants: readonly RoleGrant[];
  /** The organisation of an investor, by the name it had when the invitation was issued. */
  readonly organisation: { readonly id: string; readonly names: LocalizedText } | null;
  readonly office: string | null;
  readonly mandate: Mandate | null;
  readonly issuedBy: string;
  readonly issuedAt: Date;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Date | null;
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly erasedAt: Date | null;
  readonly mail: InvitationMail | null;
}

/** What an organisation's invitation says, as somebody gives it. */
export interface InvestorToInvite {
  readonly email: string;
  readonly name?: string | null;
  readonly language: Language;
  /** Office or capacity of the person in the organisation. */
  readonly office?: string | null;
  /** Left out: what the inviter may invite. */
  readonly role?: InvestorRole | null;
  readonly mandate?: {
    readonly document?: { readonly title: string; readonly sha256?: string | null } | null;
    readonly knownByLetterOf?: { readonly date: string; readonly reference?: string | null } | null;
  } | null;
}

/** The state at an instant: past its day, an invitation that still lived has expired. */
export function stateAt(
  { state, expiresAt }: Pick<Invitation, 'state' | 'expiresAt'>,
  now: Date,
): InvitationState {
  return isLive(state) && expiresAt.getTime() <= now.getTime() ? 'expired' : state;
}

/** Whether an invitation in this state may still become an account. */
export function isLive(state: InvitationState): boolean {
  return (LIVE_INVITATION_STATES as readonly InvitationState[]).includes(state);
}

/**
 * The role in which a caller may invite people of an organisation; null when there is none. Officers bring in who
 * speaks for it, and those bring in their own editors; an officer's word is never that of the organisation.
 */
export function roleToInvite(caller: Holder, organisationId: string): InvestorRole | null {
  const grants = grantsFor(caller, 'invitation.issue');
  if (organisationsOf(caller.grants) === null) return grants.length > 0 ? 'investor_representative' : null;
  const own = grants.some(
    ({ scope }) => scope.kind === 'organisation' && scope.organisationId === organisationId,
  );
  return own ? 'investor_editor' : null;
}

/** When an invitation that was issued, or opened, at an instant ends unless something happens to it. */
export function endOfInvitation(state: 'awaiting_confirmation' | 'open', from: Date): Date {
  const days = state === 'open' ? INVITATION_LINK_DAYS : CONFIRMATION_DAYS;
  return new Date(from.getTime() + days * 24 * 3_600_000);
}

/** Which invitations a caller sees. */
export interface InvitationSight {
  /** Those of these organisations; null for those of all. */
  readonly organisations: readonly string[] | null;
  /** Whether those of staff are among them: who comes into the administration is the matter of who keeps accounts. */
  readonly ofStaff: boolean;
}

/** The invitations that a caller sees: an investor's are those of the organisations that it represents. */
export function invitationsSeenBy(caller: Holder): InvitationSight {
  if (organisationsOf(caller.grants) === null) {
    return { organisations: null, ofStaff: decideAccess(caller, 'account.read') === 'permitted' };
  }
  const organisations = grantsFor(caller, 'invitation.read').flatMap(({ scope }) =>
    scope.kind === 'organisation' ? [scope.organisationId] : [],
  );
  return { organisations, ofStaff: false };
}

/** What the system sees: an invitation is accepted by who holds its link. */
export const EVERY_INVITATION: InvitationSight = { organisations: null, ofStaff: true };

/** The mandate as it is kept; null for none. */
export function mandateOf({ mandate }: InvestorToInvite): Mandate | null {
  const { document, knownByLetterOf } = mandate ?? {};
  if (!document && !knownByLetterOf) return null;
  return {
    document: document ? { title: document.title, sha256: document.sha256?.toLowerCase() ?? null } : null,
    knownByLetterOf: knownByLetterOf
      ? { date: knownByLetterOf.date, reference: knownByLetterOf.reference ?? null }
      : null,
  };
}

/** What keeps an organisation's invitation from being issued in this role; empty when nothing does. */
export function investorViolations(invited: InvestorToInvite, role: InvestorRole): FieldViolation[] {
  const violations: FieldViolation[] = [];
  if (invited.role && invited.role !== role)
    violations.push({ field: 'role', code: 'role_not_yours_to_give' });
  const mandate = mandateOf(invited);
  if (role === 'investor_representative') {
    if (!invited.office) violations.push({ field: 'office', code: 'required' });
    if (mandate === null) violations.push({ field: 'mandate', code: 'required' });
    if (mandate?.document && mandate.knownByLetterOf)
      violations.push({ field: 'mandate', code: 'mandate_twice' });
  } else if (mandate !== null) violations.push({ field: 'mandate', code: 'mandate_not_asked' });
  return violations;
}
