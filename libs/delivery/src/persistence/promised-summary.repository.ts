import { Injectable } from '@nestjs/common';
import { CalendarDate, LocalizedText, QUALIFIERS } from '@app/kernel';
import { Condition, Transactions, joinConditions } from '@app/platform';
import { DELIVERY_STATUSES, DeliveryStatus, placeOf, statusWindow } from '../domain/derive-status';
import type { DecidingLink, UncountedFigure } from '../domain/count-once';
import {
  CountedElsewhere,
  FigureAxes,
  PromisedTotal,
  SummaryCoverage,
  SummaryFilter,
  isAdditive,
} from '../domain/promised-summary';
import { NO_LONGER_PROMISED, RELEASED, liesIn } from './decision.sql';
import { FALLEN, NOT_YET_SIGNED } from './standing.sql';

/** The families of linked agreements, as `familiesOf` gives them. */
export type Families = ReadonlyMap<string, number>;

/** What is added up: a part of the register that somebody chose, of the part that they may read. */
export interface SummaryQuestion {
  readonly filter: SummaryFilter;
  /** Conditions on an agreement's row `a`. */
  readonly scope: readonly Condition[];
}

/** One total with the group it belongs to; a total over everything has neither year nor place. */
export interface GroupedTotal {
  readonly group: 'all' | 'year' | 'place';
  readonly year: number | null;
  /** A region code, `several_regions`, `nationwide` or `not_stated`. */
  readonly place: string | null;
  readonly total: PromisedTotal;
}

/** Longest list of figures counted elsewhere that an answer names; the coverage counts them all. */
const MOST_LISTED = 200;

const AXES = ['kind', 'unit', 'relation', 'stability', 'basis', 'level'] as const;
const columns = (alias: string) => AXES.map((axis) => `${alias}.${axis}`).join(', ');

/**
 * Within a family of linked instruments and one set of axes, the instrument that counts: one that carries a figure,
 * a signed one before an announced one, the one signed last.
 */
const COUNTING = `first_value(c.agreement_id) OVER (
  PARTITION BY f.number, ${columns('c')}
  ORDER BY c.value IS NULL, ${NOT_YET_SIGNED}, a.signed_last_day DESC NULLS LAST,
           a.recorded_at DESC, a.id DESC)`;

const COMMITMENTS = 'commitment c JOIN agreement a ON a.id = c.agreement_id';

/** A promise over several regions stands in a group of its own and is never split. */
const PLACE = `CASE WHEN c.place_scope <> 'regions' THEN c.place_scope
  WHEN cardinality(c.region_codes) > 1 THEN 'several_regions' ELSE c.region_codes[1] END`;

interface TotalRow extends FigureAxes {
  readonly no_year: number;
  readonly no_place: number;
  readonly year: number | null;
  readonly place: string | null;
  readonly kind: string;
  readonly total: number | null;
  readonly commitments: number;
  readonly agreements: number;
  readonly without_value: number;
  readonly unsigned_total: number | null;
  readonly unsigned_commitments: number;
  readonly [qualifier: `q_${string}`]: number;
}

interface ElsewhereRow extends FigureAxes {
  readonly id: string;
  readonly agreement_id: string;
  readonly reference: string;
  readonly title: LocalizedText;
  readonly counted_in: string;
  readonly counted_commitment_id: string | null;
  readonly counting_reference: string;
  readonly counting_title: LocalizedText;
  readonly kind: string;
  readonly qualifier: string;
  readonly value: number | null;
}

const title = (alias: string) =>
  `json_build_object('ar', ${alias}.title_ar, 'fr', ${alias}.title_fr, 'en', ${alias}.title_en)`;

