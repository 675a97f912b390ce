import { Refusal } from '@app/kernel';

/** One verification runs at a time; the answer names it. */
export class VerificationUnderWay extends Refusal {
  readonly code = 'verification_under_way';
  readonly kind = 'conflict';

  /** @param extension the verification that waits or runs, under `running`. */
  constructor(override readonly extension: Readonly<{ running: Readonly<{ id: string }> }>) {
    super();
  }
}
