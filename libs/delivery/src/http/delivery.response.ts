import { ApiProperty } from '@nestjs/swagger';
import { LocalizedTextResponse } from '@app/platform';
import {
  EVIDENCE_BANDS,
  EVIDENCE_RANKS,
  type EvidenceBand,
  type EvidenceRank,
} from '../domain/evidence-rank';

const DAY = { type: String, format: 'date' } as const;
const DAY_OR_NULL = { ...DAY, nullable: true } as const;
const NUMBER_OR_NULL = { type: Number, nullable: true } as const;

export class ClaimClockResponse {
  @ApiProperty(DAY)
  asOf: string;

  value: number;

  @ApiProperty({ ...NUMBER_OR_NULL, description: 'Of the target, from 0; null where there is none' })
  share: number | null;
}

export class EvidenceClockResponse extends ClaimClockResponse {
  @ApiProperty({ type: String, enum: EVIDENCE_RANKS })
  rank: EvidenceRank;

  @ApiProperty({ type: String, enum: EVIDENCE_BANDS })
  band: EvidenceBand;
}

export class OriginalClockResponse {
  @ApiProperty({ ...DAY, description: 'The last day as it was first stated' })
  lastDay: string;

  @ApiProperty({ type: 'integer', description: 'Negative once it has passed' })
  daysLeft: number;

  @ApiProperty({ type: String, enum: ['met', 'met_late', 'ahead', 'passed'] })
  standing: string;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Days between it and the present deadline' })
  movedDays: number | null;
}

/** What is claimed, what is proven, and how it stands against the date that was first stated. */
export class ClocksResponse {
  @ApiProperty({
    type: ClaimClockResponse,
    nullable: true,
    description: 'The last claim that the caller may read',
  })
  claim: ClaimClockResponse | null;

  @ApiProperty({ type: EvidenceClockResponse, nullable: true, description: 'The last accepted value' })
  evidence: EvidenceClockResponse | null;

  @ApiProperty({ type: OriginalClockResponse, nullable: true })
  original: OriginalClockResponse | null;
}

export class ReschedulingFlagResponse {
  @ApiProperty({ type: 'integer' })
  times: number;

  @ApiProperty({ type: 'integer', nullable: true })
  days: number | null;
}

/** What stands beside the status and changes none. */
export class DeliveryFlagsResponse {
  @ApiProperty({ ...DAY_OR_NULL, description: 'The end of grace of the oldest report that is owed' })
  reportLateSince: string | null;

  @ApiProperty({ type: ReschedulingFlagResponse, nullable: true })
  rescheduled: ReschedulingFlagResponse | null;

  @ApiProperty({
    ...DAY_OR_NULL,
    description: 'Nine months after the last accepted value, or after reports were first asked for',
  })
  staleSince: string | null;

  @ApiProperty({
    type: String,
    enum: EVIDENCE_RANKS,
    nullable: true,
    description: 'The strongest that was accepted',
  })
  evidence: EvidenceRank | null;

  disputed: boolean;

  /** Duties of the State that the last accepted report names, by the id of a commitment or in its words. */
  blockedBy: string[];
}

export class PaceResponse {
  /** Units a month. */
  now: number;

  @ApiProperty({
    ...NUMBER_OR_NULL,
    description: 'Units a month from the last accepted value to the last day',
  })
  needed: number | null;
}

/** When the target is reached at the present pace: a range and never a day, or why there is none. */
export class ForecastResponse {
  @ApiProperty({
    type: String,
    enum: ['nothing_to_reach', 'not_enough_reports', 'reached', 'never_at_this_pace', 'range'],
  })
  kind: string;

  sentence: LocalizedTextResponse;

  @ApiProperty({ type: LocalizedTextResponse, nullable: true, description: 'How it was made' })
  method: LocalizedTextResponse | null;

  @ApiProperty({ ...DAY_OR_NULL, description: 'The day of the accepted value by which it was reached' })
  reachedOn: string | null;

  @ApiProperty({ type: String, enum: ['standstill', 'falling', 'too_slow'], nullable: true })
  reason: string | null;

  @ApiProperty({ ...DAY_OR_NULL, description: 'The early end of the range' })
  from: string | null;

  @ApiProperty({
    ...DAY_OR_NULL,
    description: 'The late end; null beside an early one when it is further off than fifty years',
  })
  until: string | null;

  @ApiProperty({ ...DAY_OR_NULL, description: 'The day of the last accepted value, from which it counts' })
  asOf: string | null;

  @ApiProperty({ type: PaceResponse, nullable: true })
  pace: PaceResponse | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'How many accepted values made the pace' })
  observations: number | null;

  @ApiProperty({
    type: Boolean,
    nullable: true,
    description: 'Whether so few made it that the range is wide',
  })
  wide: boolean | null;

  @ApiProperty({
    ...NUMBER_OR_NULL,
    description: 'The share of simulated deliveries that such a range holds',
  })
  share: number | null;

  /** Whether it was likelier on two days in a row that the target is reached after the last day. */
  crossesDeadline: boolean;
}

export class BurnUpPointResponse {
  @ApiProperty(DAY)
  day: string;

  value: number;
}

export class AcceptedPointResponse extends BurnUpPointResponse {
  @ApiProperty({ type: String, enum: EVIDENCE_RANKS })
  rank: EvidenceRank;

  @ApiProperty({ ...DAY, description: 'When the register accepted it' })
  recordedOn: string;
}

export class ForecastBandResponse {
  from: BurnUpPointResponse;
  target: number;

  @ApiProperty(DAY)
  earliest: string;

  @ApiProperty(DAY_OR_NULL)
  latest: string | null;
}

/** What a chart of the delivery draws; points are in the order of their days. */
export class BurnUpResponse {
  @ApiProperty({
    type: String,
    enum: ['none', 'milestones', 'straight_assumption'],
    description: 'Steps of the milestones, or a straight line that nobody promised',
  })
  promisedLine: string;

  promised: BurnUpPointResponse[];
  claimed: BurnUpPointResponse[];
  accepted: AcceptedPointResponse[];

  @ApiProperty({ type: ForecastBandResponse, nullable: true })
  forecast: ForecastBandResponse | null;
}
