import { Refusal } from '@app/kernel';

/** The address or the password is wrong; which of the two is not said. */
export class CredentialsRefused extends Refusal {
  readonly code = 'credentials_refused';
  readonly kind = 'unauthenticated';
}

/** Somebody who holds a position is not erased before it is handed on: nothing is orphaned. */
export class AccountHoldsPosition extends Refusal {
  readonly code = 'account_holds_position';
  readonly kind = 'conflict';
}
