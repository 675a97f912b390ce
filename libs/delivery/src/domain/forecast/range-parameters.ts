/**
 * The logarithm of the factor by which the time that remains differs from the time that the pace gives: a constant, so
 * much for the spread of the paces (`ln (1 + spread)`), so much for the share of the target that is reached.
 */
export interface FactorLine {
  readonly constant: number;
  readonly spread: number;
  readonly reached: number;
}

/** The two ends of a range and what lies in the middle. */
export interface RangeParameters {
  /** The share of deliveries that lies between the ends. */
  readonly share: number;
  readonly early: FactorLine;
  readonly middle: FactorLine;
  readonly late: FactorLine;
}

/** Spreads count up to this: beyond, the pace says nothing anyhow. */
export const LARGEST_SPREAD = 9;

/** So much at least, as a logarithm, lies between an end of the range and the day to which the pace leads. */
export const LEAST_WIDTH = 0.05;

/**
 * From five observations: one tenth of the simulated deliveries were earlier than the range, one tenth later. Fitted by
 * quantile regression on the training deliveries of test/support/delivery-curves.ts and fixed since: at 12 and 88 in a
 * hundred, because every range is widened to the day of the pace itself, which takes in the rest. How well they hold for
 * other deliveries is tested, and told in the decision on the forecast.
 */
export const FROM_FIVE: RangeParameters = {
  share: 0.8,
  early: { constant: -0.81, spread: -1.78, reached: 0.84 },
  middle: { constant: -0.61, spread: -1.05, reached: 1.12 },
  late: { constant: -0.63, spread: -0.48, reached: 1.94 },
};

/** From two to four: one in twenty was earlier, one in twenty later. So few say nothing of a spread. */
export const FROM_TWO: RangeParameters = {
  share: 0.9,
  early: { constant: -3.22, spread: 0, reached: 3.74 },
  middle: { constant: -1.58, spread: 0, reached: 3.54 },
  late: { constant: 0.02, spread: 0, reached: 2.74 },
};