/** Adds up what was promised, in the database and in exact decimals. */
@Injectable()
export class PromisedSummaryRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The figures that families leave out. They are chosen before any filter, so that parts add up to the whole. */
  async uncounted(families: Families): Promise<UncountedFigure[]> {
    return this.transactions.reader.query<UncountedFigure[]>(
      `SELECT id AS "commitmentId", counted_in AS "countedIn", NULL AS "countedCommitmentId"
         FROM (SELECT c.id, c.agreement_id, ${COUNTING} AS counted_in
                 FROM unnest($1::uuid[], $2::int[]) AS f(agreement_id, number)
                 JOIN ${COMMITMENTS} ON c.agreement_id = f.agreement_id
                WHERE c.unit IS NOT NULL AND NOT ${NO_LONGER_PROMISED}) AS figure
        WHERE counted_in <> agreement_id`,
      [[...families.keys()], [...families.values()]],
    );
  }

  /** The totals of what counts: overall, by year of the deadline, and by place. */
  async totals(question: SummaryQuestion, uncounted: readonly UncountedFigure[]): Promise<GroupedTotal[]> {
    const { where, values } = joinConditions([
      {
        sql: `c.unit IS NOT NULL AND NOT ${NO_LONGER_PROMISED} AND c.id <> ALL (?::uuid[])`,
        values: [idsOf(uncounted)],
      },
      ...conditionsOf(question),
    ]);
    const keys = AXES.join(', ');
    const qualifiers = QUALIFIERS.map(
      (name) => `count(*) FILTER (WHERE value IS NOT NULL AND qualifier = '${name}') AS "q_${name}"`,
    ).join(', ');
    const rows = await this.transactions.reader.query<TotalRow[]>(
      `SELECT ${keys}, year, place, grouping(year) AS no_year, grouping(place) AS no_place, sum(value) AS total,
              count(value) AS commitments, count(DISTINCT agreement_id) FILTER (WHERE value IS NOT NULL) AS agreements,
              count(*) FILTER (WHERE value IS NULL) AS without_value,
              sum(value) FILTER (WHERE not_yet_signed) AS unsigned_total,
              count(value) FILTER (WHERE not_yet_signed) AS unsigned_commitments, ${qualifiers}
         FROM (SELECT ${columns('c')}, c.value, c.qualifier, c.agreement_id,
                      extract(year FROM c.last_day)::int AS year, ${PLACE} AS place,
                      ${NOT_YET_SIGNED} AS not_yet_signed
                 FROM ${COMMITMENTS} ${where}) AS figure
        GROUP BY GROUPING SETS ((${keys}), (${keys}, year), (${keys}, place))
        ORDER BY ${keys}, year NULLS LAST, place`,
      values,
    );
    return rows.map(groupedTotalOf);
  }

  /** How many commitments there are, how many count, and why the others do not. */
  async coverage(question: SummaryQuestion, uncounted: readonly UncountedFigure[]): Promise<SummaryCoverage> {
    const { where, values } = joinConditions(conditionsOf(question));
    values.push(idsOf(uncounted));
    const [row] = await this.transactions.reader.query<[SummaryCoverage]>(
      `SELECT count(*) AS commitments,
              count(*) FILTER (WHERE counts AND value IS NOT NULL) AS counted,
              count(*) FILTER (WHERE counts AND unit IS NOT NULL AND value IS NULL) AS "withoutValue",
              count(*) FILTER (WHERE NOT gone AND unit IS NULL) AS "withoutFigure",
              count(*) FILTER (WHERE NOT gone AND NOT stands_alone) AS "countedElsewhere",
              count(*) FILTER (WHERE fallen) AS "noLongerPromised",
              count(*) FILTER (WHERE gone AND NOT fallen) AS "cancelledOrWaived"
         FROM (SELECT c.unit, c.value, ${FALLEN} AS fallen, ${FALLEN} OR ${RELEASED} AS gone,
                      c.id <> ALL ($${values.length}::uuid[]) AS stands_alone,
                      c.id <> ALL ($${values.length}::uuid[]) AND NOT ${NO_LONGER_PROMISED} AS counts
                 FROM ${COMMITMENTS} ${where}) AS figure`,
      values,
    );
    return row;
  }

  /** The figures that a linked instrument already counts, as readers see them. */
  async describeUncounted(
    question: SummaryQuestion,
    uncounted: readonly UncountedFigure[],
    decidedBy: (figure: UncountedFigure & { readonly agreementId: string }) => readonly DecidingLink[],
  ): Promise<CountedElsewhere[]> {
    const { where, values } = joinConditions(conditionsOf(question));
    values.push(
      idsOf(uncounted),
      uncounted.map(({ countedIn }) => countedIn),
      uncounted.map(({ countedCommitmentId }) => countedCommitmentId),
    );
    const rows = await this.transactions.reader.query<ElsewhereRow[]>(
      `SELECT c.id, c.agreement_id, u.counted_in, u.counted_commitment_id, ${columns('c')}, c.qualifier, c.value,
              a.reference, ${title('a')} AS title,
              counting.reference AS counting_reference, ${title('counting')} AS counting_title
         FROM unnest($${values.length - 2}::uuid[], $${values.length - 1}::uuid[], $${values.length}::uuid[])
                AS u(commitment_id, counted_in, counted_commitment_id)
         JOIN ${COMMITMENTS} ON c.id = u.commitment_id
         JOIN agreement counting ON counting.id = u.counted_in
         ${where}
        ORDER BY a.reference, c.id LIMIT ${MOST_LISTED}`,
      values,
    );
    return rows.map((row) => ({
      commitmentId: row.id,
      agreement: { id: row.agreement_id, reference: row.reference, title: row.title },
      countedIn: { id: row.counted_in, reference: row.counting_reference, title: row.counting_title },
      countedCommitmentId: row.counted_commitment_id,
      decidedBy: decidedBy({
        commitmentId: row.id,
        agreementId: row.agreement_id,
        countedIn: row.counted_in,
        countedCommitmentId: row.counted_commitment_id,
      }),
      kind: row.kind,
      axes: axesOf(row),
      qualifier: row.qualifier,
      value: row.value,
    }));
  }

  /** How many commitments have each status on a day. */
  async statuses(
    question: SummaryQuestion,
    today: CalendarDate,
  ): Promise<ReadonlyMap<DeliveryStatus, number>> {
    const conditions = conditionsOf(question);
    const { where, values } = joinConditions(conditions);
    const counts = DELIVERY_STATUSES.map((status) => {
      const window = statusWindow(status, today);
      const lies = `(${liesIn(placeOf(status))})`;
      if (window === 'any') return `count(*) FILTER (WHERE ${lies}) AS "${status}"`;
      if (window === 'none') {
        return `count(*) FILTER (WHERE c.last_day IS NULL AND ${lies}) AS "${status}"`;
      }
      values.push(window.from ?? '-infinity', window.until ?? 'infinity');
      const [from, until] = [values.length - 1, values.length];
      return `count(*) FILTER (WHERE c.last_day BETWEEN $${from}::date AND $${until}::date AND ${lies}) AS "${status}"`;
    });
    const [row] = await this.transactions.reader.query<[Record<DeliveryStatus, number>]>(
      `SELECT ${counts.join(', ')} FROM commitment c LEFT JOIN agreement a ON a.id = c.agreement_id ${where}`,
      values,
    );
    return new Map(DELIVERY_STATUSES.map((status) => [status, row[status]]));
  }

  /** The names of all regions, by code. */
  async regions(): Promise<ReadonlyMap<string, LocalizedText>> {
    const rows = await this.transactions.reader.query<({ code: string } & LocalizedText)[]>(
      'SELECT code, name_ar AS ar, name_fr AS fr, name_en AS en FROM region ORDER BY code',
    );
    return new Map(rows.map(({ code, ar, fr, en }) => [code, { ar, fr, en }]));
  }
}

