import { ApiProperty } from '@nestjs/swagger';
import { LocalizedTextResponse } from '@app/platform';
import { DELIVERY_STATUSES, type DeliveryStatus } from '../domain/derive-status';
import { EVIDENCE_BANDS, type EvidenceBand } from '../domain/evidence-rank';
import { FUNNEL_STAGES, type FunnelStage } from '../domain/progress-summary';

/** What must agree before two figures may be added. */
export class FigureAxesResponse {
  unit: string;
  relation: string;
  stability: string;
  basis: string;
  level: string;
}

/** A part of a whole, with both. */
export class RateResponse {
  numerator: number;
  denominator: number;

  @ApiProperty({ type: Number, nullable: true, description: 'Null where the denominator is 0' })
  value: number | null;
}

export class BandSumResponse {
  @ApiProperty({ type: String, enum: EVIDENCE_BANDS })
  band: EvidenceBand;

  names: LocalizedTextResponse;
  accepted: number;

  @ApiProperty({ type: 'integer' })
  commitments: number;
}

/** What was promised and accepted of one kind and one set of axes. */
export class ProgressSumResponse {
  kind: string;
  axes: FigureAxesResponse;
  promised: number;

  @ApiProperty({ type: 'integer', description: 'Commitments with a promised figure' })
  commitments: number;

  accepted: number;

  @ApiProperty({ type: 'integer', description: 'Commitments of which a figure was accepted' })
  withAccepted: number;

  /** Who stands behind the accepted figures; the parts make the whole. */
  @ApiProperty({ type: () => [BandSumResponse] })
  bands: readonly BandSumResponse[];

  /** Accepted of promised. */
  delivered: RateResponse;
}

export class CountsOfStageResponse {
  @ApiProperty({ type: 'integer' })
  commitments: number;

  @ApiProperty({ type: 'integer', description: 'Agreements, each where its furthest commitment stands' })
  agreements: number;
}

export class ReachedSumResponse {
  kind: string;
  axes: FigureAxesResponse;

  @ApiProperty({ type: 'integer' })
  commitments: number;

  /** What was promised by those that reached the stage. */
  reached: number;
  ofAll: RateResponse;
}

export class FunnelStepResponse {
  @ApiProperty({ type: String, enum: FUNNEL_STAGES })
  stage: FunnelStage;

  names: LocalizedTextResponse;
  here: CountsOfStageResponse;

  /** Here or further. */
  reached: CountsOfStageResponse;

  /** Of the stage before, in commitments; null at the first. */
  ofPrevious: RateResponse | null;
  ofAll: RateResponse;

  @ApiProperty({ type: () => [ReachedSumResponse] })
  sums: readonly ReachedSumResponse[];
}

export class OutcomeCountResponse {
  @ApiProperty({ type: String, enum: DELIVERY_STATUSES })
  status: DeliveryStatus;

  @ApiProperty({ type: 'integer' })
  commitments: number;
}

export class CohortResponse {
  @ApiProperty({ type: 'integer' })
  year: number;

  @ApiProperty({ type: 'integer' })
  commitments: number;

  @ApiProperty({ type: () => [OutcomeCountResponse] })
  outcomes: readonly OutcomeCountResponse[];

  /** Kept, in time or late, of those due or settled. */
  kept: RateResponse;

  @ApiProperty({ type: () => [ProgressSumResponse] })
  sums: readonly ProgressSumResponse[];
}

export class ProgressDefinitionsResponse {
  delivered: LocalizedTextResponse;
  funnel: LocalizedTextResponse;
  closeOut: LocalizedTextResponse;
}
