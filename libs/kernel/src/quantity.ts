/** How a paper qualifies a figure: "more than 1,000" is not 1,000. */
export const QUALIFIERS = ['exactly', 'at_least', 'more_than', 'about', 'up_to', 'not_stated'] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

/** Whether the jobs are the obligor's own or those it brings about elsewhere. */
export const RELATIONS = ['direct', 'indirect', 'both', 'not_stated'] as const;
export type Relation = (typeof RELATIONS)[number];

/** Whether the paper promises stable jobs. */
export const STABILITIES = ['stable', 'not_stated'] as const;
export type Stability = (typeof STABILITIES)[number];

/** What the figure is counted from. */
export const BASES = ['new', 'additional', 'headcount_level', 'site_capacity', 'not_stated'] as const;
export type Basis = (typeof BASES)[number];

/** Who stands behind the figure: a firm, a whole programme that contains the firms, or the size of a site. */
export const LEVELS = ['firm', 'programme', 'capacity'] as const;
export type Level = (typeof LEVELS)[number];

/** What is counted; an ISO 4217 code such as `MAD` counts money. */
export const COUNTED_UNITS = ['jobs', 'trainees', 'grants', 'places', 'percent'] as const;
export type CountedUnit = (typeof COUNTED_UNITS)[number];
const CURRENCY = /^[A-Z]{3}$/;

/**
 * A promised figure with its axes. `value` is null when the paper gives words only ("thousands"), which
 * `stated` then keeps. Figures add only when unit, relation, stability, basis and level agree.
 */
export interface Quantity {
  readonly qualifier: Qualifier;
  readonly value: number | null;
  readonly unit: string;
  readonly relation: Relation;
  readonly stability: Stability;
  readonly basis: Basis;
  readonly level: Level;
  readonly stated: string | null;
}

/** Largest figure accepted; below it every value with two decimals is exact in JSON numbers. */
export const LARGEST_VALUE = 9_000_000_000_000;

/** Whether the unit is a counted thing or a currency code. */
export function isUnit(unit: string): boolean {
  return (COUNTED_UNITS as readonly string[]).includes(unit) || CURRENCY.test(unit);
}

/** Whether the unit counts money. */
export function isMoneyUnit(unit: string): boolean {
  return CURRENCY.test(unit);
}

/** Whether the value is one the register can keep exactly: not negative, at most two decimals, not absurd. */
export function isExactValue(value: number, unit: string): boolean {
  if (!Number.isFinite(value) || value < 0 || value > LARGEST_VALUE) return false;
  if (!isMoneyUnit(unit) && unit !== 'percent') return Number.isInteger(value);
  return Number(value.toFixed(2)) === value;
}

/** An amount of money as a paper gives it. */
export interface QualifiedAmount {
  readonly value: number;
  readonly currency: string;
  readonly qualifier: Qualifier;
}
