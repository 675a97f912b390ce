import { Refusal } from '@app/kernel';

/** No sign-in at the provider was begun here, or it took too long, or its answer came before. */
export class ProviderAttemptUnknown extends Refusal {
  readonly code = 'provider_attempt_unknown';
  readonly kind = 'unauthenticated';
}

/** The provider vouches for somebody whose account cannot be found or made by it. */
export class ProviderAccountRefused extends Refusal {
  readonly code = 'provider_account_refused';
  readonly kind = 'forbidden';
}

/** The provider vouches for somebody to whom nobody grants a role. */
export class ProviderGrantsNoRole extends Refusal {
  readonly code = 'provider_grants_no_role';
  readonly kind = 'forbidden';
}
