import { FieldViolation, Refusal } from '@app/kernel';

/** Nobody is signed in. */
export class SignInRequired extends Refusal {
  readonly code = 'sign_in_required';
  readonly kind = 'unauthenticated';
}

/** The request's shape is wrong: unknown, missing or ill-typed fields. */
export class RequestMalformed extends Refusal {
  readonly code = 'validation_failed';
  readonly kind = 'invalid';

  constructor(violations: readonly FieldViolation[]) {
    super({ count: violations.length }, violations);
  }
}

/** The body is not JSON. */
export class BodyUnreadable extends Refusal {
  readonly code = 'body_unreadable';
  readonly kind = 'invalid';
}

/** The request is larger than the register takes. */
export class RequestTooLarge extends Refusal {
  readonly code = 'request_too_large';
  readonly kind = 'too_large';
}

/** A change must name the version it changes. */
export class IfMatchRequired extends Refusal {
  readonly code = 'if_match_required';
  readonly kind = 'precondition_required';
}

/** The same key came with another request before. */
export class IdempotencyKeyReused extends Refusal {
  readonly code = 'idempotency_key_reused';
  readonly kind = 'unprocessable';
}

/** The key is empty, too long or has characters outside visible ASCII. */
export class IdempotencyKeyMalformed extends Refusal {
  readonly code = 'idempotency_key_malformed';
  readonly kind = 'invalid';
}
