import { EmailAddress, SecretText, Text } from '@app/platform';

/** Longest password that is looked at; the rule for new ones counts characters. */
const LONGEST_SECRET = 200;

const ONE_TIME_CODE = /^\d{3} ?\d{3}$/;

/** A code of the second factor, or one that stands in for it. */
export class CodeRequest {
  @Text({
    optional: true,
    max: 7,
    pattern: ONE_TIME_CODE,
    description: 'The six digits that the device shows',
  })
  code?: string | null;

  @Text({ optional: true, max: 60, description: 'A recovery code, in the place of the device' })
  recoveryCode?: string | null;
}

export class SignInRequest extends CodeRequest {
  @EmailAddress()
  email: string;

  @SecretText({ max: LONGEST_SECRET })
  password: string;
}

/** Who one is, shown again before credentials change. */
export class ConfirmationRequest extends CodeRequest {
  @SecretText({ optional: true, max: LONGEST_SECRET, description: 'Of every account that has one' })
  password?: string | null;
}
