import { ApiProperty } from '@nestjs/swagger';
import { LocalizedTextResponse, PageResponse } from '@app/platform';
import { PUBLIC_STATUSES, type PublicStatus } from '../domain/public-status';
import { PublicDeliveryResponse } from './public-delivery.response';
import {
  PublicAmountResponse,
  PublicDateResponse,
  PublicDeadlineResponse,
  PublicPartyResponse,
  PublicPromiseResponse,
  PublicQuantityResponse,
  PublicReplyResponse,
  PublicVerifiedFigureResponse,
} from './public-parts.response';

/** A promise as a row of the list shows it. */
export class PublicHeadlineResponse {
  id: string;
  kind: string;
  title: LocalizedTextResponse;
  measure: string;
  quantity: PublicQuantityResponse | null;
  deadline: PublicDeadlineResponse | null;
  deadlineAbsence: string | null;

  @ApiProperty({ type: String, enum: PUBLIC_STATUSES })
  status: PublicStatus;

  /** The accepted figure that the word rests on; null beside all others. */
  verified: PublicVerifiedFigureResponse | null;

  /** What whoever promised says about an adverse word; null beside all others. */
  reply: PublicReplyResponse | null;
}

/** A published agreement in the list. */
export class PublicListedAgreementResponse {
  id: string;

  /** Its permanent name: `/public/agreements/MIT-2025-0007`. */
  reference: string;

  publishedReference: string | null;
  title: LocalizedTextResponse;
  titleStatus: string;
  instrumentType: string;
  legalState: string;
  signedOn: PublicDateResponse | null;
  signedAbsence: string | null;
  eventId: string | null;
  sectorCodes: string[];

  /** Regions of its promises. */
  regionCodes: string[];

  parties: PublicPartyResponse[];

  @ApiProperty({ type: 'integer', description: 'Promises in it' })
  commitments: number;

  /** The first three promises, those with a figure before the others. */
  headlines: PublicHeadlineResponse[];

  /** The earliest deadline among its promises. */
  firstDeadline: PublicDeadlineResponse | null;

  @ApiProperty({ type: 'integer', description: 'How often amendments and suspensions moved a deadline' })
  deadlineMoves: number;
}

export class PublicFacetValueResponse {
  value: string;

  @ApiProperty({ type: 'integer' })
  agreements: number;
}

/** How many agreements each further choice would leave, under everything that is asked for but the same choice. */
export class PublicFacetsResponse {
  sector: PublicFacetValueResponse[];
  region: PublicFacetValueResponse[];

  /** Years of deadlines, and `none`. */
  year: PublicFacetValueResponse[];

  kind: PublicFacetValueResponse[];
  instrumentType: PublicFacetValueResponse[];
  legalState: PublicFacetValueResponse[];
}

export class PublicAgreementPageResponse extends PageResponse {
  @ApiProperty({ type: String, format: 'date', description: 'The business date of statuses and days left' })
  asOf: string;

  items: PublicListedAgreementResponse[];

  /** With `facets=true`; null otherwise. */
  facets: PublicFacetsResponse | null;
}

export class PublicSignatoryResponse {
  id: string;

  /** `signatory`, or `in_presence_of`, which is no signature. */
  role: string;

  partyId: string | null;

  /** As the public act names them; null when it does not, or when the name was erased. */
  name: string | null;
  nameAbsence: string | null;
  capacity: string | null;
  capacityAbsence: string | null;
  certainty: string;
}

export class PublicPartyOfAgreementResponse extends PublicPartyResponse {
  /** Whether a paper states it or a reader presumes it. */
  certainty: string;
}

export class PublicEventResponse {
  id: string;
  names: LocalizedTextResponse;

  /** What the event states for a batch of agreements together; it belongs to none of them alone and is not divided. */
  batchAmount: PublicAmountResponse | null;

  /** Whether this agreement is one of the batch. */
  sharesAmount: boolean;
}

export class PublicSigningResponse {
  date: PublicDateResponse | null;
  dateAbsence: string | null;
  place: string | null;
  event: PublicEventResponse | null;
}

export class PublicSuspensionResponse {
  @ApiProperty({ type: String, format: 'date' })
  from: string;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  expectedEnd: string | null;
}

export class PublicLegalStepResponse {
  /** The state that it came into. */
  state: string;

  on: PublicDateResponse;

  @ApiProperty({ type: String, format: 'date' })
  recordedOn: string;
}

export class PublicSourceResponse {
  id: string;
  url: string;
  title: string | null;
  publisher: string | null;
}

export class PublicCitationResponse {
  id: string;
  subject: string;

  /** The party, signatory, promise or milestone that it speaks of; null for the agreement. */
  subjectId: string | null;

  field: string;

  /** What the source says; null when it backs the record as it stands. */
  stated: string | null;

  locator: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  readOn: string | null;

  /** Whether the register follows it. */
  adopted: boolean;

  /** Whether it is to be shown as "also reported": it says something else than the register follows. */
  alsoReported: boolean;

  source: PublicSourceResponse;
}

export class PublicLinkResponse {
  kind: string;
  direction: 'to' | 'from';
  agreementId: string;
  reference: string;
  title: LocalizedTextResponse;
}

export class PublicPromiseOfAgreementResponse extends PublicPromiseResponse {
  /** The promise of this agreement whose figure includes this one. */
  partOfId: string | null;

  /** How it is to be proven; null where the paper does not say. */
  proofMethod: string | null;

  /** What was verified of it; null where nothing of that is public. */
  delivery: PublicDeliveryResponse | null;
}

/** A published agreement with everything that its public page shows. */
export class PublicAgreementResponse {
  id: string;
  reference: string;

  @ApiProperty({ type: String, format: 'date', description: 'The business date of statuses and days left' })
  asOf: string;

  publishedReference: string | null;
  title: LocalizedTextResponse;
  titleStatus: string;
  summary: LocalizedTextResponse | null;
  instrumentType: string;
  legalState: string;
  legalStateSince: PublicDateResponse | null;

  /** The states it came into, in their order. */
  legalLife: PublicLegalStepResponse[];

  suspension: PublicSuspensionResponse | null;

  /** What the papers do not give. */
  badges: string[];

  signing: PublicSigningResponse;
  sectorCodes: string[];
  sectorStated: string | null;
  amount: PublicAmountResponse | null;
  parties: PublicPartyOfAgreementResponse[];
  partiesAbsence: string | null;
  signatories: PublicSignatoryResponse[];
  signatoriesAbsence: string | null;
  commitments: PublicPromiseOfAgreementResponse[];
  citations: PublicCitationResponse[];
  sourcing: string;

  /** To other published agreements. */
  links: PublicLinkResponse[];

  @ApiProperty({ type: 'integer', description: 'The version that is current' })
  version: number;

  @ApiProperty({ type: String, format: 'date', description: 'When it came into the register' })
  recordedOn: string;
}
