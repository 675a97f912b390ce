import { CalendarDay, Choice, RecordReference, Text } from '@app/platform';
import { OUTCOMES, type Outcome } from '../domain/settlement';

export class SettleCommitmentRequest {
  @Choice(OUTCOMES, { description: 'What is decided; closings only after the last day' })
  outcome: Outcome;

  @Text()
  reason: string;

  @CalendarDay({ optional: true, description: 'The day of the decision; today when left out' })
  on?: string | null;

  @RecordReference({ optional: true, description: 'A source that reports or grounds it' })
  sourceId?: string | null;

  @Text({ max: 300, optional: true, description: 'Where in the source or file' })
  locator?: string | null;

  @RecordReference({ optional: true, description: 'A file of the agreement' })
  fileId?: string | null;
}

export class DecisionWithdrawalRequest {
  @Text()
  reason: string;
}
