/** A value on a day; days are counted from any day, the same one for all. */
export interface Point {
  readonly day: number;
  readonly value: number;
}

/** Where a delivery stands and how fast it moves. */
export interface Trend {
  /** Units a day; negative where values fall. */
  readonly pace: number;
  /** The value on the last day, freed of one outlier. */
  readonly level: number;
  /** How far the paces between any two points lie apart: their interquartile range over the pace. 0 on a line. */
  readonly spread: number;
}

/**
 * The pace by Theil and Sen: the median of the slopes between all pairs of points. Of five points one may be anything:
 * four of ten slopes are then wrong, and the median still lies among those of the four others.
 * H. Theil, “A rank-invariant method of linear and polynomial regression analysis”, 1950; P. K. Sen, “Estimates of the
 * regression coefficient based on Kendall's tau”, Journal of the American Statistical Association 63, 1968.
 * @param points two at least, in the order of their days, no two of one day.
 */
export function trendOf(points: readonly Point[]): Trend {
  const [last, before] = [points.at(-1), points.at(-2)];
  if (!last || !before) throw new RangeError('a trend wants two points');
  const slopes = points
    .flatMap((one, index) =>
      points.slice(index + 1).map((other) => (other.value - one.value) / (other.day - one.day)),
    )
    .sort(ascending);
  const pace = quantile(slopes, 0.5);
  const carried = (point: Point) => point.value + pace * (last.day - point.day);
  const line = quantile(points.map(carried).sort(ascending), 0.5);
  const middle = quantile([last.value, carried(before), line].sort(ascending), 0.5);
  const highest = Math.max(...points.map(({ value }) => value));
  const spread = (quantile(slopes, 0.75) - quantile(slopes, 0.25)) / Math.abs(pace);
  return { pace, level: Math.min(middle, highest), spread: pace === 0 ? Infinity : spread };
}

/** The value below which so much of a list lies, between neighbours in proportion. The list is in order, not empty. */
export function quantile(ordered: readonly number[], share: number): number {
  const place = share * (ordered.length - 1);
  const lower = ordered[Math.floor(place)] ?? NaN;
  const upper = ordered[Math.ceil(place)] ?? NaN;
  return lower + (upper - lower) * (place - Math.floor(place));
}

function ascending(one: number, other: number): number {
  return one - other;
}
