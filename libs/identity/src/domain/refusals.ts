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

/** Without this account nobody would administer the whole installation. */
export class LastAdministrator extends Refusal {
  readonly code = 'last_administrator';
  readonly kind = 'conflict';
}

/** Who could change their own roles would be their own second pair of eyes. */
export class OwnGrantsUntouched extends Refusal {
  readonly code = 'own_grants';
  readonly kind = 'forbidden';
}

/** It comes and goes with a demonstration. */
export class DemonstrationAccountFixed extends Refusal {
  readonly code = 'demonstration_account';
  readonly kind = 'conflict';
}

/** What was personal of the account was erased: it stays closed, for the trail names it. */
export class AccountErased extends Refusal {
  readonly code = 'account_erased';
  readonly kind = 'conflict';
}
