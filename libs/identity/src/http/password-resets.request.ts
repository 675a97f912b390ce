import { EmailAddress, SecretText, Text } from '@app/platform';

export class PasswordResetRequest {
  @EmailAddress()
  email: string;
}

export class NewPasswordRequest {
  @Text({ max: 200, description: 'What stands behind # in the link' })
  token: string;

  @SecretText({ max: 200, description: '12 to 200 characters of any kind, none of the most guessed' })
  password: string;
}
