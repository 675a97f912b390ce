import { ApiExtraModels } from '@nestjs/swagger';
import { CalendarDay, Choice, FlagOrParts, Part, RecordReference, Text } from '@app/platform';
import { CHANGE_KINDS, type ChangeKind } from '../domain/version';
import { DRAFT_ACTIONS, type DraftAction } from '../domain/version-workflow';
import { AgreementDocumentRequest } from './agreement.request';

/** The act behind an amendment, as far as it is known. */
export class AmendmentRequest {
  @Text({ max: 60, optional: true, description: 'Its own number, as the act carries it' })
  number?: string | null;

  @CalendarDay({ optional: true })
  signedOn?: string | null;

  @CalendarDay({ optional: true, description: 'From when it holds' })
  effectiveOn?: string | null;

  @Text({ optional: true })
  rationale?: string | null;

  @RecordReference({ optional: true, description: 'The signed act among the files of the agreement' })
  fileId?: string | null;

  @RecordReference({ optional: true, description: 'The source that reports the act' })
  sourceId?: string | null;
}

/** A draft as it is typed: the whole document, and what its kind asks for beside it. */
export class SaveDraftRequest extends AgreementDocumentRequest {
  @Text({ optional: true, description: 'Why this version; left as it is when left out' })
  reason?: string | null;

  @Part(() => AmendmentRequest, { optional: true, description: 'Of an amendment only' })
  amendment?: AmendmentRequest | null;
}

export class OpenDraftRequest {
  @Choice(CHANGE_KINDS)
  kind: ChangeKind;

  @Text({ optional: true })
  reason?: string | null;
}

/** A gap that whoever submits answers for. */
export class AcknowledgedGapRequest {
  @Text({ max: 40, description: 'Code of the gap, as `no_deadline`' })
  gap: string;

  @RecordReference({ optional: true, description: 'The commitment; every gap of this code when left out' })
  subjectId?: string | null;

  @Text({ max: 1000 })
  reason: string;
}

@ApiExtraModels(AcknowledgedGapRequest)
export class DraftTransitionRequest {
  @Choice(DRAFT_ACTIONS)
  action: DraftAction;

  @Text({
    optional: true,
    description: 'Asked for when returning, withdrawing and acknowledging all gaps at once',
  })
  reason?: string | null;

  @CalendarDay({ optional: true, description: 'Day of the decision; today when left out' })
  on?: string | null;

  @FlagOrParts(() => AcknowledgedGapRequest, {
    size: 300,
    description:
      'When submitting: true answers for every gap with the reason of the step; or each with its own',
  })
  acknowledgeGaps?: boolean | AcknowledgedGapRequest[] | null;
}

export class GrantOverrideRequest {
  @Choice(['verify', 'approve'])
  action: 'verify' | 'approve';

  @Text()
  reason: string;
}
