import { Refusal } from '@app/kernel';

/** The person was erased, and is not written again. */
export class PersonErased extends Refusal {
  readonly code = 'person_erased';
  readonly kind = 'conflict';
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
