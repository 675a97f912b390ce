import { ApiProperty } from '@nestjs/swagger';
import { LocalizedTextResponse } from '@app/platform';
import { PUBLIC_STATUSES, type PublicStatus } from '../domain/public-status';
import { COMPLETION_STAGES, type CompletionStage } from '../use-cases/public-words';

/** A date as published, with what is derived from it. */
export class PublicDateResponse {
  /** As published: `2029`, `2026-06`, `2025-H2`, `2025-04-15`. */
  stated: string;

  precision: 'day' | 'range' | 'month' | 'half_year' | 'year';

  /** The last day that the statement includes. */
  @ApiProperty({ type: String, format: 'date' })
  lastDay: string;
}

export class PublicDeadlineResponse extends PublicDateResponse {
  @ApiProperty({ type: 'integer', description: 'Days until the last day, negative once it is past' })
  daysLeft: number;
}

export class PublicAmountResponse {
  value: number;
  currency: string;
  qualifier: string;
}

/** A promised figure with its axes: two figures add only when unit, relation, stability, basis and level agree. */
export class PublicQuantityResponse {
  qualifier: string;

  /** Null where the paper gives words only. */
  value: number | null;

  /** What is counted, or an ISO 4217 code for money; null where the paper does not say. */
  unit: string | null;

  relation: string;
  stability: string;
  basis: string;
  level: string;

  /** The paper's own words, where they say more or less than the value. */
  stated: string | null;
}

export class PublicBaselineResponse {
  value: number;
  unit: string;
}

export class PublicPlaceResponse {
  /** `regions`, `nationwide` or `not_stated`. */
  scope: string;

  regionCodes: string[];
  cities: string[];
  zoneIds: string[];
}

export class PublicPartyResponse {
  id: string;
  role: string;

  /** Null for parties that the papers describe and do not name. */
  organisationId: string | null;

  names: LocalizedTextResponse;
}

export class PublicReschedulingResponse {
  @ApiProperty({ type: 'integer', description: 'How often amendments and suspensions moved the deadline' })
  times: number;

  @ApiProperty({ type: 'integer', nullable: true, description: 'By how many days in sum' })
  days: number | null;
}

export class PublicStatedDayResponse {
  stated: string;

  @ApiProperty({ type: String, format: 'date' })
  lastDay: string;
}

export class PublicDeadlineMoveResponse {
  old: PublicStatedDayResponse | null;
  new: PublicStatedDayResponse | null;

  @ApiProperty({
    type: String,
    enum: ['amendment', 'completion', 'rectification', 'suspension'],
    description: 'Only amendments and suspensions move a promise; a rectification is our recording error',
  })
  act: string;

  @ApiProperty({ type: String, format: 'date' })
  effectiveOn: string;

  @ApiProperty({ type: String, format: 'date' })
  recordedOn: string;
}

export class PublicMilestoneResponse {
  id: string;

  /** `published`, `agreed` with the obligor, or `set` by the ministry; only the first is a promise. */
  standing: string;

  title: LocalizedTextResponse;
  quantity: PublicQuantityResponse | null;
  deadline: PublicDeadlineResponse;
  deadlineMoves: PublicDeadlineMoveResponse[];

  @ApiProperty({ type: String, enum: PUBLIC_STATUSES })
  status: PublicStatus;
}

export class PublicInstrumentResponse {
  id: string;
  reference: string;
  title: LocalizedTextResponse;
}

/** What whoever promised says about an adverse word. */
export class PublicReplyResponse {
  /** Null where nobody replied. */
  text: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  on: string | null;

  /** The day on which they were told. */
  @ApiProperty({ type: String, format: 'date' })
  noticeOf: string;
}

/** What a verifier accepted of a promise. */
export class PublicVerifiedFigureResponse {
  @ApiProperty({ type: String, format: 'date', description: 'The day for which it holds' })
  asOf: string;

  /** In the unit of the promise; null for a promise without a number. */
  value: number | null;

  @ApiProperty({
    type: String,
    enum: COMPLETION_STAGES,
    nullable: true,
    description: 'How far a promise measured by completion has come; null for all others',
  })
  stage: CompletionStage | null;
}

/** A promise, and how it stands today. */
export class PublicPromiseResponse {
  id: string;
  kind: string;
  title: LocalizedTextResponse;

  /** `quantity`, `completion` or `ongoing`. */
  measure: string;

  quantity: PublicQuantityResponse | null;

  /** What the figure comes on top of. */
  baseline: PublicBaselineResponse | null;

  /** The party that owes it; null where the papers do not say. */
  obligor: PublicPartyResponse | null;

  deadline: PublicDeadlineResponse | null;

  /** Why there is no deadline; null when there is one. */
  deadlineAbsence: string | null;

  /** The deadline as it was first stated; it never changes or disappears. */
  firstDeadline: PublicDateResponse | null;

  rescheduled: PublicReschedulingResponse;
  deadlineMoves: PublicDeadlineMoveResponse[];
  place: PublicPlaceResponse;

  /** Dated interim targets that the papers publish. */
  milestones: PublicMilestoneResponse[];

  /** Interim targets agreed with the obligor or set by the ministry, which nobody promised in public. */
  otherMilestones: PublicMilestoneResponse[];

  @ApiProperty({
    type: String,
    enum: PUBLIC_STATUSES,
    description: 'Derived today; one word of blame is in it, said after the right of reply',
  })
  status: PublicStatus;

  /** Beside words that rest on it: the figure that reached the target first, else the last one; null beside all others. */
  verified: PublicVerifiedFigureResponse | null;

  /** Beside that word: when they were told, and what they say; null beside all others. */
  reply: PublicReplyResponse | null;
}
