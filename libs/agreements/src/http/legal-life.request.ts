import { CalendarDay, Choice, Part, Parts, RecordReference, Text, TextInLanguages } from '@app/platform';
import { LEGAL_ACTIONS, type LegalAction } from '../domain/agreement-workflow';
import { CONDITION_ACTIONS, type ConditionAction } from '../domain/condition-workflow';
import { PUBLICATION_ACTIONS, type PublicationAction } from '../domain/publication-workflow';
import { SHIFT_RULES, type ShiftRule } from '../domain/shift-deadlines';
import { FATES, type Fate } from '../domain/successor-mapping';
import { StatedDateRequest } from './agreement-parts.request';

const STATED = '2029, 2029-06, 2029-H1, 2029-06-30 or 2029-06-01/2029-06-30';

/** How an instrument was signed, and what reports it. */
export class SigningStepRequest {
  @Part(() => StatedDateRequest, { optional: true })
  date?: StatedDateRequest | null;

  @Choice(['not_published'], { optional: true, description: 'When no paper gives the date' })
  dateAbsence?: 'not_published' | null;

  @Text({ max: 300, optional: true })
  place?: string | null;

  @RecordReference({ optional: true, description: 'The signed text, a file of this agreement' })
  fileId?: string | null;

  @RecordReference({ optional: true, description: 'A source that reports the signing; it is cited' })
  sourceId?: string | null;
}

export class SuspensionRequest {
  @Text({ description: 'Why the agreement is suspended' })
  ground: string;

  @CalendarDay({ optional: true, description: 'When it is expected to end' })
  expectedEnd?: string | null;
}

export class NewDeadlineRequest {
  @RecordReference({ description: 'A commitment or milestone whose deadline the suspension held up' })
  subjectId: string;

  @Part(() => StatedDateRequest)
  deadline: StatedDateRequest;
}

export class ShiftRequest {
  @Choice(SHIFT_RULES, { description: 'By every day of the suspension, not at all, or to the dates given' })
  rule: ShiftRule;

  @Parts(() => NewDeadlineRequest, { optional: true, size: 500, description: 'With `new_dates` only' })
  dates?: NewDeadlineRequest[] | null;
}

export class CommitmentFateRequest {
  @RecordReference()
  commitmentId: string;

  @Choice(FATES)
  fate: Fate;

  @RecordReference({ optional: true, description: 'Where it lives on; left out when it is dropped' })
  successorCommitmentId?: string | null;

  @Text({ optional: true, description: 'Why it is dropped' })
  reason?: string | null;
}

export class SuccessorRequest {
  @RecordReference()
  agreementId: string;

  @Parts(() => CommitmentFateRequest, { size: 500, description: 'Each live commitment once' })
  commitments: CommitmentFateRequest[];
}

export class LegalStepRequest {
  @Choice(LEGAL_ACTIONS)
  action: LegalAction;

  @Text({ optional: true, description: 'Asked for by every adverse or backward step' })
  reason?: string | null;

  @Text({
    max: 30,
    optional: true,
    example: '2026-11-23',
    description: `When it happened: ${STATED}; today when left out. Suspending and resuming happen on a day`,
  })
  on?: string | null;

  @Part(() => SigningStepRequest, { optional: true, description: 'Of `sign`' })
  signing?: SigningStepRequest | null;

  @Part(() => SuspensionRequest, { optional: true, description: 'Of `suspend`' })
  suspension?: SuspensionRequest | null;

  @Part(() => ShiftRequest, { optional: true, description: 'Of `resume`' })
  shift?: ShiftRequest | null;

  @Part(() => SuccessorRequest, { optional: true, description: 'Of `supersede`' })
  successor?: SuccessorRequest | null;
}

export class PublicationRequest {
  @Choice(PUBLICATION_ACTIONS)
  action: PublicationAction;

  @Text()
  reason: string;
}

export class ReopeningConsentRequest {
  @Text()
  reason: string;
}

export class RecordConditionRequest {
  @Part(() => TextInLanguages)
  text: TextInLanguages;

  @Part(() => StatedDateRequest, { optional: true })
  due?: StatedDateRequest | null;
}

export class DecideConditionRequest {
  @Choice(CONDITION_ACTIONS)
  action: ConditionAction;

  @Text({ optional: true, description: 'Asked for when waiving and reopening' })
  reason?: string | null;

  @CalendarDay({ optional: true, description: 'When it was met; today when left out' })
  on?: string | null;

  @RecordReference({ optional: true, description: 'A source that reports it' })
  sourceId?: string | null;
}
