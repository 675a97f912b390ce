import { lastDayOfMonth, parsePublishedDate } from '@app/kernel';
import { type Nature, SPAN_OF_YEARS } from './indicator';

/** A figure as the course to a target reads it. */
export interface CourseFigure {
  readonly id: string;
  readonly nature: Nature;
  readonly series: string;
  readonly sectorCode: string | null;
  readonly period: string | null;
  readonly value: number;
}

/** A target with the method by which it is measured; null where no paper says by which. */
export interface CourseTarget extends CourseFigure {
  readonly measuredIn: string | null;
}

/** How fast the indicator was seen to move, in its unit a year, and what tells it. */
export interface ObservedPace {
  /** A change that was published for a span, or the difference of two observations of one method. */
  readonly by: 'published_change' | 'two_observations';
  readonly perYear: number;
  /** The figures that it is made of: the one, or the earlier and the later. */
  readonly figures: readonly string[];
  /** As published: `2023/2024`, or both periods as `2023` and `2024`. */
  readonly periods: readonly string[];
}

/**
 * How the course stands. `method_not_stated`: no observation may be held against the target, because no paper says
 * which method it means. `period_over`: the target's period has been observed and the target was not reached.
 */
export const COURSE_STANDINGS = [
  'reached',
  'ahead',
  'behind',
  'period_over',
  'not_enough_observations',
  'method_not_stated',
] as const;
export type CourseStanding = (typeof COURSE_STANDINGS)[number];

/** The way from what was observed last to a target, along one method. */
export interface Course {
  readonly target: CourseTarget;
  readonly standing: CourseStanding;
  /** The last observation by the target's method; null when there is none. */
  readonly latest: CourseFigure | null;
  /** Still missing to the target, in the indicator's unit; not below 0. */
  readonly remaining: number | null;
  /** From the end of the last observation's period to the end of the target's. */
  readonly years: number | null;
  /** What must be added a year from the last observation on. */
  readonly paceNeeded: number | null;
  /** What was seen, the published change first; empty where there is not enough to tell. */
  readonly pacesObserved: readonly ObservedPace[];
  /** Where the first of them leads in the target's period. */
  readonly atThisPace: number | null;
}

const MONTHS = 12;

/** The figures that the database keeps have so many decimals. */
const DECIMALS = 6;

/**
 * The course to a target. Observations of another method, of a part of the sector, of another nature and of parts of
 * a year (where a year is what is measured) are never joined to it: a half-year of exports is no level of a year, and
 * a net creation is no stock.
 * @param observations of one indicator, in any order.
 */
export function courseTo(target: CourseTarget, observations: readonly CourseFigure[]): Course {
  const nothing = { latest: null, remaining: null, years: null, paceNeeded: null, atThisPace: null };
  const unseen: Omit<Course, 'standing'> = { target, ...nothing, pacesObserved: [] };
  if (target.measuredIn === null) return { ...unseen, standing: 'method_not_stated' };
  const ofMethod = observations.filter(
    ({ series, sectorCode }) => series === target.measuredIn && sectorCode === target.sectorCode,
  );
  const seen = inOrder(ofMethod.filter((one) => one.nature === target.nature && isComparable(one)));
  const latest = seen.at(-1) ?? null;
  const [end, goal] = [endOfPeriod(latest?.period ?? null), endOfPeriod(target.period)];
  if (latest === null || end === null || goal === null)
    return { ...unseen, standing: 'not_enough_observations' };

  const years = exact((goal - end) / MONTHS);
  const remaining = exact(Math.max(0, target.value - latest.value));
  const pacesObserved = pacesUntil(latest, seen, ofMethod);
  const [pace] = pacesObserved;
  const isOpen = years > 0;
  const paceNeeded = isOpen ? exact(remaining / years) : null;
  const course = {
    target,
    latest,
    remaining,
    years: Math.max(0, years),
    paceNeeded,
    pacesObserved,
    atThisPace: pace && isOpen ? exact(latest.value + pace.perYear * years) : null,
  };
  if (remaining === 0) return { ...course, standing: 'reached' };
  if (paceNeeded === null) return { ...course, standing: 'period_over' };
  if (!pace) return { ...course, standing: 'not_enough_observations' };
  return { ...course, standing: pace.perYear >= paceNeeded ? 'ahead' : 'behind' };
}

/** Where a period ends, in months since the year 0; null without one. */
export function endOfPeriod(period: string | null): number | null {
  if (period === null) return null;
  const span = SPAN_OF_YEARS.exec(period);
  const lastDay = parsePublishedDate(span ? (span[2] ?? '') : period)?.lastDay;
  if (!lastDay) return null;
  const [year = 0, month = 0, day = 0] = lastDay.split('-').map(Number);
  const daysOfMonth = Number(lastDayOfMonth(year, month).slice(8));
  return year * MONTHS + month - 1 + day / daysOfMonth;
}

/** How many whole years a published change is for; null where it is for none. */
function yearsOf(period: string): number | null {
  const span = SPAN_OF_YEARS.exec(period);
  if (span) return Number(span[2]) - Number(span[1]) + 1;
  return /^\d{4}$/.test(period) ? 1 : null;
}

/** A stock stands at the end of whatever period; what a year brings is compared year with year. */
function isComparable({ nature, period }: CourseFigure): boolean {
  if (period === null || SPAN_OF_YEARS.test(period)) return false;
  return nature === 'stock' || nature === 'increment' || yearsOf(period) === 1;
}

function inOrder(figures: readonly CourseFigure[]): CourseFigure[] {
  return figures
    .map((figure) => ({ figure, end: endOfPeriod(figure.period) ?? 0 }))
    .sort((one, other) => one.end - other.end || (one.figure.id < other.figure.id ? -1 : 1))
    .map(({ figure }) => figure);
}

function pacesUntil(
  latest: CourseFigure,
  seen: readonly CourseFigure[],
  ofMethod: readonly CourseFigure[],
): ObservedPace[] {
  const end = endOfPeriod(latest.period) ?? 0;
  const published = ofMethod.flatMap((figure): ObservedPace[] => {
    const years = figure.period === null ? null : yearsOf(figure.period);
    const isChange = latest.nature === 'stock' && figure.nature === 'flow';
    if (!isChange || years === null || figure.period === null || endOfPeriod(figure.period) !== end)
      return [];
    return [
      {
        ...{ by: 'published_change', perYear: exact(figure.value / years) },
        ...{ figures: [figure.id], periods: [figure.period] },
      },
    ];
  });
  const before = seen.findLast((figure) => (endOfPeriod(figure.period) ?? 0) < end);
  if (!before) return published;
  const years = (end - (endOfPeriod(before.period) ?? 0)) / MONTHS;
  return [
    ...published,
    {
      by: 'two_observations',
      perYear: exact((latest.value - before.value) / years),
      figures: [before.id, latest.id],
      periods: [before.period ?? '', latest.period ?? ''],
    },
  ];
}

function exact(value: number): number {
  return Number(value.toFixed(DECIMALS));
}
