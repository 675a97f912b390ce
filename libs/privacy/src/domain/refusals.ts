import { Refusal } from '@app/kernel';

/** Nobody has checked that the requester is whom they say. */
export class IdentityNotChecked extends Refusal {
  readonly code = 'identity_not_checked';
  readonly kind = 'conflict';
}

/** The request is closed; what follows is a new one. */
export class DataRequestClosed extends Refusal {
  readonly code = 'data_request_closed';
  readonly kind = 'conflict';
}

/** Only what was granted is carried out. */
export class DataRequestNotGranted extends Refusal {
  readonly code = 'data_request_not_granted';
  readonly kind = 'conflict';
}

/** Nobody has found out whose data the request is about. */
export class SubjectUnknown extends Refusal {
  readonly code = 'subject_unknown';
  readonly kind = 'conflict';
}

/** Another kind of request asks for this. */
export class NotAnErasure extends Refusal {
  readonly code = 'not_an_erasure';
  readonly kind = 'conflict';
}

/** A granted erasure is carried out before it is closed. */
export class ErasureNotCarriedOut extends Refusal {
  readonly code = 'erasure_not_carried_out';
  readonly kind = 'conflict';
}

/**
 * The person is named in a public act, and the decision does not say whether the name goes too: it is kept under the
 * recorded legal basis of its processing unless it is decided otherwise.
 */
export class PublicNamesNeedDecision extends Refusal {
  readonly code = 'public_names_need_decision';
  readonly kind = 'conflict';

  constructor(agreements: number) {
    super({ count: agreements });
  }
}
