import { ApiProperty } from '@nestjs/swagger';
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

/** An agreement in a list. */
export class ListedAgreementResponse {
  id: string;
  revision: number;
  reference: string;
  publishedReference: string | null;
  title: TextResponse;
  titleStatus: string;
  instrumentType: string;
  legalState: string;
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
}

/** One agreement with everything its page shows. */
export class AgreementResponse {
  id: string;
  revision: number;
  reference: string;
  publishedReference: string | null;
  published: boolean;
  /** Null for investors, as every note: what stays in the house. */
  owner: OwnerResponse | null;
  tags: string[];
  recordedOn: string;
  version: VersionResponse;
  title: TextResponse;
  titleStatus: string;
  summary: TextResponse | null;
  instrumentType: string;
  legalState: string;
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
  /** The document as `PUT` accepts it: change it and send it back. */
  @ApiProperty({ type: AgreementDocumentRequest })
  document: object;
}
