import { Refusal } from '@app/kernel';

/** The provider does not answer, or says itself that it cannot just now. */
export class ProviderUnavailable extends Refusal {
  readonly code = 'provider_unavailable';
  readonly kind = 'unavailable';
}

/** The provider did not sign the person in: they turned back, or it does not let them through. */
export class ProviderDeclined extends Refusal {
  readonly code = 'provider_declined';
  readonly kind = 'unauthenticated';
}

/** What came back is not the provider's answer to this sign-in, or cannot be proven to be. */
export class ProviderAnswerRefused extends Refusal {
  readonly code = 'provider_answer_refused';
  readonly kind = 'unauthenticated';
}
