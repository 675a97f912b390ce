import { ApiProperty } from '@nestjs/swagger';
import { PageResponse } from '@app/platform';
import {
  PublicInstrumentResponse,
  PublicPartyResponse,
  PublicPromiseResponse,
} from './public-parts.response';

export class PublicAgreementOfPromiseResponse extends PublicInstrumentResponse {
  legalState: string;
}

/** A promise as a row behind a number. */
export class PublicCommitmentResponse extends PublicPromiseResponse {
  agreement: PublicAgreementOfPromiseResponse;

  /** All parties of the agreement. */
  parties: PublicPartyResponse[];
}

export class PublicCommitmentPageResponse extends PageResponse {
  @ApiProperty({ type: String, format: 'date', description: 'The business date of statuses and days left' })
  asOf: string;

  items: PublicCommitmentResponse[];
}
