import { ApiProperty } from '@nestjs/swagger';
import { AllowedActionResponse, PageResponse } from '@app/platform';
import { DUPLICATE_REASONS, DUPLICATE_REASON_NAMES, type DuplicateReason } from '../domain/likely-duplicates';
import {
  DUPLICATE_DECISIONS,
  DUPLICATE_STATES,
  type DuplicateDecision,
  type DuplicateRow,
  type DuplicateState,
} from '../use-cases/find-duplicates';
import { TextResponse } from './agreement-parts.response';

export class PairedAgreementResponse {
  id: string;
  reference: string;
  title: TextResponse;
  /** When it was signed, as stated. */
  signedStated: string | null;
}

export class DuplicateReasonResponse {
  @ApiProperty({ type: String, enum: DUPLICATE_REASONS })
  code: DuplicateReason;

  names: TextResponse;
}

export class DuplicateDecisionResponse {
  id: string;

  @ApiProperty({ type: String, enum: DUPLICATE_DECISIONS })
  decision: DuplicateDecision;

  /** The link that the decision made or found. */
  linkId: string | null;

  reason: string;
  decidedBy: string;

  @ApiProperty({ type: String, format: 'date' })
  decidedOn: string;
}

/** Two agreements that may be one. */
export class DuplicateResponse {
  agreementA: PairedAgreementResponse;
  agreementB: PairedAgreementResponse;

  @ApiProperty({ type: 'integer', description: 'From 0 to 100; 0 for a decided pair that nothing suggests' })
  score: number;

  reasons: DuplicateReasonResponse[];

  @ApiProperty({ type: String, format: 'date' })
  foundOn: string;

  @ApiProperty({ type: String, enum: DUPLICATE_STATES })
  state: DuplicateState;

  decision: DuplicateDecisionResponse | null;
}

export class DuplicatePageResponse extends PageResponse {
  items: DuplicateResponse[];
}

export class DuplicateOfAgreementResponse extends DuplicateResponse {
  /** What the caller may do about it now, or why not. */
  allowedActions: AllowedActionResponse[];
}

export class DuplicatesOfAgreementResponse {
  items: DuplicateOfAgreementResponse[];
}

/** A pair as it is answered. */
export function duplicateView({ reasons, ...row }: DuplicateRow): DuplicateResponse {
  return {
    ...row,
    reasons: reasons.map((code) => ({ code, names: DUPLICATE_REASON_NAMES[code] })),
    state: row.decision === null ? 'open' : 'decided',
  };
}
