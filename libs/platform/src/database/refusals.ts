import { Refusal } from '@app/kernel';

/** The cursor was not given out by this list in this order. */
export class InvalidCursor extends Refusal {
  readonly code = 'invalid_cursor';
  readonly kind = 'invalid';

  constructor() {
    super({}, [{ field: 'cursor', code: 'invalid_cursor' }]);
  }
}

/** The database is not set up to hold what investors see apart: nothing is shown rather than too much. */
export class InvestorsUnavailable extends Refusal {
  readonly code = 'investors_unavailable';
  readonly kind = 'unavailable';
}
