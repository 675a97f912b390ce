import { ApiProperty } from '@nestjs/swagger';
import { LocalizedTextResponse } from '@app/platform';
import { DELIVERY_STATUSES, type DeliveryStatus } from '../domain/derive-status';
import {
  CohortResponse,
  FigureAxesResponse,
  FunnelStepResponse,
  ProgressDefinitionsResponse,
  ProgressSumResponse,
} from './progress.response';
import { PLACE_GROUPS, type PlaceGroup } from '../domain/promised-summary';

export class NotYetSignedResponse {
  total: number | null;

  @ApiProperty({ type: 'integer' })
  commitments: number;
}

export class PromisedTotalResponse {
  kind: string;
  axes: FigureAxesResponse;

  /** Null where figures do not add at all, as percentages. */
  total: number | null;

  @ApiProperty({ type: 'integer', description: 'Commitments with a figure in this total' })
  commitments: number;

  @ApiProperty({ type: 'integer', description: 'Agreements they stand in' })
  agreements: number;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'How many of them the papers qualify, and how',
    example: { exactly: 12, more_than: 2 },
  })
  qualifiers: Record<string, number>;

  @ApiProperty({ type: 'integer', description: 'Commitments given in words only; they add nothing' })
  withoutValue: number;

  /** The part that comes from instruments nobody has signed. */
  notYetSigned: NotYetSignedResponse;
}

/** Firm promises, programmes that contain them, and capacities of sites: never added to each other. */
export class PromisedByLevelResponse {
  firm: PromisedTotalResponse[];
  programme: PromisedTotalResponse[];
  capacity: PromisedTotalResponse[];
}

export class PromisedInYearResponse {
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Year of the last day; null without a deadline',
  })
  year: number | null;

  promised: PromisedByLevelResponse;
}

export class RegionOfSummaryResponse {
  code: string;
  names: LocalizedTextResponse;
}

export class PromisedInPlaceResponse {
  @ApiProperty({ type: String, enum: PLACE_GROUPS, description: 'One over several regions is never split' })
  place: PlaceGroup;

  region: RegionOfSummaryResponse | null;
  promised: PromisedByLevelResponse;
}

/** Every commitment is in exactly one of the six parts. */
export class SummaryCoverageResponse {
  @ApiProperty({ type: 'integer' })
  commitments: number;

  @ApiProperty({ type: 'integer', description: 'With a figure that is in the totals' })
  counted: number;

  @ApiProperty({ type: 'integer', description: 'With a figure in words only' })
  withoutValue: number;

  @ApiProperty({ type: 'integer', description: 'Measured by completion or ongoing' })
  withoutFigure: number;

  @ApiProperty({ type: 'integer', description: 'Already counted by a linked instrument' })
  countedElsewhere: number;

  @ApiProperty({ type: 'integer', description: 'In instruments that lapsed, were terminated or replaced' })
  noLongerPromised: number;

  @ApiProperty({ type: 'integer', description: 'Taken back by a decision, in instruments that stand' })
  cancelledOrWaived: number;
}

export class StatusCountResponse {
  @ApiProperty({ type: String, enum: DELIVERY_STATUSES })
  status: DeliveryStatus;

  names: LocalizedTextResponse;

  @ApiProperty({ type: 'integer' })
  commitments: number;
}

export class InstrumentOfSummaryResponse {
  id: string;
  reference: string;
  title: LocalizedTextResponse;
}

/** A link that decided which figure counts. */
export class DecidingLinkResponse {
  id: string;

  @ApiProperty({ type: String, enum: ['agreements', 'promises'], description: 'What it links' })
  between: 'agreements' | 'promises';

  kind: string;
}

export class CountedElsewhereResponse {
  commitmentId: string;
  agreement: InstrumentOfSummaryResponse;

  /** The linked instrument, signed last, whose figure counts. */
  countedIn: InstrumentOfSummaryResponse;

  /** The promise that counts in its place, where a link between promises decided. */
  countedCommitmentId: string | null;

  /** The links that decided, from this figure to the one that counts. */
  @ApiProperty({ type: () => [DecidingLinkResponse] })
  decidedBy: readonly DecidingLinkResponse[];

  kind: string;
  axes: FigureAxesResponse;
  qualifier: string;
  value: number | null;
}

export class SummaryResponse {
  @ApiProperty({ type: String, format: 'date', description: 'The business date of the statuses' })
  asOf: string;

  /** How the totals are made. */
  definition: LocalizedTextResponse;

  coverage: SummaryCoverageResponse;
  promised: PromisedByLevelResponse;
  byDeadlineYear: PromisedInYearResponse[];
  byRegion: PromisedInPlaceResponse[];
  statuses: StatusCountResponse[];

  /** The first 200 figures that a linked instrument already counts. */
  countedElsewhere: CountedElsewhereResponse[];

  /** What each part of progress means. */
  definitions: ProgressDefinitionsResponse;

  /** Accepted of promised, with who stands behind it; each set of axes for itself. */
  @ApiProperty({ type: () => [ProgressSumResponse] })
  delivered: readonly ProgressSumResponse[];

  /** From the announcement to the delivery. */
  @ApiProperty({ type: () => [FunnelStepResponse] })
  funnel: readonly FunnelStepResponse[];

  /** By the year of the deadline. */
  @ApiProperty({ type: () => [CohortResponse] })
  closeOut: readonly CohortResponse[];
}
