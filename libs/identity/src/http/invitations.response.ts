import type { Language } from '@app/kernel';
import { AllowedActionResponse, LocalizedTextResponse, PageResponse, spokenOffers } from '@app/platform';
import type { Invitation } from '../domain/invitation';
import type { FoundInvitation } from '../use-cases/find-invitation';
import { AccountResponse, RoleGrantResponse, grantResponse } from './session.response';

export class InvitingOrganisationResponse {
  id: string;

  /** As it was called when the invitation was issued. */
  names: LocalizedTextResponse;
}

export class MandateDocumentResponse {
  title: string;
  sha256: string | null;
}

export class MandateLetterResponse {
  date: string;
  reference: string | null;
}

/** By what it is known that somebody speaks for an organisation: one of the two. */
export class MandateResponse {
  document: MandateDocumentResponse | null;
  knownByLetterOf: MandateLetterResponse | null;
}

/** The latest mail of an invitation. */
export class InvitationMailResponse {
  state: 'waiting' | 'sent' | 'bounced' | 'dropped';
  requestedAt: string;

  /** Attempts that failed. */
  attempts: number;
}

export class InvitationResponse {
  id: string;
  kind: 'staff' | 'investor';
  state: 'awaiting_confirmation' | 'open' | 'accepted' | 'withdrawn' | 'expired';

  /** Null once the person was taken out, as are name and office. */
  email: string | null;

  name: string | null;
  language: 'ar' | 'fr' | 'en';

  /** What the account will hold. */
  grants: RoleGrantResponse[];

  /** Of an investor. */
  organisation: InvitingOrganisationResponse | null;

  /** Office or capacity in the organisation. */
  office: string | null;

  /** Of a representative. */
  mandate: MandateResponse | null;

  /** Account of the inviter. */
  issuedBy: string;

  issuedAt: string;

  /** Account of the second officer. */
  confirmedBy: string | null;

  confirmedAt: string | null;
  expiresAt: string;
  acceptedAt: string | null;
  withdrawnAt: string | null;

  /** Null until a mail was asked for. */
  mail: InvitationMailResponse | null;
}

export class ShownInvitationResponse extends InvitationResponse {
  /** What the caller may do with it now, or why not. */
  allowedActions: AllowedActionResponse[];
}

export class InvitationPageResponse extends PageResponse {
  items: InvitationResponse[];
}

/** The account behind an accepted invitation; its holder signs in with it. */
export class AcceptedInvitationResponse {
  account: AccountResponse;
}

/** An invitation as those read it who look after it. */
export function invitationResponse(invitation: Invitation): InvitationResponse {
  const { erasedAt: _, grants, mail, ...same } = invitation;
  return {
    ...same,
    grants: grants.map(grantResponse),
    issuedAt: invitation.issuedAt.toISOString(),
    confirmedAt: invitation.confirmedAt?.toISOString() ?? null,
    expiresAt: invitation.expiresAt.toISOString(),
    acceptedAt: invitation.acceptedAt?.toISOString() ?? null,
    withdrawnAt: invitation.withdrawnAt?.toISOString() ?? null,
    mail: mail && { ...mail, requestedAt: mail.requestedAt.toISOString() },
  };
}

/** One invitation, with what its reader may do with it. */
export function shownInvitationResponse(
  { offers, ...invitation }: FoundInvitation,
  language: Language,
): ShownInvitationResponse {
  return { ...invitationResponse(invitation), allowedActions: spokenOffers(offers, language) };
}
