import { Injectable } from '@nestjs/common';
import { Transactions, joinConditions } from '@app/platform';
import type { UncountedFigure } from '../domain/count-once';
import type { StatusCase } from '../domain/derive-status';
import type { EvidenceBand } from '../domain/evidence-rank';
import { FUNNEL_STAGES, type FunnelStage, type ProgressCell } from '../domain/progress-summary';
import { type FigureAxes, isAdditive } from '../domain/promised-summary';
import { RELEASED } from './decision.sql';
import { DEADLINE_YEAR, inAnyOf } from './promise-selection.sql';
import { type SummaryQuestion, conditionsOf } from './promised-summary.repository';
import { BAND, LAST_ACCEPTED_OF_ALL, type ToldTo, isTold, stageOf } from './stage.sql';
import { FALLEN } from './standing.sql';

interface CellRow<Status extends string> extends Omit<FigureAxes, 'unit'> {
  readonly unit: string | null;
  readonly year: number | null;
  readonly stage: number;
  readonly status: Status;
  readonly band: EvidenceBand | null;
  readonly kind: string;
  readonly commitments: number;
  readonly with_promise: number;
  readonly promised: number | null;
  readonly accepted: number | null;
}

const rowsTold = (to: ToldTo): string => `commitment c JOIN agreement a ON a.id = c.agreement_id
  LEFT JOIN latest o ON o.commitment_id = c.id AND ${isTold(to)}`;
const AXES = 'kind, unit, relation, stability, basis, level';

/** Adds up how far promises have come, in one pass over them. */
@Injectable()
export class ProgressSummaryRepository {
  constructor(private readonly transactions: Transactions) {}

  /**
   * What stands and counts for itself, added up for each year, stage, status, proof and set of axes.
   * A promise in words, "thousands", is in no sum: what was accepted of it would be held against nothing.
   * @param cases where each status holds; one of them does for every promise.
   */
  async cells<Status extends string>(
    question: SummaryQuestion,
    uncounted: readonly UncountedFigure[],
    cases: ReadonlyMap<Status, readonly StatusCase[]>,
    to: ToldTo,
  ): Promise<ProgressCell<Status>[]> {
    const { where, values } = this.standing(question, uncounted, `NOT ${FALLEN}`);
    const statuses = [...cases].map(([status, holding]) => {
      const condition = inAnyOf(holding);
      const numbered = condition.values.map((value) => `$${values.push(value)}`);
      return `WHEN ${condition.sql.replace(/\?/g, () => numbered.shift() ?? '')} THEN '${status}'`;
    });
    const rows = await this.transactions.reader.query<CellRow<Status>[]>(
      `WITH latest AS MATERIALIZED (${LAST_ACCEPTED_OF_ALL})
       SELECT year, stage, status, band, ${AXES}, count(*) AS commitments, count(value) AS with_promise,
              sum(value) AS promised, sum(accepted) AS accepted
         FROM (SELECT ${DEADLINE_YEAR} AS year, ${stageOf('o.value', to)} AS stage, CASE ${statuses.join(' ')} END AS status,
                      ${BAND} AS band, ${AXES.replace(/\w+/g, 'c.$&')}, c.value, o.value AS accepted
                 FROM ${rowsTold(to)} ${where}) AS promise
        GROUP BY year, stage, status, band, value IS NULL, ${AXES}`,
      values,
    );
    return rows.map(cellOf);
  }

  /** How many agreements stand at each stage, by the promise of them that has come furthest. */
  async agreements(
    question: SummaryQuestion,
    uncounted: readonly UncountedFigure[],
    to: ToldTo,
  ): Promise<ReadonlyMap<FunnelStage, number>> {
    const { where, values } = this.standing(question, uncounted, `NOT (${FALLEN} OR ${RELEASED})`);
    const rows = await this.transactions.reader.query<{ stage: number; agreements: number }[]>(
      `WITH latest AS MATERIALIZED (${LAST_ACCEPTED_OF_ALL})
       SELECT stage, count(*) AS agreements
         FROM (SELECT c.agreement_id, max(${stageOf('o.value', to)}) AS stage FROM ${rowsTold(to)} ${where}
                GROUP BY c.agreement_id) AS furthest
        GROUP BY stage`,
      values,
    );
    return new Map(rows.map(({ stage, agreements }) => [stageAt(stage), agreements]));
  }

  private standing(question: SummaryQuestion, uncounted: readonly UncountedFigure[], stands: string) {
    const values = [uncounted.map(({ commitmentId }) => commitmentId)];
    return joinConditions([
      { sql: `${stands} AND c.id <> ALL (?::uuid[])`, values },
      ...conditionsOf(question),
    ]);
  }
}

function stageAt(index: number): FunnelStage {
  const stage = FUNNEL_STAGES[index];
  if (!stage) throw new RangeError(`not a stage: ${index}`);
  return stage;
}

function cellOf<Status extends string>(row: CellRow<Status>): ProgressCell<Status> {
  const { unit, relation, stability, basis, level } = row;
  const { year, status, band, kind, commitments, with_promise: withPromise } = row;
  return {
    ...{ year, status, band, kind, commitments, withPromise, stage: stageAt(row.stage) },
    axes:
      unit !== null && withPromise > 0 && isAdditive(unit)
        ? { unit, relation, stability, basis, level }
        : null,
    promised: row.promised ?? 0,
    accepted: row.accepted ?? 0,
  };
}
