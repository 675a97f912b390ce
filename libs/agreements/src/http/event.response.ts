import { AmountResponse, StatedDateResponse, TextResponse } from './agreement-parts.response';

export class EventDatesResponse extends StatedDateResponse {
  firstDay: string;
}

export class AgreementOfEventResponse {
  id: string;
  reference: string;
  sharesAmount: boolean;
}

/** A signing event. Its amount belongs to the agreements that share it, together. */
export class EventResponse {
  id: string;
  revision: number;
  publishedReference: string | null;
  names: TextResponse;
  dates: EventDatesResponse;
  place: string | null;
  amount: AmountResponse | null;
  note: string | null;
  agreements: AgreementOfEventResponse[];
}

export class EventPageResponse {
  items: EventResponse[];
  total: number;
  totalIsAtLeast?: boolean;
  nextCursor: string | null;
}
