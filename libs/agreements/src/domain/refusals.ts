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
