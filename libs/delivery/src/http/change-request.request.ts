import { Choice, Figure, PageQuery, Part, RecordReference, Text } from '@app/platform';
import { CHANGEABLE, type Changeable, REQUEST_STATES } from '../domain/change-request';

export class ProposedChangeRequest {
  @Text({ max: 2000, optional: true, description: 'In words' })
  text?: string | null;

  @Text({
    max: 30,
    optional: true,
    example: '2030-06-30',
    description: '2029, 2029-06, 2029-H1, 2029-06-30 or 2029-06-01/2029-06-30',
  })
  deadline?: string | null;

  @Figure({ optional: true })
  value?: number | null;
}

export class AskForChangeRequest {
  @Choice(CHANGEABLE)
  what: Changeable;

  @Part(() => ProposedChangeRequest)
  proposed: ProposedChangeRequest;

  @Text()
  reason: string;
}

export const ANSWERS = ['accepted_for_amendment', 'declined'] as const;

export class AnswerChangeRequest {
  @Choice(ANSWERS, { description: 'Neither moves anything: that takes an amendment' })
  answer: (typeof ANSWERS)[number];

  @Text()
  reason: string;
}

export class WithdrawChangeRequest {
  @Text()
  reason: string;
}

export class ChangeRequestsQuery extends PageQuery {
  @Choice(REQUEST_STATES, { optional: true })
  state?: string | null;

  @RecordReference({ optional: true })
  agreement?: string | null;
}
