import { ApiProperty } from '@nestjs/swagger';
import { AllowedActionResponse, AsOfResponse, LocalizedTextResponse, PageResponse } from '@app/platform';
import { DELIVERY_STATUSES, type DeliveryStatus } from '../domain/derive-status';
import { OUTCOMES, type Outcome } from '../domain/settlement';
import { BurnUpResponse, ClocksResponse, DeliveryFlagsResponse, ForecastResponse } from './delivery.response';

export class CommitmentQuantityResponse {
  qualifier: 'exactly' | 'at_least' | 'more_than' | 'about' | 'up_to' | 'not_stated';

  /** Null where the paper gives words only. */
  value: number | null;

  /** What is counted, or an ISO 4217 code for money. */
  unit: string;

  relation: 'direct' | 'indirect' | 'both' | 'not_stated';
  stability: 'stable' | 'not_stated';
  basis: 'new' | 'additional' | 'headcount_level' | 'site_capacity' | 'not_stated';
  level: 'firm' | 'programme' | 'capacity';

  /** The paper's own words, where they say more or less than the value. */
  stated: string | null;
}

export class CommitmentBaselineResponse {
  value: number;
  unit: string;
  note: string | null;
}

export class CommitmentDeadlineResponse {
  /** As published: `2029`, `2026-06`, `2025-H2`, `2025-04-15`. */
  stated: string;

  precision: 'day' | 'range' | 'month' | 'half_year' | 'year';

  /** The last day that the statement includes. */
  @ApiProperty({ type: String, format: 'date' })
  lastDay: string;
}

export class CommitmentPartyResponse {
  id: string;

  /** Null for parties that the papers describe and do not name. */
  organisationId: string | null;

  role: string;
  names: LocalizedTextResponse;
}

export class AgreementOfCommitmentResponse {
  id: string;
  reference: string;
  title: LocalizedTextResponse;
  legalState: string;
}

export class CommitmentPlaceResponse {
  /** `regions`, `nationwide` or `not_stated`. */
  scope: string;

  regionCodes: string[];
  cities: string[];
  zoneIds: string[];
  note: string | null;
}

export class CommitmentMilestoneResponse {
  id: string;

  /** `published`, `agreed` with the obligor, or `set` by the ministry; only the first is a promise. */
  standing: string;

  title: LocalizedTextResponse;
  quantity: CommitmentQuantityResponse | null;
  deadline: CommitmentDeadlineResponse;

  @ApiProperty({ type: String, enum: DELIVERY_STATUSES })
  status: DeliveryStatus;
}

export class CommitmentResponse {
  id: string;
  agreement: AgreementOfCommitmentResponse;

  /** All parties of the agreement. */
  parties: CommitmentPartyResponse[];

  /** The party that owes the commitment; null where the papers do not say. */
  obligor: CommitmentPartyResponse | null;

  kind: string;
  title: LocalizedTextResponse;

  /** `quantity`, `completion` or `ongoing`. */
  measure: string;

  quantity: CommitmentQuantityResponse | null;

  /** What the figure comes on top of. */
  baseline: CommitmentBaselineResponse | null;

  deadline: CommitmentDeadlineResponse | null;

  /** Why there is no deadline; null when there is one. */
  deadlineAbsence: string | null;

  place: CommitmentPlaceResponse;
  milestones: CommitmentMilestoneResponse[];

  @ApiProperty({
    type: String,
    enum: DELIVERY_STATUSES,
    description: 'Derived today from facts',
  })
  status: DeliveryStatus;

  /** What was decided about it, also while its agreement is suspended; null when nothing was. */
  @ApiProperty({ type: String, enum: OUTCOMES, nullable: true })
  decision: Outcome | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Days until the last day, negative once it is past; null without a deadline',
  })
  daysLeft: number | null;

  note: string | null;
}

export class StatedDeadlineResponse {
  stated: string;

  @ApiProperty({ type: String, format: 'date' })
  lastDay: string;
}

export class CommitmentDeadlineMoveResponse {
  @ApiProperty({ type: 'integer' })
  number: number;

  old: StatedDeadlineResponse | null;
  new: StatedDeadlineResponse | null;

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

  /** The version of the agreement that moved it. */
  @ApiProperty({ type: 'integer' })
  versionNumber: number;
}

export class CitedSourceResponse {
  id: string;
  url: string;
  title: string | null;
}

export class CommitmentCitationResponse {
  id: string;

  /** Which fact of the commitment the source speaks of. */
  field: string;

  /** What this source says; null when it backs the record as it stands. */
  stated: string | null;

  /** Where in the source; null when nobody noted it. */
  locator: string | null;

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'On which day somebody read it there',
  })
  readOn: string | null;

  /** Whether the register follows this source. */
  adopted: boolean;

  note: string | null;
  source: CitedSourceResponse;
}

/** What a source says beside what the register follows. */
export class ReportedBesideResponse {
  citationId: string;
  field: string;
  stated: string;
  locator: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  readOn: string | null;

  source: CitedSourceResponse;
}

export class ReschedulingResponse {
  @ApiProperty({ type: 'integer' })
  times: number;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Days that amendments and suspensions moved it, in sum; null without a deadline',
  })
  days: number | null;
}

export class CommitmentRecordResponse extends CommitmentResponse {
  /** That of its agreement: a decision about the promise names it in `If-Match`. */
  @ApiProperty({ type: 'integer' })
  revision: number;

  /** The deadline as it was first stated; it never changes or disappears. */
  firstDeadline: CommitmentDeadlineResponse | null;

  rescheduled: ReschedulingResponse;

  /** Every move of the deadline, in order. */
  deadlineMoves: CommitmentDeadlineMoveResponse[];

  /** What was published on this commitment, contradicting claims included. */
  citations: CommitmentCitationResponse[];

  /** Claims of sources that the register does not follow. */
  alsoReported: ReportedBesideResponse[];

  clocks: ClocksResponse;
  flags: DeliveryFlagsResponse;
  forecast: ForecastResponse;
  burnUp: BurnUpResponse;

  /** What the caller may do about the promise now, or why not. */
  @ApiProperty({ type: [AllowedActionResponse] })
  allowedActions: AllowedActionResponse[];

  /** Said with what is told of the past. */
  asOf?: AsOfResponse;
}

export class CommitmentPageResponse extends PageResponse {
  items: CommitmentResponse[];

  /** Said with what is told of the past. */
  asOf?: AsOfResponse;
}
