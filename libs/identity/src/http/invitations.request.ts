import { type Language, LANGUAGES } from '@app/kernel';
import {
  CalendarDay,
  Choice,
  EmailAddress,
  PageQuery,
  Part,
  Parts,
  RecordReference,
  SecretText,
  Text,
  TextList,
} from '@app/platform';
import type { RequestedGrant } from '../domain/grants';
import { INVITATION_STATES, type InvestorToInvite, type InvitationState } from '../domain/invitation';
import { INVESTOR_ROLES, type InvestorRole, STAFF_ROLES, type StaffRole } from '../domain/roles';

const SHA256 = /^[0-9a-fA-F]{64}$/;
const LONGEST_NAME = 200;
const MOST_GRANTS = 20;

export class InvitedScopeRequest {
  @Choice(['country', 'regions', 'sectors'])
  kind: 'country' | 'regions' | 'sectors';

  @TextList({ max: 20, size: 50, optional: true, description: 'Codes of the regions or sectors' })
  codes?: string[] | null;
}

export class InvitedGrantRequest implements RequestedGrant {
  @Choice(STAFF_ROLES)
  role: StaffRole;

  @Part(() => InvitedScopeRequest)
  scope: InvitedScopeRequest;
}

export class StaffInvitationRequest {
  @EmailAddress({ personal: true, description: 'Work address' })
  email: string;

  @Text({ max: LONGEST_NAME, optional: true, personal: true })
  name?: string | null;

  @Choice(LANGUAGES, { description: 'The language of the mail and, until it is changed, of the account' })
  language: Language;

  @Parts(() => InvitedGrantRequest, { size: MOST_GRANTS, description: 'At least one' })
  grants: InvitedGrantRequest[];
}

export class MandateDocumentRequest {
  @Text({ max: 300, description: 'Name or reference of the document' })
  title: string;

  @Text({ pattern: SHA256, optional: true, description: 'SHA-256 of its file, in hexadecimal digits' })
  sha256?: string | null;
}

export class MandateLetterRequest {
  @CalendarDay({ description: 'Day of the letter' })
  date: string;

  @Text({ max: 200, optional: true, description: 'Reference of the letter' })
  reference?: string | null;
}

/** One of the two. */
export class MandateRequest {
  @Part(() => MandateDocumentRequest, { optional: true })
  document?: MandateDocumentRequest | null;

  @Part(() => MandateLetterRequest, { optional: true, description: 'Known by letter of …' })
  knownByLetterOf?: MandateLetterRequest | null;
}

export class InvestorInvitationRequest implements InvestorToInvite {
  @EmailAddress({ personal: true, description: 'Work address' })
  email: string;

  @Text({ max: LONGEST_NAME, optional: true, personal: true })
  name?: string | null;

  @Choice(LANGUAGES, { description: 'The language of the mail and, until it is changed, of the account' })
  language: Language;

  @Text({
    max: LONGEST_NAME,
    optional: true,
    personal: true,
    description: 'Office or capacity in the organisation; a representative has one',
  })
  office?: string | null;

  @Choice(INVESTOR_ROLES, {
    optional: true,
    description: 'Officers invite representatives, and those invite editors; may be left out',
  })
  role?: InvestorRole | null;

  @Part(() => MandateRequest, { optional: true, description: 'Of a representative' })
  mandate?: MandateRequest | null;
}

export class AcceptanceRequest {
  @Text({ max: 200, description: 'What stands behind # in the link' })
  token: string;

  @Text({ max: LONGEST_NAME, optional: true, personal: true, description: 'Of a new account' })
  name?: string | null;

  @Choice(LANGUAGES, { optional: true, description: 'Of a new account' })
  language?: Language | null;

  @SecretText({ max: 200, optional: true, description: 'Of a new account: 12 to 200 characters of any kind' })
  password?: string | null;
}

export class InvitationsQuery extends PageQuery {
  @Choice(INVITATION_STATES, { optional: true })
  state?: InvitationState | null;

  @RecordReference({ optional: true, description: 'Of one organisation' })
  organisationId?: string | null;
}
