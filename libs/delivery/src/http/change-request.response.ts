import { ApiProperty } from '@nestjs/swagger';
import { AllowedActionResponse, PageResponse } from '@app/platform';
import { CHANGEABLE, type Changeable, REQUEST_STATES, type RequestState } from '../domain/change-request';

export class ProposedChangeResponse {
  text: string | null;
  /** As stated. */
  deadline: string | null;
  value: number | null;
}

export class ChangeRequestAnswerResponse {
  @ApiProperty({ type: String, format: 'date' })
  on: string;

  /** Null for investors. */
  by: string | null;

  reason: string;
}

/** The draft of an amendment that takes up what was accepted. */
export class ChangeRequestCarrierResponse {
  /** The version that it became; null while it is none. */
  @ApiProperty({ type: 'integer', nullable: true })
  version: number | null;

  /** Null for investors. */
  @ApiProperty({ type: 'integer', nullable: true })
  draftNumber: number | null;

  /** Null for investors. */
  draftState: string | null;
}

export class ChangeRequestResponse {
  id: string;
  agreementId: string;
  commitmentId: string;

  /** The organisation that owes the commitment and asks. */
  organisationId: string;

  @ApiProperty({ type: String, enum: CHANGEABLE })
  what: Changeable;

  proposed: ProposedChangeResponse;
  reason: string;

  @ApiProperty({ type: String, enum: REQUEST_STATES })
  state: RequestState;

  @ApiProperty({ type: String, format: 'date' })
  askedOn: string;

  /** Null for investors. */
  askedBy: string | null;

  /** The answer, or the withdrawal; null while it is open. */
  answer: ChangeRequestAnswerResponse | null;

  /** Null until a draft was named. */
  carriedBy: ChangeRequestCarrierResponse | null;

  @ApiProperty({ type: [AllowedActionResponse] })
  allowedActions: AllowedActionResponse[];
}

export class ChangeRequestPageResponse extends PageResponse {
  @ApiProperty({ type: [ChangeRequestResponse] })
  items: readonly ChangeRequestResponse[];
}
