import { CalendarDay, Flag, PageQuery, Part, RecordReference, Text } from '@app/platform';
import type { PositionToKeep } from '../domain/position';

const LONGEST_NAME = 300;

export class PositionNamesRequest {
  @Text({ optional: true, min: 0, max: LONGEST_NAME })
  ar?: string | null;

  @Text({ optional: true, min: 0, max: LONGEST_NAME })
  fr?: string | null;

  @Text({ optional: true, min: 0, max: LONGEST_NAME })
  en?: string | null;
}

export class DelegationRequest {
  @RecordReference()
  accountId: string;

  @CalendarDay({ description: 'The first day' })
  from: string;

  @CalendarDay({ description: 'The last day' })
  until: string;
}

export class PositionRequest implements PositionToKeep {
  @Part(() => PositionNamesRequest, { description: 'At least one' })
  names: PositionNamesRequest;

  @RecordReference({ optional: true, description: 'The position above it' })
  superiorId?: string | null;

  @RecordReference({ optional: true, description: 'An active account of staff' })
  holderAccountId?: string | null;

  @Part(() => DelegationRequest, { optional: true, description: 'Who stands in for the holder, and when' })
  delegate?: DelegationRequest | null;
}

/** What is left out stays as it is; null takes superior, holder or delegate away. */
export class PositionChangeRequest implements PositionToKeep {
  @Part(() => PositionNamesRequest, { optional: true })
  names?: PositionNamesRequest | null;

  @RecordReference({ optional: true })
  superiorId?: string | null;

  @RecordReference({ optional: true, description: 'An active account of staff' })
  holderAccountId?: string | null;

  @Part(() => DelegationRequest, { optional: true })
  delegate?: DelegationRequest | null;
}

export class PositionsQuery extends PageQuery {
  @Text({ max: 200, optional: true, description: 'Words of a name, in any script' })
  q?: string | null;

  @Flag({ optional: true, description: 'Whether somebody holds it' })
  held?: boolean | null;

  @RecordReference({ optional: true })
  holderAccountId?: string | null;
}
