import { addressOf } from '../domain/public-question';
import { countOf } from '../domain/public-summary';
import type { IndicatorWithPromises } from '../use-cases/show-public-indicators';
import type { PublicCourseResponse, PublicIndicatorResponse } from './public-indicator.response';

/** What is public of a national figure, named field by field: what the house notes beside it is not. */
export function publicIndicator(indicator: IndicatorWithPromises): PublicIndicatorResponse {
  const { code, names, definition, nature, unit, series, figures, courses, promised } = indicator;
  return {
    ...{ code, names, definition, nature, unit },
    series: series.map((one) => ({ code: one.code, kind: one.kind, names: one.names })),
    figures: figures.map((figure) => ({
      id: figure.id,
      kind: figure.kind,
      nature: figure.nature,
      series: figure.series,
      period: figure.period,
      periodAbsence: figure.periodAbsence,
      value: figure.value,
      qualifier: figure.qualifier,
      sectorCode: figure.sectorCode,
      measuredIn: figure.measuredIn,
      sourceUrl: figure.source?.url ?? null,
      sourceAbsence: figure.sourceAbsence,
    })),
    courses: courses.map(courseOf),
    promised: promised && besideOf(promised),
  };
}

function courseOf(course: IndicatorWithPromises['courses'][number]): PublicCourseResponse {
  const { target, standing, latest, remaining, years, paceNeeded, pacesObserved, atThisPace } = course;
  return {
    targetPeriod: target.period,
    targetValue: target.value,
    measuredIn: target.measuredIn,
    latestPeriod: latest?.period ?? null,
    latestValue: latest?.value ?? null,
    ...{ standing, remaining, years, paceNeeded, atThisPace },
    pacesObserved: pacesObserved.map(({ by, perYear, periods }) => ({ by, perYear, periods })),
  };
}

function besideOf({
  promisedAs: { kind, unit },
  targetYear,
  firm,
  leftOut: { programme, capacity },
}: NonNullable<IndicatorWithPromises['promised']>) {
  const counted = { kind, unit, counting: 'counted' };
  return {
    ...{ kind, unit, targetYear },
    programme: countOf(programme, 'total.programme', { ...counted, level: 'programme' }),
    capacity: countOf(capacity, 'total.capacity', { ...counted, level: 'capacity' }),
    firm: firm.map((line) => {
      const { relation, stability, basis, total, commitments, dueByTarget, share, shareAbsence } = line;
      const axes = { relation, stability, basis };
      const question = { ...counted, ...axes, level: 'firm' };
      const dueBy = String(targetYear);
      return {
        ...{ ...axes, total, commitments, share, shareAbsence },
        dueByTarget: { ...dueByTarget, rows: addressOf('commitments', { ...question, dueBy }) },
        rows: addressOf('commitments', question),
      };
    }),
  };
}
