/** A value at a moment: `at` in years, the end of 2024 being 2025. */
export interface LinePoint {
  readonly at: number;
  readonly value: number;
}

/** A place in the picture, in percent of its width and height, from the upper left corner. */
export interface LinePlace {
  readonly x: number;
  readonly y: number;
}

/** Where everything stands in the picture. */
export interface LineLayout {
  readonly years: readonly { readonly year: number; readonly x: number }[];
  readonly values: readonly { readonly value: number; readonly y: number }[];
  /** The lines in the order in which they were given. */
  readonly lines: readonly (readonly LinePlace[])[];
}

/** More names of years than these do not fit beside each other on a telephone. */
const MOST_YEARS = 6;
const STEPS = 5;

/**
 * Lays lines out between nothing and a round value above the highest. Time begins where a line of text begins. Null
 * where there is nothing to draw.
 */
export function layLines(
  lines: readonly (readonly LinePoint[])[],
  direction: 'ltr' | 'rtl',
): LineLayout | null {
  const points = lines.flat();
  if (points.length === 0) return null;
  const begin = Math.min(...points.map(({ at }) => at));
  const end = Math.max(...points.map(({ at }) => at), begin + 1);
  const values = roundValues(Math.max(...points.map(({ value }) => value), 0));
  const top = values.at(-1) ?? 1;
  const along = (at: number) => {
    const share = ((at - begin) / (end - begin)) * 100;
    return direction === 'rtl' ? 100 - share : share;
  };
  const above = (value: number) => 100 - (value / top) * 100;
  return {
    years: yearsBetween(begin, end).map((year) => ({ year: year - 1, x: along(year) })),
    values: values.map((value) => ({ value, y: above(value) })),
    lines: lines.map((line) => line.map(({ at, value }) => ({ x: along(at), y: above(value) }))),
  };
}

/** The ends of years, each one, or each second, fifth … where there are many; the last one is always among them. */
function yearsBetween(begin: number, end: number): number[] {
  const [first, last] = [Math.ceil(begin), Math.floor(end)];
  const every = [1, 2, 5, 10].find((step) => (last - first) / step < MOST_YEARS) ?? 20;
  const years = Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
  return years.filter((year) => (last - year) % every === 0);
}

function roundValues(highest: number): number[] {
  const least = (highest || 1) / STEPS;
  const power = 10 ** Math.floor(Math.log10(least));
  const step =
    [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((one) => one >= least * 0.999999) ?? least;
  return Array.from({ length: Math.ceil((highest || 1) / step - 1e-9) + 1 }, (_, times) => times * step);
}
