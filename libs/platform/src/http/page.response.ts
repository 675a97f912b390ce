/** What every list answers beside its items. */
export class PageResponse {
  /** Rows in all; exact up to 10,000, or with `count=exact`. */
  total: number;

  /** True when `total` is a lower bound. */
  totalIsAtLeast?: true;

  /** What to send as `cursor` for the next page; null on the last. */
  nextCursor: string | null;
}
