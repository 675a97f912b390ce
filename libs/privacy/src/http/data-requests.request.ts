import type { CalendarDate } from '@app/kernel';
import { CalendarDay, Choice, Flag, PageQuery, Part, RecordReference, Text } from '@app/platform';
import {
  DATA_REQUEST_KINDS,
  DATA_REQUEST_STATES,
  DECISIONS,
  type DataRequestCorrection,
  type DataRequestKind,
  type DataRequestState,
  type DataRequestToRecord,
  type DecisionOutcome,
  type DecisionToTake,
  IDENTITY_CHECKS,
  type IdentityCheckKind,
} from '../domain/data-request';

export class RequesterRequest {
  @Text({ max: 200, personal: true })
  name: string;

  @Text({ max: 500, optional: true, personal: true, description: 'Where the answer goes' })
  contact?: string | null;

  @Text({ optional: true, personal: true, description: 'What they ask, in their words' })
  words?: string | null;
}

export class IdentityCheckRequest {
  @Choice(IDENTITY_CHECKS, { description: 'No copy of a paper is kept' })
  how: IdentityCheckKind;

  @CalendarDay()
  on: CalendarDate;
}

export class DataRequestRequest implements DataRequestToRecord {
  @Choice(DATA_REQUEST_KINDS)
  kind: DataRequestKind;

  @Part(() => RequesterRequest, { description: 'Anybody, with or without an account' })
  requester: RequesterRequest;

  @CalendarDay({ description: 'The day on which it arrived' })
  receivedOn: CalendarDate;

  @RecordReference({ optional: true, description: 'The person of the register whose data it is about' })
  personId?: string | null;

  @RecordReference({ optional: true, description: 'The account whose data it is about' })
  accountId?: string | null;

  @Part(() => IdentityCheckRequest, { optional: true })
  identityCheck?: IdentityCheckRequest | null;
}

/** What is left out stays as it is. */
export class DataRequestCorrectionRequest implements DataRequestCorrection {
  @RecordReference({ optional: true })
  personId?: string | null;

  @RecordReference({ optional: true })
  accountId?: string | null;

  @Part(() => IdentityCheckRequest, { optional: true })
  identityCheck?: IdentityCheckRequest | null;
}

export class DecisionRequest implements DecisionToTake {
  @Choice(DECISIONS)
  outcome: DecisionOutcome;

  @Text({ max: 2000, optional: true, personal: true, description: 'Needed unless all of it is granted' })
  reason?: string | null;

  @Flag({
    optional: true,
    description: 'An erasure takes the names in public acts too, which are kept unless it is decided here',
  })
  erasesPublicNames?: boolean | null;
}

export class DataRequestsQuery extends PageQuery {
  @Choice(DATA_REQUEST_KINDS, { optional: true })
  kind?: DataRequestKind | null;

  @Choice(DATA_REQUEST_STATES, { optional: true })
  state?: DataRequestState | null;

  @Flag({ optional: true, description: 'Only those whose day is over and that are not answered' })
  overdue?: boolean | null;
}
