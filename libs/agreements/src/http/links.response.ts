import { ApiProperty } from '@nestjs/swagger';
import { LINK_KINDS, type LinkKind, PROMISE_LINK_KINDS, type PromiseLinkKind } from '../domain/link-kinds';
import { TextResponse } from './agreement-parts.response';

export class ChainedInstrumentResponse {
  id: string;
  reference: string;
  title: TextResponse;
  instrumentType: string;
  legalState: string;
  /** When it was signed, as stated. */
  signedStated: string | null;
}

export class ChainLinkResponse {
  id: string;

  @ApiProperty({ type: String, enum: LINK_KINDS })
  kind: LinkKind;

  /** The link leads from this one to the other. */
  fromAgreementId: string;
  toAgreementId: string;
  note: string | null;
  /** Null for investors, and where it was not noted. */
  recordedBy: string | null;
  recordedOn: string | null;
}

export class ChainedPromisesResponse {
  id: string;

  @ApiProperty({ type: String, enum: PROMISE_LINK_KINDS })
  kind: PromiseLinkKind;

  fromAgreementId: string;
  fromCommitmentId: string;
  toAgreementId: string;
  toCommitmentId: string;
}

/** The instruments connected with one, in the order in which one follows from the other. */
export class ChainResponse {
  agreementId: string;

  @ApiProperty({ type: () => [ChainedInstrumentResponse] })
  instruments: readonly ChainedInstrumentResponse[];

  /** Whether there are more than the first 200. */
  incomplete: boolean;

  @ApiProperty({ type: () => [ChainLinkResponse] })
  links: readonly ChainLinkResponse[];

  /** Promises of these instruments that are those of others, or parts of them. */
  @ApiProperty({ type: () => [ChainedPromisesResponse] })
  promises: readonly ChainedPromisesResponse[];
}
