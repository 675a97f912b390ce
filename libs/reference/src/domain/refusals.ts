import { FieldsRefused, LocalizedText, Refusal, isWritten } from '@app/kernel';

/** The feast already has days that begin on this day. */
export class HolidayAlreadyRecorded extends Refusal {
  readonly code = 'holiday_already_recorded';
  readonly kind = 'conflict';
}

/** The register holds the agreements of another country than the configuration names. */
export class RegisterOfAnotherCountry extends Refusal {
  readonly code = 'register_of_another_country';
  readonly kind = 'conflict';
}

/** Refuses a record that has no name in any language. @throws FieldsRefused */
export function requireName(names: LocalizedText): void {
  if (!isWritten(names)) throw new FieldsRefused([{ field: 'names', code: 'name_required' }]);
}
