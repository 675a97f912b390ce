import { ApiProperty } from '@nestjs/swagger';
import type { LocalizedText } from '@app/kernel';
import { AllowedActionResponse, LocalizedTextResponse, PageResponse } from '@app/platform';
import { COUNTING_RULES, type CountingRule } from '../domain/counting-rule';
import { EVIDENCE_RANKS, type EvidenceRank } from '../domain/evidence-rank';
import { COMPLETION_STAGES, type CompletionStage } from '../domain/observation';
import {
  BREAKDOWN_AXES,
  type BreakdownAxis,
  OBSTACLE_KINDS,
  type ObstacleKind,
  REVIEW_OUTCOMES,
  type ReviewOutcome,
} from '../domain/report-content';
import { REPORT_STATES, type ReportState } from '../domain/report-workflow';

const DAY = { type: String, format: 'date' } as const;
const DAY_OR_NONE = { ...DAY, nullable: true } as const;

export class ReportedAgreementResponse {
  id: string;
  reference: string;
  title: LocalizedTextResponse;
}

/** The promise of which is reported. */
export class ReportedCommitmentResponse {
  id: string;
  title: LocalizedTextResponse;

  /** Null once a version dropped it. */
  measure: string | null;

  unit: string | null;

  /** What was promised. */
  target: number | null;

  /** From where the value counts; null without a figure, or where nobody said. */
  @ApiProperty({ type: String, enum: COUNTING_RULES, nullable: true })
  countingRule: CountingRule | null;

  baseline: number | null;
}

export class ReportingOrganisationResponse {
  id: string;

  @ApiProperty({ type: LocalizedTextResponse })
  names: LocalizedText;
}

export class ReportPeriodResponse {
  @ApiProperty(DAY_OR_NONE)
  from: string | null;

  @ApiProperty(DAY)
  until: string;
}

/** How long it waits for a decision. */
export class ReportWaitingResponse {
  @ApiProperty({ type: 'integer' })
  workingDays: number;

  /** Working days within which it should be decided. */
  @ApiProperty({ type: 'integer' })
  serviceDays: number;

  isOver: boolean;
}

export class ReportDecisionResponse {
  @ApiProperty(DAY)
  on: string;

  /** Null for investors. */
  by: string | null;

  reason: string | null;
}

/** The first of two verifiers; of the house only. */
export class FirstReviewResponse {
  by: string;
  value: number;
}

/** A report as lists show it. */
export class ListedReportResponse {
  id: string;

  @ApiProperty({ type: 'integer' })
  revision: number;

  agreement: ReportedAgreementResponse;
  commitment: ReportedCommitmentResponse;
  organisation: ReportingOrganisationResponse;
  period: ReportPeriodResponse;

  @ApiProperty({ type: String, enum: REPORT_STATES })
  state: ReportState;

  /** Null for one that nobody asked for. */
  @ApiProperty(DAY_OR_NONE)
  dueOn: string | null;

  /** The last day on which it is not missed. */
  @ApiProperty(DAY_OR_NONE)
  graceUntil: string | null;

  isLate: boolean;

  /** Whether an officer submitted it for the organisation. */
  onBehalf: boolean;

  correctsId: string | null;

  /** The correction that is under way, or took its place. */
  correctedById: string | null;

  @ApiProperty(DAY_OR_NONE)
  asOf: string | null;

  /** What whoever promised says; stays beside what was accepted. */
  claimedValue: number | null;

  acceptedValue: number | null;

  @ApiProperty(DAY_OR_NONE)
  submittedOn: string | null;

  /** Null for investors. */
  submittedBy: string | null;

  /** Null where nobody waits. */
  waiting: ReportWaitingResponse | null;

  firstReview: FirstReviewResponse | null;

  /** The last decision; null before there was one. */
  decision: ReportDecisionResponse | null;

  @ApiProperty(DAY)
  recordedOn: string;
}

export class ReportPageResponse extends PageResponse {
  @ApiProperty({ type: [ListedReportResponse] })
  items: readonly ListedReportResponse[];
}

export class ReportedPartResponse {
  key: string;
  value: number;
}

export class ReportedBreakdownResponse {
  @ApiProperty({ type: String, enum: BREAKDOWN_AXES })
  by: BreakdownAxis;

  partial: boolean;

  @ApiProperty({ type: [ReportedPartResponse] })
  parts: readonly ReportedPartResponse[];
}

export class ReportedObstacleResponse {
  @ApiProperty({ type: String, enum: OBSTACLE_KINDS })
  kind: ObstacleKind;

  text: string;
  commitmentId: string | null;
}

export class StatedEvidenceResponse {
  figure: string;
  kind: string;
}

export class ReportContentResponse {
  @ApiProperty(DAY_OR_NONE)
  asOf: string | null;

  value: number | null;

  @ApiProperty({ type: String, enum: COMPLETION_STAGES, nullable: true })
  stage: CompletionStage | null;

  @ApiProperty({ type: String, enum: REVIEW_OUTCOMES, nullable: true })
  review: ReviewOutcome | null;

  @ApiProperty({ type: [ReportedBreakdownResponse] })
  breakdowns: readonly ReportedBreakdownResponse[];

  narrative: string | null;
  fallExplanation: string | null;

  @ApiProperty({ type: [ReportedObstacleResponse] })
  obstacles: readonly ReportedObstacleResponse[];

  @ApiProperty({ type: [StatedEvidenceResponse] })
  evidence: readonly StatedEvidenceResponse[];
}

/** A file behind a figure. */
export class ReportEvidenceResponse {
  id: string;
  figure: string;

  @ApiProperty({ type: String, enum: EVIDENCE_RANKS })
  kind: EvidenceRank;

  /** Whether it names employees: opened by its verifier alone, and erased after the decision. */
  nominative: boolean;

  extract: string | null;
  sha256: string;
  fileName: string;

  @ApiProperty({ type: 'integer', nullable: true })
  bytes: number | null;

  mediaType: string | null;

  @ApiProperty(DAY)
  recordedOn: string;

  @ApiProperty(DAY_OR_NONE)
  erasedOn: string | null;
}

/** Proof of what was submitted: whoever holds the form works out the same SHA-256. */
export class ReportReceiptResponse {
  /** The SHA-256 of the form in UTF-8. */
  sha256: string;

  /** The canonical form (RFC 8785) of everything that was attested. */
  form: string;

  @ApiProperty({ type: String, format: 'date-time' })
  submittedAt: string;
}

export class ReportStepResponse {
  @ApiProperty({ type: 'integer' })
  number: number;

  action: string;

  @ApiProperty({ type: String, enum: REPORT_STATES, nullable: true })
  from: ReportState | null;

  @ApiProperty({ type: String, enum: REPORT_STATES })
  to: ReportState;

  /** Null for investors. */
  by: string | null;

  reason: string | null;
  acceptedValue: number | null;

  @ApiProperty(DAY)
  on: string;
}

export class ReportResponse extends ListedReportResponse {
  content: ReportContentResponse;

  @ApiProperty({ type: [ReportEvidenceResponse] })
  evidence: readonly ReportEvidenceResponse[];

  /** Of the last submission; null before there was one. */
  receipt: ReportReceiptResponse | null;

  @ApiProperty({ type: [ReportStepResponse] })
  steps: readonly ReportStepResponse[];

  @ApiProperty({ type: [AllowedActionResponse] })
  allowedActions: AllowedActionResponse[];
}
