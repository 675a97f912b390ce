import { LANGUAGES, type Language } from '@app/kernel';
import { Choice, SecretText, Text } from '@app/platform';
import type { OwnAccountChange } from '../use-cases/change-own-account';

/** What is left out stays as it is. */
export class OwnAccountRequest implements OwnAccountChange {
  @Text({ optional: true, max: 200, personal: true })
  name?: string | null;

  @Choice(LANGUAGES, { optional: true })
  language?: Language | null;
}

export class PasswordRequest {
  @SecretText({ max: 200 })
  currentPassword: string;

  @SecretText({ max: 200, description: '12 to 200 characters of any kind, none of the most guessed' })
  newPassword: string;
}

/** The first code of a new device. */
export class FirstCodeRequest {
  @Text({ max: 7, pattern: /^\d{3} ?\d{3}$/, description: 'The six digits that the device shows' })
  code: string;
}