function conditionsOf({ filter: { kind, region, sector, zone }, scope }: SummaryQuestion): Condition[] {
  const conditions = [...scope];
  if (kind !== null) conditions.push({ sql: 'c.kind = ?', values: [kind] });
  if (region !== null) conditions.push({ sql: 'c.region_codes @> ARRAY[?::text]', values: [region] });
  if (sector !== null) conditions.push({ sql: 'a.sector_codes @> ARRAY[?::text]', values: [sector] });
  if (zone !== undefined) {
    const others = zone.zones === 'alone' ? '=' : '>';
    conditions.push({
      sql: `c.zone_ids @> ARRAY[?::uuid] AND cardinality(c.zone_ids) ${others} 1`,
      values: [zone.id],
    });
  }
  return conditions;
}

function idsOf(figures: readonly UncountedFigure[]): string[] {
  return figures.map(({ commitmentId }) => commitmentId);
}

function groupedTotalOf(row: TotalRow): GroupedTotal {
  const group = row.no_year === 0 ? 'year' : row.no_place === 0 ? 'place' : 'all';
  const additive = isAdditive(row.unit);
  const qualifiers = QUALIFIERS.map((name) => [name, row[`q_${name}`] ?? 0] as const);
  return {
    group,
    year: row.year,
    place: row.place,
    total: {
      kind: row.kind,
      axes: axesOf(row),
      total: additive ? (row.total ?? 0) : null,
      commitments: row.commitments,
      agreements: row.agreements,
      qualifiers: Object.fromEntries(qualifiers.filter(([, count]) => count > 0)),
      withoutValue: row.without_value,
      notYetSigned: {
        total: additive ? (row.unsigned_total ?? 0) : null,
        commitments: row.unsigned_commitments,
      },
    },
  };
}

function axesOf({ unit, relation, stability, basis, level }: FigureAxes): FigureAxes {
  return { unit, relation, stability, basis, level };
}
