import { ApiProperty } from '@nestjs/swagger';
import { PageResponse } from '@app/platform';
import { FINDING_SEVERITIES, FINDING_SUBJECTS, type FindingSeverity } from '../domain/impossible';
import { TextResponse } from './agreement-parts.response';

export class AgreementOfFindingResponse {
  id: string;
  reference: string;
  title: TextResponse;
}

/** One thing in the register that cannot be, or hardly. */
export class FindingResponse {
  id: string;
  query: string;

  @ApiProperty({ type: String, enum: FINDING_SEVERITIES })
  severity: FindingSeverity;

  /** What is wrong, in the caller's language. */
  sentence: string;

  agreement: AgreementOfFindingResponse;

  @ApiProperty({ type: String, enum: FINDING_SUBJECTS })
  subjectType: string;

  subjectId: string;
  /** The values that do not go together. */
  detail: string;

  @ApiProperty({ type: String, format: 'date' })
  firstSeenOn: string;

  @ApiProperty({ type: String, format: 'date' })
  lastSeenOn: string;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'When it was found no longer' })
  resolvedOn: string | null;

  @ApiProperty({ type: 'integer', description: 'Days since it was first seen, up to its end' })
  age: number;
}

export class FindingQueryResponse {
  query: string;

  @ApiProperty({ type: String, enum: FINDING_SEVERITIES })
  severity: FindingSeverity;

  sentence: string;

  @ApiProperty({ type: 'integer' })
  open: number;

  @ApiProperty({ type: 'integer' })
  resolved: number;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  oldestOpen: string | null;

  @ApiProperty({ type: 'integer', nullable: true })
  oldestAge: number | null;
}

export class FindingCountsResponse {
  @ApiProperty({ type: 'integer' })
  open: number;

  @ApiProperty({ type: 'integer' })
  resolved: number;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  oldestOpen: string | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Days for which the oldest open one stands' })
  oldestAge: number | null;

  /** Every query that is asked, also those that found nothing. */
  @ApiProperty({ type: () => [FindingQueryResponse] })
  queries: FindingQueryResponse[];
}

export class FailedQueryResponse {
  query: string;
  error: string;
}

/** The latest night. */
export class FindingRunResponse {
  @ApiProperty({ type: String, format: 'date' })
  ranOn: string;

  startedAt: string;
  finishedAt: string | null;

  /** Queries that the server did not answer; what they found before stands as it was. */
  @ApiProperty({ type: () => [FailedQueryResponse] })
  failed: FailedQueryResponse[];
}

export class FindingPageResponse extends PageResponse {
  @ApiProperty({ type: () => [FindingResponse] })
  items: FindingResponse[];

  /** Of all findings, whatever state or query was asked for. */
  counts: FindingCountsResponse;

  @ApiProperty({ type: () => FindingRunResponse, nullable: true })
  lastRun: FindingRunResponse | null;
}
