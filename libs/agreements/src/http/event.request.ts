import { PageQuery, Part, Text, TextInLanguages } from '@app/platform';
import { AmountRequest, StatedDateRequest } from './agreement-parts.request';

export class RecordEventRequest {
  @Text({ max: 60, optional: true })
  publishedReference?: string | null;

  @Part(() => TextInLanguages)
  names: TextInLanguages;

  @Part(() => StatedDateRequest)
  dates: StatedDateRequest;

  @Text({ max: 300, optional: true })
  place?: string | null;

  @Part(() => AmountRequest, { optional: true, description: 'Of all agreements that share it, together' })
  amount?: AmountRequest | null;

  @Text({ optional: true })
  note?: string | null;
}

export class CorrectEventRequest {
  @Text({ max: 60, optional: true })
  publishedReference?: string | null;

  @Part(() => TextInLanguages, { optional: true })
  names?: TextInLanguages | null;

  @Part(() => StatedDateRequest, { optional: true })
  dates?: StatedDateRequest | null;

  @Text({ max: 300, optional: true })
  place?: string | null;

  @Part(() => AmountRequest, { optional: true })
  amount?: AmountRequest | null;

  @Text({ optional: true })
  note?: string | null;
}

export class ListEventsQuery extends PageQuery {}
