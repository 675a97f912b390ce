/** A value for a calendar day (YYYY-MM-DD). */
export interface DayValue {
  readonly day: string;
  readonly value: number;
}

/** What a burn-up draws, as the register answers it. */
export interface BurnUpSeries {
  /** `none`, `milestones` (steps), or `straight_assumption`. */
  readonly promisedLine: string;
  readonly promised: readonly DayValue[];
  readonly claimed: readonly DayValue[];
  readonly accepted: readonly DayValue[];
  readonly forecast: {
    readonly from: DayValue;
    readonly target: number;
    readonly earliest: string;
    /** Null where the range is open at its late end. */
    readonly latest: string | null;
  } | null;
}

/** A place in the picture, in percent of its width and height, from the upper left corner. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Where everything stands in the picture. */
export interface BurnUpLayout {
  /** The first of January of some years. */
  readonly years: readonly { readonly year: number; readonly x: number }[];
  /** Round values from nothing to the top. */
  readonly values: readonly { readonly value: number; readonly y: number }[];
  readonly promised: readonly Place[];
  readonly claimed: readonly Place[];
  readonly accepted: readonly Place[];
  /** The corners of what the forecast covers; none without a range. */
  readonly band: readonly Place[];
  /** In the order in which they were given. */
  readonly deadlines: readonly number[];
}

const DAY = 86_400_000;

/** More names of years than these do not fit beside each other on a telephone. */
const MOST_YEARS = 5;

/** A range that reaches far ahead would press everything else together: it is cut off at this many times the rest. */
const LONGEST_FORECAST = 2;

/**
 * Lays a burn-up out; null where there is not a single day to draw. Time begins where a line of text begins: at the
 * left, and at the right for languages written from there.
 *
 * @param deadlines last days of the promise (YYYY-MM-DD), past and present.
 */
export function layBurnUp(
  series: BurnUpSeries,
  deadlines: readonly string[],
  direction: 'ltr' | 'rtl',
): BurnUpLayout | null {
  const { forecast } = series;
  const points = [...series.promised, ...series.claimed, ...series.accepted];
  const days = [...points.map(({ day }) => day), ...deadlines].map(numberOf);
  if (days.length === 0) return null;
  const begin = Math.min(...days);
  const rest = Math.max(...days, begin + 1);
  const ends = forecast ? [forecast.earliest, forecast.latest ?? forecast.earliest].map(numberOf) : [];
  const end = Math.min(Math.max(rest, ...ends), begin + LONGEST_FORECAST * (rest - begin));
  const values = roundValues(Math.max(0, ...points.map(({ value }) => value), forecast?.target ?? 0));
  const top = values.at(-1) ?? 1;

  const along = (day: number) => {
    const share = ((day - begin) / (end - begin)) * 100;
    return direction === 'rtl' ? 100 - share : share;
  };
  const above = (value: number) => 100 - (value / top) * 100;
  const place = ({ day, value }: DayValue): Place => ({ x: along(numberOf(day)), y: above(value) });
  return {
    years: yearsBetween(begin, end).map((year) => ({ year, x: along(firstDayOf(year)) })),
    values: values.map((value) => ({ value, y: above(value) })),
    promised: (series.promisedLine === 'milestones' ? stepsOf(series.promised) : series.promised).map(place),
    claimed: series.claimed.map(place),
    accepted: series.accepted.map(place),
    band: bandOf(forecast, end).map(([day, value]) => ({ x: along(day), y: above(value) })),
    deadlines: deadlines.map((day) => along(numberOf(day))),
  };
}

/** Days since 1 January 1970. */
function numberOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY;
}

function firstDayOf(year: number): number {
  return Date.UTC(year, 0, 1) / DAY;
}

function yearOf(day: number): number {
  return new Date(day * DAY).getUTCFullYear();
}

/** Years that begin between two days, each one, or each second, fifth, tenth … where there are many. */
function yearsBetween(begin: number, end: number): number[] {
  const [first, last] = [yearOf(begin), yearOf(end)];
  const every = [1, 2, 5, 10, 20].find((step) => (last - first) / step <= MOST_YEARS) ?? 50;
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset).filter(
    (year) => year % every === 0 && firstDayOf(year) >= begin,
  );
}

/** From nothing to the first round value that is no less than the highest, in at most five equal steps. */
function roundValues(highest: number): number[] {
  const least = Math.max(highest, 1) / 5;
  const power = 10 ** Math.floor(Math.log10(least));
  const round = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= least) ?? least;
  const step = Math.max(round, 1);
  return Array.from({ length: Math.ceil(Math.max(highest, 1) / step) + 1 }, (_, times) => times * step);
}

/** The promise stands still and rises on the days of its milestones: nothing is promised between them. */
function stepsOf(points: readonly DayValue[]): DayValue[] {
  return points.flatMap((point, index) => {
    const before = points[index - 1];
    return before ? [{ day: point.day, value: before.value }, point] : [point];
  });
}

/** From the last accepted value along both ends of the range to the target, or to the end of the picture. */
function bandOf(forecast: BurnUpSeries['forecast'], end: number): (readonly [number, number])[] {
  if (!forecast) return [];
  const { from, target, earliest, latest } = forecast;
  const start = numberOf(from.day);
  const reach = (day: string | null): readonly [number, number] => {
    // An open end rises more slowly than anything that a picture shows.
    if (day === null) return [end, from.value];
    const reached = numberOf(day);
    if (reached <= end) return [reached, target];
    return [end, from.value + ((end - start) / (reached - start)) * (target - from.value)];
  };
  const [early, late] = [reach(earliest), reach(latest)];
  const corner: (readonly [number, number])[] =
    early[1] === target && late[1] !== target ? [[end, target]] : [];
  return [[start, from.value], early, ...corner, late];
}
