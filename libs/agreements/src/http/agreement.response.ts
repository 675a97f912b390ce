import { ApiProperty } from '@nestjs/swagger';
import { AsOfResponse } from '@app/platform';
import {
  AmountResponse,
  CitationResponse,
  CommitmentOfAgreementResponse,
  DeadlineMoveResponse,
  LinkResponse,
  ListedPartyResponse,
  OwnerResponse,
  PartyResponse,
  SignatoryResponse,
  SigningResponse,
  StatedDateResponse,
  TextResponse,
  VersionResponse,
} from './agreement-parts.response';
import { AgreementDocumentRequest } from './agreement.request';
import { CompletenessResponse, OpenDraftResponse } from './draft.response';
import { LegalLifeResponse } from './legal-life.response';

/** An agreement in a list. */
export class ListedAgreementResponse {
  id: string;
  revision: number;
  reference: string;
  publishedReference: string | null;
  title: TextResponse;
  titleStatus: string;
  /** Null in a draft that does not say it yet. */
  instrumentType: string | null;
  legalState: string | null;
  signedOn: StatedDateResponse | null;
  signedAbsence: string | null;
  eventId: string | null;
  sectorCodes: string[];
  tags: string[];
  published: boolean;
  /** Null for investors. */
  ownerPositionId: string | null;
  parties: ListedPartyResponse[];
  /** Number of commitments. */
  commitments: number;
  /** The earliest last day among them. */
  firstDeadline: string | null;
}

export class AgreementPageResponse {
  items: ListedAgreementResponse[];
  /** Exact up to 10,000. */
  total: number;
  totalIsAtLeast?: boolean;
  nextCursor: string | null;
  /** Said with what is told of the past. */
  asOf?: AsOfResponse;
}

/** One agreement with everything its page shows. */
export class AgreementResponse extends LegalLifeResponse {
  id: string;
  revision: number;
  reference: string;
  publishedReference: string | null;
  published: boolean;
  /** Null for investors, as every note: what stays in the house. */
  owner: OwnerResponse | null;
  tags: string[];
  recordedOn: string;
  /** The current version; null while the agreement was only drafted, and what follows is its draft's. */
  version: VersionResponse | null;
  /** The version in the making; null when there is none, and for investors. */
  draft: OpenDraftResponse | null;
  /** How whole the document is, and its gaps; null for investors. */
  completeness: CompletenessResponse | null;
  title: TextResponse | null;
  titleStatus: string;
  summary: TextResponse | null;
  instrumentType: string | null;
  legalState: string | null;
  legalStateSince: StatedDateResponse | null;
  signing: SigningResponse;
  sectorCodes: string[];
  sectorStated: string | null;
  amount: AmountResponse | null;
  parties: PartyResponse[];
  partiesAbsence: string | null;
  signatories: SignatoryResponse[];
  signatoriesAbsence: string | null;
  commitments: CommitmentOfAgreementResponse[];
  citations: CitationResponse[];
  sourcing: string;
  note: string | null;
  links: LinkResponse[];
  deadlineMoves: DeadlineMoveResponse[];
  /** The document as `POST /agreements` accepts it. */
  @ApiProperty({ type: AgreementDocumentRequest })
  document: object;

  /** Said with what is told of the past. */
  asOf?: AsOfResponse;
}
