import { EmailAddress, Text } from '@app/platform';

export class SignInRequest {
  @EmailAddress()
  email: string;

  @Text({ max: 200 })
  password: string;
}
