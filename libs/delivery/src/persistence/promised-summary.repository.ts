import { Injectable } from '@nestjs/common';
import { CalendarDate, LocalizedText, QUALIFIERS } from '@app/kernel';
import { Condition, Transactions, joinConditions } from '@app/platform';
import { DELIVERY_STATUSES, type DeliveryStatus, type StatusCase, caseOf } from '../domain/derive-status';
import type { DecidingLink, UncountedFigure } from '../domain/count-once';
import {
  CountedElsewhere,
  FigureAxes,
  PromisedTotal,
  SummaryCoverage,
  SummaryFilter,
  isAdditive,
} from '../domain/promised-summary';
import { NO_LONGER_PROMISED, RELEASED } from './decision.sql';
import { DEADLINE_YEAR, PLACE_GROUP, SECTOR_GROUP, inAnyOf } from './promise-selection.sql';
import { FALLEN, NOT_YET_SIGNED } from './standing.sql';

/** The families of linked agreements, as `familiesOf` gives them. */
export type Families = ReadonlyMap<string, number>;

/** What is added up: a part of the register that somebody chose, of the part that they may read. */
export interface SummaryQuestion {
  readonly filter: SummaryFilter;
  /** Conditions on an agreement's row `a`. */
  readonly scope: readonly Condition[];
  /** Further conditions on the rows `c` and `a`, which choose and do not say what counts once. */
  readonly narrowed?: readonly Condition[];
}

/** By what totals are grouped beside the one over everything. */
export type Grouping = 'year' | 'place' | 'sector';

/** The group that something belongs to; over everything there is neither year, nor place, nor sector. */
export interface Group {
  readonly group: 'all' | Grouping;
  readonly year: number | null;
  /** A region code, `several_regions`, `nationwide` or `not_stated`. */
  readonly place: string | null;
  /** A sector code, `several_sectors` or `not_stated`. */
  readonly sector: string | null;
}

export interface GroupedTotal extends Group {
  readonly total: PromisedTotal;
}

/** How many promises a group has, whatever they count. */
export interface GroupedCount extends Group {
  readonly commitments: number;
  readonly agreements: number;
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

const GROUPED_BY: Readonly<Record<Grouping, string>> = {
  year: DEADLINE_YEAR,
  place: PLACE_GROUP,
  sector: SECTOR_GROUP,
};
const GROUPINGS: readonly Grouping[] = ['year', 'place', 'sector'];

interface GroupRow extends Omit<Group, 'group'> {
  readonly no_year: number;
  readonly no_place: number;
  readonly no_sector: number;
}

interface TotalRow extends FigureAxes, GroupRow {
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

  /** The totals of what counts: overall, and by year of the deadline and by place, or by what is asked for. */
  async totals(
    question: SummaryQuestion,
    uncounted: readonly UncountedFigure[],
    groupings: readonly Grouping[] = ['year', 'place'],
  ): Promise<GroupedTotal[]> {
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
      `SELECT ${keys}, ${groupColumns(groupings)}, sum(value) AS total,
              count(value) AS commitments, count(DISTINCT agreement_id) FILTER (WHERE value IS NOT NULL) AS agreements,
              count(*) FILTER (WHERE value IS NULL) AS without_value,
              sum(value) FILTER (WHERE not_yet_signed) AS unsigned_total,
              count(value) FILTER (WHERE not_yet_signed) AS unsigned_commitments, ${qualifiers}
         FROM (SELECT ${columns('c')}, c.value, c.qualifier, c.agreement_id,
                      ${groupKeys(groupings)},
                      ${NOT_YET_SIGNED} AS not_yet_signed
                 FROM ${COMMITMENTS} ${where}) AS figure
        GROUP BY GROUPING SETS (${['', ...groupings.map((name) => `, ${name}`)].map((key) => `(${keys}${key})`).join(', ')})
        ORDER BY ${keys}, year NULLS LAST, place, sector`,
      values,
    );
    return rows.map(groupedTotalOf);
  }

