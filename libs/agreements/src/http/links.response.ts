import { ApiProperty } from '@nestjs/swagger';
import type { Language } from '@app/kernel';
import { AllowedActionResponse, spokenOffers } from '@app/platform';
import { LINK_KINDS, type LinkKind, PROMISE_LINK_KINDS, type PromiseLinkKind } from '../domain/link-kinds';
import type { Chain } from '../use-cases/find-chain';
import type { ChainOffers } from '../use-cases/offer-upkeep';
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

export class ShownChainLinkResponse extends ChainLinkResponse {
  /** What the caller may do with it from this agreement, or why not. */
  allowedActions: AllowedActionResponse[];
}

/** The same, with what its reader may do. */
export class ShownChainResponse extends ChainResponse {
  @ApiProperty({ type: () => [ShownChainLinkResponse] })
  declare links: readonly ShownChainLinkResponse[];

  /** What the caller may do with the links of this agreement, or why not. */
  allowedActions: AllowedActionResponse[];
}

/** A chain, with what its reader may do with it and with each of its links. */
export function shownChain(chain: Chain, offers: ChainOffers, language: Language): ShownChainResponse {
  return {
    ...chain,
    links: chain.links.map((link) => ({
      ...link,
      allowedActions: spokenOffers(offers.ofLink(link), language),
    })),
    allowedActions: spokenOffers(offers.own, language),
  };
}
