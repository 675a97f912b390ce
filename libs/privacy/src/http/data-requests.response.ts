import { PageResponse } from '@app/platform';

export class RequesterResponse {
  /** Null once erased. */
  name: string | null;
  contact: string | null;
  words: string | null;
}

export class RequestSubjectResponse {
  kind: 'person' | 'account' | 'unknown';
  id: string | null;
}

export class IdentityCheckResponse {
  how: 'known_account' | 'in_person' | 'work_address' | 'signed_letter' | 'mandate';
  on: string;
}

export class DecisionResponse {
  outcome: 'granted' | 'granted_in_part' | 'refused';
  reason: string | null;
  by: string;
  on: string;
  erasesPublicNames: boolean;
}

/** A request of somebody about their own data. */
export class DataRequestResponse {
  id: string;
  kind: 'access' | 'rectification' | 'opposition' | 'erasure';

  /** Open until it is decided, granted until it is carried out, closed. */
  state: 'open' | 'granted' | 'closed';

  requester: RequesterResponse;
  receivedOn: string;

  /** The last day on which it is answered in time. */
  dueOn: string;

  overdue: boolean;
  subject: RequestSubjectResponse;
  identityCheck: IdentityCheckResponse | null;
  decision: DecisionResponse | null;
  closedAt: string | null;

  /** When the requester was erased because the time of the request was over. */
  erasedAt: string | null;

  recordedBy: string;
  revision: number;
}

export class DataRequestPageResponse extends PageResponse {
  items: DataRequestResponse[];
}

export class NameInWordsResponse {
  agreementId: string;
  reference: string;
  version: number;
}

/** What an erasure erased, and what it left. */
export class CarriedOutErasureResponse {
  request: DataRequestResponse;

  /** Names, capacities and notes. */
  values: number;

  /** Values beside the audit trail, whose entries keep digests. */
  auditedValues: number;

  mails: number;

  /** The legal basis under which names in public acts stay; null when none stay. */
  namesKeptUnder: string | null;

  /** Versions of agreements whose notes or quotations hold the name. */
  namedInWords: NameInWordsResponse[];
}
