import { Refusal } from '@app/kernel';

/** The address or the password is wrong; which of the two is not said. */
export class CredentialsRefused extends Refusal {
  readonly code = 'credentials_refused';
  readonly kind = 'unauthenticated';
}
