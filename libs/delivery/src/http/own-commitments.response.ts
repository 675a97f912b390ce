import { ApiProperty } from '@nestjs/swagger';
import { PageResponse } from '@app/platform';
import {
  EVIDENCE_BANDS,
  EVIDENCE_RANKS,
  type EvidenceBand,
  type EvidenceRank,
} from '../domain/evidence-rank';
import { REPORT_STATES, type ReportState } from '../domain/report-workflow';
import { CommitmentResponse } from './commitment.response';

const DAY = { type: String, format: 'date' } as const;
const DUTIES = ['reply', 'report', 'deliver'] as const;

/** What is to be done next, until when. */
export class NextDutyResponse {
  @ApiProperty({ type: String, enum: DUTIES })
  kind: (typeof DUTIES)[number];

  /** Of the notice or the report. */
  id: string | null;

  @ApiProperty({ ...DAY, nullable: true })
  until: string | null;

  /** Of the report. */
  @ApiProperty({ type: String, enum: REPORT_STATES, required: false })
  state?: ReportState;
}

export class HeldFileResponse {
  id: string;
  figure: string;

  @ApiProperty({ type: String, enum: EVIDENCE_RANKS })
  kind: EvidenceRank;

  fileName: string;

  /** When it was erased because it names people; its digest and extract stay. */
  @ApiProperty({ ...DAY, nullable: true })
  erasedOn: string | null;
}

/** The figure that the register follows, and what it holds as proof of it. */
export class HeldProofResponse {
  reportId: string;

  @ApiProperty(DAY)
  asOf: string;

  value: number;

  @ApiProperty({ type: String, enum: EVIDENCE_RANKS })
  rank: EvidenceRank;

  @ApiProperty({ type: String, enum: EVIDENCE_BANDS })
  band: EvidenceBand;

  @ApiProperty(DAY)
  acceptedOn: string;

  @ApiProperty({ type: [HeldFileResponse] })
  files: readonly HeldFileResponse[];
}

/** A report that waits for a decision. */
export class PendingReportResponse {
  reportId: string;

  @ApiProperty(DAY)
  asOf: string;

  claimedValue: number;

  @ApiProperty(DAY)
  submittedOn: string;
}

/** A promise as whoever owes it sees it. */
export class OwnCommitmentResponse {
  commitment: CommitmentResponse;

  /** Null where nothing is to be done. */
  nextDuty: NextDutyResponse | null;

  /** Null before a figure was accepted. */
  proof: HeldProofResponse | null;

  pending: PendingReportResponse | null;
}

export class OwnCommitmentPageResponse extends PageResponse {
  @ApiProperty({ type: [OwnCommitmentResponse] })
  items: readonly OwnCommitmentResponse[];
}
