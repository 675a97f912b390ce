import { ApiProperty } from '@nestjs/swagger';
import { AllowedActionResponse, PageResponse } from '@app/platform';
import { CONTRADICTION_KINDS, type ContradictionKind } from '../domain/contradictions';
import { CitationResponse, SourceOfCitationResponse, TextResponse } from './agreement-parts.response';

export class AgreementOfContradictionResponse {
  id: string;
  reference: string;
  title: TextResponse;
}

/** What one source, or the register itself, says. */
export class ClaimResponse {
  /** Null for the register's own value. */
  citationId: string | null;
  stated: string;
  /** Whether the register follows this source. */
  adopted: boolean;
  source: SourceOfCitationResponse | null;
  locator: string | null;
  readOn: string | null;
}

export class ContradictionDecisionResponse {
  id: string;
  /** The citation that is followed; null when the register stays with its own value. */
  citationId: string | null;
  reason: string;
  decidedBy: string;

  @ApiProperty({ type: String, format: 'date' })
  decidedOn: string;

  /** Whether the register says something else: only a draft changes that. */
  draftNeeded: boolean;
}

/** One field on which sources, or a source and the register, say different things. */
export class ContradictionResponse {
  id: string;
  agreement: AgreementOfContradictionResponse;
  subject: string;
  subjectId: string | null;
  field: string;

  @ApiProperty({ type: String, enum: CONTRADICTION_KINDS })
  kind: ContradictionKind;

  @ApiProperty({ type: String, enum: ['open', 'decided'] })
  state: 'open' | 'decided';

  @ApiProperty({ type: String, format: 'date' })
  foundOn: string;

  @ApiProperty({ type: 'integer', description: 'Days since it was found' })
  age: number;

  /** The register's own value first, where it has one. */
  claims: ClaimResponse[];

  decision: ContradictionDecisionResponse | null;
}

export class ContradictionCountsResponse {
  @ApiProperty({ type: 'integer' })
  open: number;

  @ApiProperty({ type: 'integer' })
  decided: number;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  oldestOpen: string | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Days for which the oldest open one waits' })
  oldestAge: number | null;
}

export class ContradictionPageResponse extends PageResponse {
  items: ContradictionResponse[];
  /** Of the whole list, whatever state was asked for. */
  counts: ContradictionCountsResponse;
}

export class ContradictionOfAgreementResponse extends ContradictionResponse {
  /** What the caller may do about it now, or why not. */
  allowedActions: AllowedActionResponse[];
}

export class ContradictionsOfAgreementPageResponse extends PageResponse {
  items: ContradictionOfAgreementResponse[];
  counts: ContradictionCountsResponse;
}

/** What is reported beside what the register follows. */
export class AlsoReportedResponse {
  citationId: string;
  subject: string;
  subjectId: string | null;
  field: string;
  stated: string;
  source: SourceOfCitationResponse;
  locator: string | null;
  readOn: string | null;
}

export class CitationsOfAgreementResponse {
  @ApiProperty({ type: () => [CitationResponse] })
  items: CitationResponse[];

  @ApiProperty({ type: () => [AlsoReportedResponse] })
  alsoReported: AlsoReportedResponse[];
}
