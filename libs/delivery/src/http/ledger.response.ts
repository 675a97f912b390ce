import { ApiProperty } from '@nestjs/swagger';
import { OUTCOMES, type Outcome } from '../domain/settlement';
import { StatedDeadlineResponse } from './commitment.response';

export class LedgerFigureResponse {
  qualifier: string;
  /** Null where the paper gives words only. */
  value: number | null;
  /** Null where the paper does not say what it counts. */
  unit: string | null;
  relation: string;
  stability: string;
  basis: string;
  level: string;
  stated: string | null;
}

export class FirstPromiseResponse {
  @ApiProperty({ type: 'integer' })
  versionNumber: number;

  @ApiProperty({ type: String, format: 'date' })
  recordedOn: string;

  figure: LedgerFigureResponse | null;
  deadline: StatedDeadlineResponse | null;
}

export class AmendmentActResponse {
  /** As the act carries it. */
  number: string;

  @ApiProperty({ type: String, format: 'date' })
  signedOn: string;

  @ApiProperty({ type: String, format: 'date' })
  effectiveOn: string;

  rationale: string;
  fileId: string | null;
  sourceId: string | null;
}

export class ChangedDeadlineResponse {
  old: StatedDeadlineResponse | null;
  new: StatedDeadlineResponse | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Days between the two; null where one is absent',
  })
  days: number | null;
}

export class ChangedFigureResponse {
  old: LedgerFigureResponse | null;
  new: LedgerFigureResponse | null;
  /** By how much it grew; null where the two cannot be subtracted. */
  difference: number | null;
}

/** What one version changed of a promise. */
export class LedgerActResponse {
  @ApiProperty({ type: 'integer' })
  versionNumber: number;

  @ApiProperty({ type: String, enum: ['amendment', 'completion', 'rectification', 'suspension'] })
  act: string;

  amendment: AmendmentActResponse | null;
  reason: string | null;

  @ApiProperty({ type: String, format: 'date' })
  recordedOn: string;

  @ApiProperty({ type: String, format: 'date' })
  effectiveOn: string;

  /** Whether it moved what was promised once the agreement was signed; nothing else is in the sums. */
  counts: boolean;

  /** Whether the register had differed from the paper. */
  isOurError: boolean;

  deadline: ChangedDeadlineResponse | null;
  figure: ChangedFigureResponse | null;
}

export class FigureChangeResponse {
  unit: string;
  added: number;
  removed: number;
}

export class LedgerDecisionResponse {
  id: string;

  @ApiProperty({ type: String, enum: OUTCOMES })
  outcome: Outcome;

  @ApiProperty({ type: String, format: 'date' })
  on: string;

  @ApiProperty({ type: String, format: 'date' })
  recordedOn: string;

  /** Null while it holds. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  withdrawnOn: string | null;
}

export class LedgerResponse {
  commitmentId: string;
  agreementId: string;

  /** As the first version said in which the agreement was signed; it never changes. Null while nobody signed. */
  firstPromise: FirstPromiseResponse | null;

  /** Every version that changed figure or deadline, in order. */
  @ApiProperty({ type: [LedgerActResponse] })
  acts: readonly LedgerActResponse[];

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'In sum, under acts that count; null while nobody signed, and while there is no deadline',
  })
  daysSlipped: number | null;

  @ApiProperty({ type: 'integer' })
  timesMoved: number;

  /** What acts that count added and took away, by unit. */
  @ApiProperty({ type: [FigureChangeResponse] })
  figureChanges: readonly FigureChangeResponse[];

  @ApiProperty({ type: [LedgerDecisionResponse] })
  decisions: readonly LedgerDecisionResponse[];
}
