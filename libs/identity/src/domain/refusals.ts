import { MOST_VIEWS } from './saved-view';
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

/** The password is right and a code of the second factor was not sent with it. */
export class SecondFactorCodeRequired extends Refusal {
  readonly code = 'second_factor_code_required';
  readonly kind = 'unauthenticated';
}

/** The code is wrong, was used before, or belongs to another time. */
export class SecondFactorCodeRefused extends Refusal {
  readonly code = 'second_factor_code_refused';
  readonly kind = 'unauthenticated';
}

/** Too many attempts failed: for this account, whether it exists or not, or from this address. */
export class TooManyFailures extends Refusal {
  readonly code = 'too_many_failures';
  readonly kind = 'too_many';
  override readonly retryAfter: number;

  constructor(seconds: number) {
    super({ seconds });
    this.retryAfter = seconds;
  }
}

/** Somebody signed in has not shown again that they are the holder of the account: the password is wrong. */
export class PasswordNotConfirmed extends Refusal {
  readonly code = 'password_not_confirmed';
  readonly kind = 'forbidden';
}

/** The same for the second factor: no code was sent, or a wrong one. */
export class CodeNotConfirmed extends Refusal {
  readonly code = 'code_not_confirmed';
  readonly kind = 'forbidden';
}

/** An account without a password shows who holds it by signing in again. */
export class FreshSessionRequired extends Refusal {
  readonly code = 'fresh_session_required';
  readonly kind = 'forbidden';
}

/** There is a second factor already: it is taken away before another takes its place. */
export class SecondFactorEnrolled extends Refusal {
  readonly code = 'second_factor_enrolled';
  readonly kind = 'conflict';
}

/** There is no second factor to confirm, to use or to take away. */
export class SecondFactorMissing extends Refusal {
  readonly code = 'second_factor_missing';
  readonly kind = 'conflict';
}

/** The register lacks the key that sealed the second factor: its codes cannot be checked, recovery codes can. */
export class SecondFactorUnreadable extends Refusal {
  readonly code = 'second_factor_unreadable';
  readonly kind = 'unavailable';
}

/** Many people sign in with one demonstration account: no device belongs to all of them. */
export class SecondFactorNotForDemonstration extends Refusal {
  readonly code = 'second_factor_not_for_demonstration';
  readonly kind = 'conflict';
}

/** An account has as many API tokens as it may. */
export class TooManyTokens extends Refusal {
  readonly code = 'too_many_tokens';
  readonly kind = 'conflict';
}

/** The account keeps as many views as it may. */
export class TooManyViews extends Refusal {
  readonly code = 'too_many_views';
  readonly kind = 'conflict';

  constructor() {
    super({ most: MOST_VIEWS });
  }
}
