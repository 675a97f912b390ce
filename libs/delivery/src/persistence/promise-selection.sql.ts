import { Condition, SynonymGroups, holdsEveryWord } from '@app/platform';
import type { UncountedFigure } from '../domain/count-once';
import type { StatusCase } from '../domain/derive-status';
import { FUNNEL_STAGES, type FunnelStage } from '../domain/progress-summary';
import type { Counting, PromiseSelection } from '../domain/promise-selection';
import { NO_LONGER_PROMISED, RELEASED, liesIn } from './decision.sql';
import { WAS_HEARD } from './notice.sql';
import { IS_VERIFIED, reportedAs } from './reported.sql';
import { LAST_ACCEPTED, LAST_BAND, isTold, stageOf } from './stage.sql';
import { FALLEN, NOT_YET_SIGNED } from './standing.sql';

/** A promise over several regions stands in a group of its own and is never split; of the row `c`. */
export const PLACE_GROUP = `CASE WHEN c.place_scope <> 'regions' THEN c.place_scope
  WHEN cardinality(c.region_codes) > 1 THEN 'several_regions' ELSE c.region_codes[1] END`;

/** The same of sectors, which are the agreement's, of the row `a`. */
export const SECTOR_GROUP = `CASE cardinality(a.sector_codes) WHEN 0 THEN 'not_stated'
  WHEN 1 THEN a.sector_codes[1] ELSE 'several_sectors' END`;

/** The year in which a promise is due, of the row `c`. */
export const DEADLINE_YEAR = 'extract(year FROM c.last_day)::int';

/** What chooses agreements, as conditions on the row `a`, and what chooses promises, on `c` and its agreement `a`. */
export interface SelectionConditions {
  readonly agreement: readonly Condition[];
  readonly promise: readonly Condition[];
}

/** A selection as conditions; the words that are looked for are among those on promises. */
export function selectedBy(
  selection: PromiseSelection,
  { synonyms, uncounted }: { synonyms: SynonymGroups; uncounted: readonly UncountedFigure[] },
): SelectionConditions {
  const agreement: Condition[] = [];
  const promise: Condition[] = holdsEveryWord('c.search', selection.q, synonyms);
  const ask = (list: Condition[], value: string | null | undefined, sql: string) => {
    if (value) list.push({ sql, values: [value] });
  };
  ask(agreement, selection.sector, 'a.sector_codes @> ARRAY[?::text]');
  ask(agreement, selection.sectorGroup, `(${SECTOR_GROUP}) = ?`);
  ask(agreement, selection.agreement, 'a.id = ?::uuid');
  ask(agreement, selection.reference, 'a.reference = ?');
  ask(agreement, selection.event, 'a.event_id = ?::uuid');
  ask(agreement, selection.instrumentType, 'a.instrument_type = ?');
  ask(agreement, selection.legalState, 'a.legal_state = ?');
  ask(
    agreement,
    selection.organisation,
    'EXISTS (SELECT FROM party p WHERE p.agreement_id = a.id AND p.organisation_id = (SELECT staying_organisation(?::uuid)))',
  );
  if (typeof selection.notYetSigned === 'boolean') {
    agreement.push({ sql: `${selection.notYetSigned ? '' : 'NOT '}(${NOT_YET_SIGNED})`, values: [] });
  }
  for (const axis of ['kind', 'unit', 'relation', 'stability', 'basis', 'level', 'qualifier'] as const) {
    ask(promise, selection[axis], `c.${axis} = ?`);
  }
  ask(promise, selection.region, 'c.region_codes @> ARRAY[?::text]');
  ask(promise, selection.placeGroup, `(${PLACE_GROUP}) = ?`);
  ask(promise, selection.zone, 'c.zone_ids @> ARRAY[?::uuid]');
  if (selection.year != null) promise.push(dueIn(selection.year));
  if (selection.dueBy != null) {
    promise.push({ sql: 'c.last_day <= make_date(?::int, 12, 31)', values: [selection.dueBy] });
  }
  if (selection.counting) promise.push(countedAs(selection.counting, uncounted));
  if (selection.statuses) promise.push(inAnyOf(selection.statuses));
  if (selection.stages) promise.push(atStages(selection.stages, uncounted));
  if (selection.bands) {
    promise.push({
      sql: `${isTold('public')} AND ${LAST_BAND} = ANY (?::text[])`,
      values: [selection.bands],
    });
  }
  return { agreement, promise };
}

function dueIn(year: number | 'none'): Condition {
  if (year === 'none') return { sql: 'c.last_day IS NULL', values: [] };
  return {
    sql: 'c.last_day BETWEEN make_date(?::int, 1, 1) AND make_date(?::int, 12, 31)',
    values: [year, year],
  };
}

const STANDS_ALONE = 'c.id <> ALL (?::uuid[])';
const COUNTED_AS: Readonly<Record<Counting, string>> = {
  counted: `c.value IS NOT NULL AND NOT ${NO_LONGER_PROMISED} AND ${STANDS_ALONE}`,
  without_value: `c.unit IS NOT NULL AND c.value IS NULL AND NOT ${NO_LONGER_PROMISED} AND ${STANDS_ALONE}`,
  without_figure: `c.unit IS NULL AND NOT ${NO_LONGER_PROMISED}`,
  counted_elsewhere: `c.id = ANY (?::uuid[]) AND NOT ${NO_LONGER_PROMISED}`,
  no_longer_promised: FALLEN,
  cancelled_or_waived: `${RELEASED} AND NOT ${FALLEN}`,
};

function countedAs(counting: Counting, uncounted: readonly UncountedFigure[]): Condition {
  const sql = COUNTED_AS[counting];
  return { sql, values: sql.includes('?') ? [uncounted.map(({ commitmentId }) => commitmentId)] : [] };
}

/** Only the public asks for stages. */
function atStages(stages: readonly FunnelStage[], uncounted: readonly UncountedFigure[]): Condition {
  return {
    sql: `(${stageOf(LAST_ACCEPTED, 'public')}) = ANY (?::int[]) AND NOT ${NO_LONGER_PROMISED} AND ${STANDS_ALONE}`,
    values: [
      stages.map((stage) => FUNNEL_STAGES.indexOf(stage)),
      uncounted.map(({ commitmentId }) => commitmentId),
    ],
  };
}

/** Promises for which one of the cases holds; none where there is no case. */
export function inAnyOf(cases: readonly StatusCase[]): Condition {
  const parts = cases.map(({ place, window, reported = null, verified, heard }): Condition => {
    const lies = [
      `(${liesIn(place)})`,
      reportedAs(reported),
      ...asked(verified, IS_VERIFIED),
      ...asked(heard, WAS_HEARD),
    ].join(' AND ');
    if (window === 'any') return { sql: lies, values: [] };
    if (window === 'none') return { sql: `c.last_day IS NULL AND ${lies}`, values: [] };
    return {
      sql: `c.last_day BETWEEN ?::date AND ?::date AND ${lies}`,
      values: [window.from ?? '-infinity', window.until ?? 'infinity'],
    };
  });
  if (parts.length === 0) return { sql: 'false', values: [] };
  return {
    sql: parts.map(({ sql }) => `(${sql})`).join(' OR '),
    values: parts.flatMap(({ values }) => values),
  };
}

function asked(wanted: boolean | undefined, sql: string): string[] {
  return wanted === undefined ? [] : [wanted ? sql : `NOT ${sql}`];
}
