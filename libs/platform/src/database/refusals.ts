import { Refusal } from '@app/kernel';

/** The cursor was not given out by this list in this order. */
export class InvalidCursor extends Refusal {
  readonly code = 'invalid_cursor';
  readonly kind = 'invalid';

  constructor() {
    super({}, [{ field: 'cursor', code: 'invalid_cursor' }]);
  }
}