  /** How many promises there are, in all and in each group, whether they count or not. */
  async counts(question: SummaryQuestion, groupings: readonly Grouping[]): Promise<GroupedCount[]> {
    const { where, values } = joinConditions(conditionsOf(question));
    const rows = await this.transactions.reader.query<
      (GroupRow & Pick<GroupedCount, 'commitments' | 'agreements'>)[]
    >(
      `SELECT ${groupColumns(groupings)}, count(*) AS commitments, count(DISTINCT agreement_id) AS agreements
         FROM (SELECT c.agreement_id, ${groupKeys(groupings)} FROM ${COMMITMENTS} ${where}) AS promise
        GROUP BY GROUPING SETS ((), ${groupings.map((name) => `(${name})`).join(', ')})
        ORDER BY year NULLS LAST, place, sector`,
      values,
    );
    return rows.map(({ commitments, agreements, ...row }) => ({ ...groupOf(row), commitments, agreements }));
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
    const cases = DELIVERY_STATUSES.map((status) => [status, [caseOf(status, today)]] as const);
    return this.countCases(question, new Map(cases));
  }

  /** How many promises there are for each of some statuses, told by the cases in which it holds. */
  async countCases<Status extends string>(
    question: SummaryQuestion,
    cases: ReadonlyMap<Status, readonly StatusCase[]>,
  ): Promise<ReadonlyMap<Status, number>> {
    const { where, values } = joinConditions(conditionsOf(question));
    const counts = [...cases].map(([status, holding]) => {
      const condition = inAnyOf(holding);
      const numbered = condition.values.map((value) => `$${values.push(value)}`);
      return `count(*) FILTER (WHERE ${condition.sql.replace(/\?/g, () => numbered.shift() ?? '')}) AS "${status}"`;
    });
    const [row] = await this.transactions.reader.query<[Record<Status, number>]>(
      `SELECT ${counts.join(', ')} FROM commitment c LEFT JOIN agreement a ON a.id = c.agreement_id ${where}`,
      values,
    );
    return new Map([...cases.keys()].map((status) => [status, row[status]]));
  }

  /** The names of all regions, by code. */
  async regions(): Promise<ReadonlyMap<string, LocalizedText>> {
    const rows = await this.transactions.reader.query<({ code: string } & LocalizedText)[]>(
      'SELECT code, name_ar AS ar, name_fr AS fr, name_en AS en FROM region ORDER BY code',
    );
    return new Map(rows.map(({ code, ar, fr, en }) => [code, { ar, fr, en }]));
  }
}

/** What chooses the rows `c` and `a` that a question is about. */
export function conditionsOf({
  filter: { kind, region, sector, zone },
  scope,
  narrowed = [],
}: SummaryQuestion): Condition[] {
  const conditions = [...scope, ...narrowed];
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

/** The keys of the groups of each row; what nobody groups by is one group. */
function groupKeys(groupings: readonly Grouping[]): string {
  return GROUPINGS.map((name) =>
    groupings.includes(name) ? `${GROUPED_BY[name]} AS ${name}` : `NULL::text AS ${name}`,
  ).join(', ');
}

function groupColumns(groupings: readonly Grouping[]): string {
  return GROUPINGS.map((name) =>
    groupings.includes(name)
      ? `${name}, grouping(${name}) AS no_${name}`
      : `NULL::text AS ${name}, 1 AS no_${name}`,
  ).join(', ');
}

function groupOf({ year, place, sector, no_year, no_place, no_sector }: GroupRow): Group {
  const group = no_year === 0 ? 'year' : no_place === 0 ? 'place' : no_sector === 0 ? 'sector' : 'all';
  return { group, year, place, sector };
}

function groupedTotalOf(row: TotalRow): GroupedTotal {
  const additive = isAdditive(row.unit);
  const qualifiers = QUALIFIERS.map((name) => [name, row[`q_${name}`] ?? 0] as const);
  return {
    ...groupOf(row),
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
