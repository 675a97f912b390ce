import { type FieldViolation, type Hindrance, Refusal, type RefusalKind } from '@app/kernel';

/** Another record already has this value, which only one may have. */
export class AlreadyRecorded extends Refusal {
  readonly code = 'already_recorded';
  readonly kind = 'conflict';

  constructor(field: string) {
    super({ field }, [{ field, code: 'already_recorded', values: { field } }]);
  }
}

/** Somebody has decided this meanwhile: another decision has to name the one that it takes the place of. */
export class AlreadyDecided extends Refusal {
  readonly code = 'already_decided';
  readonly kind = 'conflict';
}

/** The link would lead from an instrument, over others, back to it. */
export class LinkMakesCircle extends Refusal {
  readonly code = 'link_makes_circle';
  readonly kind = 'conflict';
}

/** Somebody has withdrawn it already. */
export class AlreadyWithdrawn extends Refusal {
  readonly code = 'already_withdrawn';
  readonly kind = 'conflict';
}
/** The agreement was only drafted: there is no version yet to do this with. */
export class NoCurrentVersion extends Refusal {
  readonly code = 'no_current_version';
  readonly kind = 'conflict';
}

/** There is a draft already: an agreement has one open draft at most. */
export class DraftIsOpen extends Refusal {
  readonly code = 'draft_is_open';
  readonly kind = 'conflict';
}

/** What was submitted waits for a decision; it is written again after it was returned. */
export class DraftIsUnderReview extends Refusal {
  readonly code = 'draft_is_under_review';
  readonly kind = 'conflict';
}

/** A backward or adverse step says why. */
export class ReasonRequired extends Refusal {
  readonly code = 'reason_required';
  readonly kind = 'unprocessable';

  constructor() {
    super({}, [{ field: 'reason', code: 'required' }]);
  }
}

/** Hindrances that are about who asks; everything else is about the record. */
const ABOUT_THE_CALLER = new Set([
  'sign_in_required',
  'permission_required',
  'second_factor_required',
  'outside_scope',
  'drafter_does_not_verify',
  'verifier_does_not_approve',
  'writer_does_not_verify',
  'second_verifier_needed',
  'appeal_needs_another_verifier',
]);

/** A step that something stands in the way of: the same hindrance that is shown beside the button. */
export class StepHindered extends Refusal {
  readonly code: string;
  readonly kind: RefusalKind;

  constructor({ code, values }: Hindrance, violations: readonly FieldViolation[] = []) {
    super(values, violations);
    this.code = code;
    this.kind = kindOf(code, violations);
  }
}

function kindOf(code: string, violations: readonly FieldViolation[]): RefusalKind {
  if (ABOUT_THE_CALLER.has(code)) return 'forbidden';
  return violations.length > 0 ? 'unprocessable' : 'conflict';
}

/** Two people changed the same draft: both documents come back, and nothing is overwritten. */
export class DraftConflict extends Refusal {
  readonly code = 'draft_conflict';
  readonly kind = 'conflict';

  /** @param extension what the answer carries beside the sentence. */
  constructor(override readonly extension: Readonly<Record<string, unknown>>) {
    super();
  }
}
