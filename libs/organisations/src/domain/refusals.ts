import { Refusal } from '@app/kernel';

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
