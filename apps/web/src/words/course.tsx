import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/app/services';
import { formatNumber } from '@/formats/numbers';
import { Fact, Facts } from '@/ui/facts';
import { type ChartLine, LineChart } from '@/ui/line-chart';
import { Table } from '@/ui/table';
import { useWord } from './use-word';

/** A figure of the course, as it was published. */
export interface CoursePoint {
  readonly id: string;
  readonly period: string;
  readonly value: number;
}

/** The way from what was observed last to a target, by one method. */
export interface CourseTold {
  readonly name: string;
  readonly unit: string;
  /** By the target's method, for the whole sector, the earliest first. */
  readonly observed: readonly CoursePoint[];
  readonly target: CoursePoint;
  readonly standing: string;
  readonly remaining: number | null;
  readonly years: number | null;
  readonly paceNeeded: number | null;
  readonly paces: readonly {
    readonly by: string;
    readonly perYear: number;
    readonly periods: readonly string[];
  }[];
  readonly atThisPace: number | null;
}

interface CourseProps {
  readonly of: CourseTold;
  /** Leads a term, and a number that was made by it, to what it means. */
  readonly term: (
    id: 'course' | 'pace_needed' | 'pace_observed' | 'at_this_pace',
    words: string,
  ) => ReactNode;
  /** Leads a figure to its record, where it has one. */
  readonly figure?: (id: string, words: string) => ReactNode;
}

/**
 * Whether a figure for this period is a point of the course: a stock and an increase stand at the end of any period, what a
 * year brings is compared year with year. As `courseTo` of the indicators has it.
 */
export function isOfCourse(nature: string | undefined, period: string | null): boolean {
  if (period === null || period.includes('/')) return false;
  return nature === 'stock' || nature === 'increment' || /^\d{4}$/.test(period);
}

/** The course that is shown: the last with an observation by its method, else the last of all. */
export function shownCourse<Course>(
  courses: readonly Course[],
  isObserved: (course: Course) => boolean,
): Course | undefined {
  return courses.findLast(isObserved) ?? courses.at(-1);
}

/** A course as picture, sentence and table; each says what the others do. */
export function Course({ of: course, term, figure = (_, words) => words }: CourseProps) {
  const { t } = useTranslation('words');
  const language = useLanguage();
  const word = useWord();
  const { unit, target, observed, paceNeeded, paces, atThisPace, remaining, years } = course;
  const number = (value: number) => formatNumber(value, language, { maximumFractionDigits: 3 });
  const counted = (value: number) => `${number(value)} ${word('indicatorUnit', unit)}`;
  const rows = rowsOf(course);
  if (observed.length === 0)
    return (
      <p>
        <strong>{word('courseStanding', course.standing)}</strong> ·{' '}
        {figure(target.id, counted(target.value))} <bdi>{target.period}</bdi>
      </p>
    );
  return (
    <div className="stack">
      <p>
        <strong>{word('courseStanding', course.standing)}</strong>
      </p>
      <LineChart
        label={t('national.chart', { name: course.name, period: target.period })}
        told={t('national.told', { unit: word('indicatorUnit', unit) })}
        lines={linesOf(course)}
      />
      <Facts>
        {remaining === null ? null : (
          <Fact name={term('course', t('national.remaining', { period: target.period }))}>
            {term(
              'course',
              years === null
                ? counted(remaining)
                : `${counted(remaining)} · ${t('national.years', { count: Math.round(years * 10) / 10 })}`,
            )}
          </Fact>
        )}
        {paceNeeded === null ? null : (
          <Fact name={term('pace_needed', t('national.paceNeeded'))}>
            {term('pace_needed', t('national.perYear', { figure: counted(paceNeeded) }))}
          </Fact>
        )}
        <Fact name={term('pace_observed', t('national.paceObserved'))}>
          {paces.length === 0 ? t('national.notEnough') : null}
          {paces.map(({ by, perYear, periods }) => (
            <span className="block" key={by}>
              {term('pace_observed', t('national.perYear', { figure: counted(perYear) }))}{' '}
              <small className="muted">
                {by === 'published_change'
                  ? t('national.published', { period: periods[0] })
                  : t('national.between', { from: periods[0], to: periods[1] })}
              </small>
            </span>
          ))}
        </Fact>
        {atThisPace === null ? null : (
          <Fact name={term('at_this_pace', t('national.atThisPace', { period: target.period }))}>
            {term('at_this_pace', counted(atThisPace))}
          </Fact>
        )}
      </Facts>
      <Table
        caption={t('national.table', { name: course.name })}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'period',
            heading: t('national.period'),
            isRowHeading: true,
            cell: ({ period }) => <bdi>{period}</bdi>,
          },
          { key: 'what', heading: t('national.what'), cell: ({ what }) => what },
          {
            key: 'value',
            heading: t('national.value'),
            numeric: true,
            cell: ({ id, value }) =>
              id === null ? term('at_this_pace', counted(value)) : figure(id, counted(value)),
          },
        ]}
      />
    </div>
  );

  function rowsOf({ observed: seen, target: goal }: CourseTold) {
    return [
      ...seen.map(({ id, period, value }) => ({
        key: id,
        id,
        period,
        value,
        what: t('national.line.observed'),
      })),
      ...(atThisPace === null
        ? []
        : [{ key: 'pace', id: null, period: goal.period, value: atThisPace, what: t('national.line.pace') }]),
      { key: goal.id, id: goal.id, period: goal.period, value: goal.value, what: t('national.line.target') },
    ];
  }

  function linesOf({ target: goal }: CourseTold): ChartLine[] {
    const latest = observed.at(-1);
    const places = observed.map(({ period, value }) => ({ at: endOf(period), value }));
    const towards = (value: number) =>
      latest
        ? [
            { at: endOf(latest.period), value: latest.value },
            { at: endOf(goal.period), value },
          ]
        : [];
    return [
      { kind: 'observed', name: t('national.line.observed'), points: places },
      { kind: 'needed', name: t('national.line.needed'), points: towards(goal.value) },
      ...(atThisPace === null
        ? []
        : [{ kind: 'pace', name: t('national.line.pace'), points: towards(atThisPace) } as const]),
    ];
  }
}

/** Where a stated period ends, in years: `2024` and `2024-12` end where 2025 begins, `2024-H1` half a year before. */
export function endOf(period: string): number {
  const [, year, half, month] = /(\d{4})(?:-H([12])|-(\d{2}))?(?:-\d{2})?$/.exec(period) ?? [];
  const share = half ? Number(half) / 2 : month ? Number(month) / 12 : 1;
  return Number(year) + share;
}
