import { Refusal } from '@app/kernel';

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
