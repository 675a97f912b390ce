import { Choice, Part, RecordReference, Text, Whole } from '@app/platform';
import { type MergeChoices, SIDES, type Side } from '../domain/merge';

const LONGEST_REASON = 2000;

export class MergePreviewQuery {
  @RecordReference({ description: 'The record that stays' })
  into: string;
}

/** Which record is right where they contradict each other: `gone` is the one in the path, `kept` the one that stays. */
export class MergeChoicesRequest implements MergeChoices {
  @Choice(SIDES, { optional: true })
  kind?: Side | null;

  @Choice(SIDES, { optional: true })
  country?: Side | null;

  @Choice(SIDES, { optional: true })
  ice?: Side | null;
}

/** Says that the record in the path is another one, which stays. */
export class MergeRequest {
  @RecordReference({ description: 'The record that stays' })
  intoId: string;

  @Whole({ min: 1, description: 'The revision in which it was looked at' })
  intoRevision: number;

  @Text({ max: LONGEST_REASON })
  reason: string;
}

export class OrganisationMergeRequest extends MergeRequest {
  @Part(() => MergeChoicesRequest, { optional: true, description: 'One for each contradiction' })
  choices?: MergeChoicesRequest | null;
}

export class SeparationRequest {
  @Text({ max: LONGEST_REASON })
  reason: string;
}
