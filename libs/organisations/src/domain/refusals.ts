import { Refusal } from '@app/kernel';

/** The person was erased, and is not written again. */
export class PersonErased extends Refusal {
  readonly code = 'person_erased';
  readonly kind = 'conflict';
}

/** The record was merged into another, which is the one to write to. */
export class RecordMerged extends Refusal {
  readonly code = 'record_merged';
  readonly kind = 'conflict';

  constructor(stays: string) {
    super({ id: stays });
  }
}

/** A record is not merged into itself. */
export class MergeIntoItself extends Refusal {
  readonly code = 'merge_into_itself';
  readonly kind = 'unprocessable';
}

/** The record stands for itself: there is no merge to undo. */
export class RecordNotMerged extends Refusal {
  readonly code = 'record_not_merged';
  readonly kind = 'conflict';
}

/** People act for both organisations: who acts for which is settled first. */
export class BothHaveAccess extends Refusal {
  readonly code = 'both_have_access';
  readonly kind = 'conflict';
}

/** Something was merged on top of this merge, and is separated first. */
export class MergedFurther extends Refusal {
  readonly code = 'merged_further';
  readonly kind = 'conflict';

  constructor(later: string) {
    super({ id: later });
  }
}

/** Another organisation has this common company identifier. */
export class IceAlreadyRecorded extends Refusal {
  readonly code = 'ice_already_recorded';
  readonly kind = 'conflict';

  constructor(readonly organisationId: string) {
    super({ id: organisationId }, [
      { field: 'ice', code: 'ice_already_recorded', values: { id: organisationId } },
    ]);
  }
}
