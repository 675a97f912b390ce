import { ApiProperty } from '@nestjs/swagger';
import { PageResponse } from '@app/platform';
import { OUTCOMES, type Outcome } from '../domain/settlement';

export class WithdrawnDecisionResponse {
  by: string;

  @ApiProperty({ type: String, format: 'date' })
  on: string;

  reason: string;
}

/** A decision about a promise. */
export class CommitmentDecisionResponse {
  id: string;

  @ApiProperty({ type: String, enum: OUTCOMES })
  outcome: Outcome;

  reason: string;

  /** The day of the decision. */
  @ApiProperty({ type: String, format: 'date' })
  on: string;

  decidedBy: string;

  @ApiProperty({ type: String, format: 'date' })
  recordedOn: string;

  sourceId: string | null;
  locator: string | null;
  fileId: string | null;

  /** Null while it holds. */
  withdrawn: WithdrawnDecisionResponse | null;
}

export class CommitmentDecisionPageResponse extends PageResponse {
  @ApiProperty({ type: [CommitmentDecisionResponse] })
  items: readonly CommitmentDecisionResponse[];
}
