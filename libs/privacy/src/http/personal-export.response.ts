import { LocalizedTextResponse } from '@app/platform';
import { NameInWordsResponse, RequestSubjectResponse } from './data-requests.response';

export class ExportedRequestResponse {
  id: string;
  kind: 'access' | 'rectification' | 'opposition' | 'erasure';
  receivedOn: string;
}

export class ExportedNameResponse {
  value: string;
  language: 'ar' | 'fr' | 'en' | null;
  preferred: boolean;
}

export class ExportedSignatureResponse {
  agreementId: string;
  reference: string;
  title: LocalizedTextResponse;
  version: number;
  current: boolean;
  role: string;
  capacity: string | null;
  note: string | null;
}

/** What was done, when, and to which record. */
export class ExportedEntryResponse {
  id: string;
  at: string;
  action: string;
  subjectType: string;
  subjectId: string;
}

export class ExportedPersonResponse {
  id: string;

  /** Records of the same person that were merged into this one; what they say is taken together. */
  mergedIds: string[];
  names: ExportedNameResponse[];
  note: string | null;
  erasedAt: string | null;
  signatures: ExportedSignatureResponse[];
  namedInWords: NameInWordsResponse[];
  entries: ExportedEntryResponse[];
}

export class ExportedScopeResponse {
  kind: 'country' | 'regions' | 'sectors' | 'organisation';
  codes?: string[];
  organisationId?: string;
}

export class ExportedGrantResponse {
  role: string;
  scope: ExportedScopeResponse;
}

export class ExportedProfileResponse {
  id: string;
  email: string;
  name: string | null;
  language: 'ar' | 'fr' | 'en';
  kind: 'staff' | 'investor';
  active: boolean;
  demonstration: boolean;
  erasedAt: string | null;
  grants: ExportedGrantResponse[];
}

export class ExportedSessionResponse {
  createdAt: string;
  lastSeenAt: string;
  expiresAt: string;
  /** The network, not the address. */
  address: string | null;
  agent: string | null;
}

/** A token by the name its holder gave it. */
export class ExportedTokenResponse {
  name: string;
  permissions: string[];
  createdAt: string;
  expiresAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
}

/** A view of a list by the name its holder gave it. */
export class ExportedViewResponse {
  list: string;
  name: string;
  query: string;
  savedAt: string;
}

/** What a provider of identities calls the holder. */
export class ExportedProviderIdentityResponse {
  issuer: string;
  subject: string;
  linkedAt: string;
}

export class ExportedInvitationResponse {
  email: string | null;
  name: string | null;
  office: string | null;
  state: string;
  issuedAt: string;
}

export class ExportedPositionResponse {
  id: string;
  names: LocalizedTextResponse;
  as: 'holder' | 'delegate';
}

export class ExportedMailResponse {
  messageId: string;
  subject: string;
  topic: string;
  sentAt: string;
}

export class ExportedAccountResponse {
  account: ExportedProfileResponse;
  sessions: ExportedSessionResponse[];
  tokens: ExportedTokenResponse[];
  views: ExportedViewResponse[];

  /** When the second factor was enrolled; its secret is handed to nobody. */
  secondFactorSince: string | null;

  providerIdentities: ExportedProviderIdentityResponse[];
  invitations: ExportedInvitationResponse[];
  positions: ExportedPositionResponse[];
  mails: ExportedMailResponse[];
  entriesByThem: ExportedEntryResponse[];
  entriesAboutThem: ExportedEntryResponse[];
}

/** Everything the register holds about whoever a request is about. */
export class PersonalExportResponse {
  request: ExportedRequestResponse;
  subject: RequestSubjectResponse;
  madeAt: string;
  person: ExportedPersonResponse | null;
  account: ExportedAccountResponse | null;
}
