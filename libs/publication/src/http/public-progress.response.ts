import { ApiProperty } from '@nestjs/swagger';
import { PUBLIC_STATUSES, type PublicStatus } from '../domain/public-status';
import { BANDS, type Band, STAGES, type Stage } from '../use-cases/public-words';
import { PublicFigureResponse } from './public-summary.response';

/** A part of a whole, with both and the rows of both. */
export class PublicRateResponse {
  numerator: PublicFigureResponse;
  denominator: PublicFigureResponse;

  @ApiProperty({ type: Number, nullable: true, description: 'Null where the denominator is 0' })
  value: number | null;
}

/** What must agree before two figures may be added. */
export class PublicAxesResponse {
  unit: string;
  relation: string;
  stability: string;
  basis: string;
  level: string;
}

export class PublicBandResponse {
  @ApiProperty({ type: String, enum: BANDS })
  band: Band;

  accepted: PublicFigureResponse;
  commitments: PublicFigureResponse;
}

/** What was promised and accepted of one kind and one set of axes. */
export class PublicProgressSumResponse {
  kind: string;
  axes: PublicAxesResponse;
  promised: PublicFigureResponse;

  /** With a promised figure. */
  commitments: PublicFigureResponse;

  /** Of the figures accepted last; none where none was accepted. */
  accepted: PublicFigureResponse;

  /** Of which a figure was accepted. */
  withAccepted: PublicFigureResponse;

  /** Who stands behind the accepted figures; the parts make the whole. */
  @ApiProperty({ type: () => [PublicBandResponse] })
  bands: readonly PublicBandResponse[];

  /** Accepted of promised. */
  delivered: PublicRateResponse;
}

export class PublicReachedSumResponse {
  kind: string;
  axes: PublicAxesResponse;
  commitments: PublicFigureResponse;

  /** What was promised by those that reached the stage. */
  reached: PublicFigureResponse;
  ofAll: PublicRateResponse;
}

export class PublicFunnelStepResponse {
  @ApiProperty({ type: String, enum: STAGES })
  stage: Stage;

  here: PublicFigureResponse;

  /** Here or further. */
  reached: PublicFigureResponse;
  agreements: PublicFigureResponse;

  /** Of the stage before, in commitments; null at the first. */
  ofPrevious: PublicRateResponse | null;
  ofAll: PublicRateResponse;

  @ApiProperty({ type: () => [PublicReachedSumResponse] })
  sums: readonly PublicReachedSumResponse[];
}

export class PublicOutcomeResponse {
  @ApiProperty({ type: String, enum: PUBLIC_STATUSES })
  status: PublicStatus;

  commitments: PublicFigureResponse;
}

export class PublicCohortResponse {
  @ApiProperty({ type: 'integer' })
  year: number;

  /** Without what was taken back. */
  commitments: PublicFigureResponse;

  @ApiProperty({ type: () => [PublicOutcomeResponse] })
  outcomes: readonly PublicOutcomeResponse[];

  /** Kept, in time or late, of those settled; null where the statuses chosen leave out a part of these. */
  kept: PublicRateResponse | null;

  @ApiProperty({ type: () => [PublicProgressSumResponse] })
  sums: readonly PublicProgressSumResponse[];
}

/** The ids of the definitions of each part. */
export class PublicProgressDefinitionsResponse {
  delivered: string;
  funnel: string;
  closeOut: string;
  kept: string;
}

export class PublicProgressResponse {
  @ApiProperty({ type: String, format: 'date' })
  asOf: string;

  definitions: PublicProgressDefinitionsResponse;

  @ApiProperty({ type: () => [PublicProgressSumResponse] })
  delivered: readonly PublicProgressSumResponse[];

  /** From the announcement to the delivery. */
  @ApiProperty({ type: () => [PublicFunnelStepResponse] })
  funnel: readonly PublicFunnelStepResponse[];

  /** By the year of the deadline. */
  @ApiProperty({ type: () => [PublicCohortResponse] })
  closeOut: readonly PublicCohortResponse[];
}
