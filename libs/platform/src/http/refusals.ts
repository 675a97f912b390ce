import { FieldViolation, Refusal } from '@app/kernel';

/** Nobody is signed in. */
export class SignInRequired extends Refusal {
  readonly code = 'sign_in_required';
  readonly kind = 'unauthenticated';
}

/** No role of the caller permits it. */
export class PermissionRequired extends Refusal {
  readonly code = 'permission_required';
  readonly kind = 'forbidden';
}

/** A role of the caller permits it, and only once its holder has enrolled a second factor and signed in with it. */
export class SecondFactorRequired extends Refusal {
  readonly code = 'second_factor_required';
  readonly kind = 'forbidden';
}

/** A role of the caller permits it elsewhere: not in this region or sector, or not for the whole country. */
export class OutsideScope extends Refusal {
  readonly code = 'outside_scope';
  readonly kind = 'forbidden';
}

/** An API token may not do this: it takes a person with a session. */
export class SessionRequired extends Refusal {
  readonly code = 'session_required';
  readonly kind = 'forbidden';
}

/** A page of another site made the browser send this change. */
export class ForeignSite extends Refusal {
  readonly code = 'foreign_site';
  readonly kind = 'forbidden';
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

/** Another request wrote the same, or took away what this one refers to, at this very moment. */
export class RecordedMeanwhile extends Refusal {
  readonly code = 'recorded_meanwhile';
  readonly kind = 'conflict';
}

/** A part that the answer needs does not answer itself. */
export class ServiceUnavailable extends Refusal {
  readonly code = 'service_unavailable';
  readonly kind = 'unavailable';
}

/** More at once than the register takes. */
export class TooManyAtOnce extends Refusal {
  readonly code = 'too_many_at_once';
  readonly kind = 'too_many';
}

/** More requests in a minute than the settings allow one address or account. */
export class TooManyRequests extends Refusal {
  readonly code = 'too_many_requests';
  readonly kind = 'too_many';
  override readonly retryAfter: number;

  constructor(seconds: number) {
    super({ seconds });
    this.retryAfter = seconds;
  }
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

/** The answer is shown once and kept nowhere, so it cannot be repeated for a key. */
export class IdempotencyKeyNotTaken extends Refusal {
  readonly code = 'idempotency_key_not_taken';
  readonly kind = 'invalid';
}
