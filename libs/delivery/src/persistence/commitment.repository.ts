import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '@app/kernel';
import {
  Condition,
  Page,
  PageRequest,
  SortOrder,
  SynonymGroups,
  Transactions,
  joinConditions,
  readPage,
} from '@app/platform';
import type { CommitmentFilter, CommitmentSort } from '../domain/commitment-filter';
import {
  CitationView,
  CommitmentRecord,
  CommitmentView,
  DeadlineMove,
  alsoReportedIn,
} from '../domain/commitment-view';
import { firstDeadline, reschedulingOf } from '../domain/deadline-history';
import { COMMITMENTS, DEADLINE, DEADLINE_BACKWARDS, conditionsOf } from './commitment-conditions';
import {
  COMMITMENT_COLUMNS,
  CommitmentRow,
  MILESTONES_OF_COMMITMENTS,
  MilestoneRow,
  PARTIES_OF_AGREEMENTS,
  PartyRow,
  viewsOf,
} from './commitment.rows';
import { TARGET } from './reported.sql';

const ID = { sql: 'c.id', type: 'uuid' } as const;

/** Keys as the indexes of the migration have them: a page costs the same wherever it lies. */
const SORTS: Readonly<Record<CommitmentSort, SortOrder>> = {
  lastDay: { keys: [{ sql: DEADLINE.key, type: 'date' }, ID] },
  '-lastDay': { keys: [{ sql: DEADLINE_BACKWARDS.key, type: 'date' }, ID], descending: true },
  value: { keys: [{ sql: `coalesce(c.value, 'Infinity'::numeric)`, type: 'numeric' }, ID] },
  '-value': { keys: [{ sql: 'coalesce(c.value, -1)', type: 'numeric' }, ID], descending: true },
  recorded: { keys: [{ sql: 'c.recorded_on', type: 'date' }, ID] },
  '-recorded': { keys: [{ sql: 'c.recorded_on', type: 'date' }, ID], descending: true },
};

/** What a list needs to know beside its filter. */
export interface ListContext {
  readonly today: CalendarDate;
  readonly synonyms: SynonymGroups;
  /** Which agreements, as the row `a`, the caller may read. */
  readonly scope: readonly Condition[];
}

/** Reads commitments with what stands around them; what the tables hold is written by agreements. */
@Injectable()
export class CommitmentRepository {
  constructor(private readonly transactions: Transactions) {}

  /** One page of the commitments in scope that pass the filter, in four queries however many there are. */
  async list(
    filter: CommitmentFilter,
    page: PageRequest,
    { today, synonyms, scope }: ListContext,
  ): Promise<Page<CommitmentView>> {
    const found = await readPage<CommitmentRow>(
      this.transactions.reader,
      {
        select: COMMITMENT_COLUMNS,
        from: COMMITMENTS,
        conditions: [...conditionsOf(filter, today, synonyms), ...scope],
        sort: SORTS[filter.sort],
      },
      page,
    );
    return { ...found, items: await this.withSurroundings(found.items, today) };
  }

  /** One page of the commitments that pass some conditions on `c` and its agreement `a`. */
  async select(
    conditions: readonly Condition[],
    sort: CommitmentSort,
    page: PageRequest,
    today: CalendarDate,
  ): Promise<Page<CommitmentView>> {
    const found = await readPage<CommitmentRow>(
      this.transactions.reader,
      { select: COMMITMENT_COLUMNS, from: COMMITMENTS, conditions, sort: SORTS[sort] },
      page,
    );
    return { ...found, items: await this.withSurroundings(found.items, today) };
  }

  /** One commitment with its history and sources; null when there is none with this id in scope. */
  async find(id: string, today: CalendarDate, scope: readonly Condition[]): Promise<CommitmentRecord | null> {
    const { where, values } = joinConditions([{ sql: 'c.id = ?', values: [id] }, ...scope]);
    const rows = await this.transactions.reader.query<CommitmentRow[]>(
      `SELECT ${COMMITMENT_COLUMNS} FROM ${COMMITMENTS} ${where}`,
      values,
    );
    const [view] = await this.withSurroundings(rows, today);
    const [row] = rows;
    if (!view || !row) return null;
    const deadlineMoves = (await this.movesOf([id])).get(id) ?? [];
    const citations = await this.citationsOf(view.agreement.id, id);
    return {
      ...view,
      revision: row.revision,
      firstDeadline: firstDeadline(deadlineMoves, view.deadline),
      rescheduled: reschedulingOf(deadlineMoves, view.deadline),
      deadlineMoves,
      citations,
      alsoReported: alsoReportedIn(citations),
    };
  }

  private async withSurroundings(
    rows: readonly CommitmentRow[],
    today: CalendarDate,
  ): Promise<CommitmentView[]> {
    if (rows.length === 0) return [];
    const agreementIds = [...new Set(rows.map(({ agreement_id }) => agreement_id))];
    const { reader } = this.transactions;
    const parties = await reader.query<PartyRow[]>(PARTIES_OF_AGREEMENTS, [agreementIds]);
    const milestones = await reader.query<MilestoneRow[]>(MILESTONES_OF_COMMITMENTS, [
      agreementIds,
      rows.map(({ id }) => id),
    ]);
    return viewsOf(rows, { parties, milestones }, today);
  }

  /** The moves of the deadlines of some commitments or milestones, in their order. */
  async movesOf(subjectIds: readonly string[]): Promise<ReadonlyMap<string, DeadlineMove[]>> {
    const rows = await this.transactions.reader.query<MoveRow[]>(
      `SELECT subject_id, number, old_stated, old_last_day, new_stated, new_last_day, act, effective_on, recorded_on, version_number
         FROM deadline_move WHERE subject_id = ANY ($1::uuid[]) ORDER BY number`,
      [subjectIds],
    );
    const moves = new Map<string, DeadlineMove[]>();
    for (const row of rows) moves.set(row.subject_id, [...(moves.get(row.subject_id) ?? []), moveOf(row)]);
    return moves;
  }

  /** Of each of some commitments the accepted figure that reached the target first, else the last one. */
  async figuresOf(commitmentIds: readonly string[]): Promise<ReadonlyMap<string, VerifiedFigure>> {
    const rows = await this.transactions.reader.query<
      (VerifiedFigure & { readonly commitmentId: string; readonly reaches: boolean })[]
    >(
      `SELECT DISTINCT ON (c.id) c.id AS "commitmentId", o.as_of AS "asOf", o.value,
              coalesce(${TARGET} > 0 AND o.value >= ${TARGET}, false) AS reaches
         FROM commitment c JOIN accepted_observation o ON o.commitment_id = c.id AND o.superseded_on IS NULL
        WHERE c.id = ANY ($1::uuid[])
        ORDER BY c.id, reaches DESC, CASE WHEN coalesce(${TARGET} > 0 AND o.value >= ${TARGET}, false) THEN o.as_of END,
                 o.as_of DESC, o.recorded_on DESC, o.id DESC`,
      [commitmentIds],
    );
    return new Map(rows.map(({ commitmentId, asOf, value }) => [commitmentId, { asOf, value }]));
  }

  private async citationsOf(agreementId: string, commitmentId: string): Promise<CitationView[]> {
    const rows = await this.transactions.reader.query<CitationRow[]>(
      `SELECT t.id, t.field, t.stated, t.locator, t.read_on AS "readOn", t.adopted, t.note, s.id AS source_id, s.url, s.title
         FROM citation t JOIN source s ON s.id = t.source_id
        WHERE t.agreement_id = $1 AND t.subject = 'commitment' AND t.subject_id = $2
        ORDER BY t.field, t.adopted DESC, t.rank, t.id`,
      [agreementId, commitmentId],
    );
    return rows.map(({ source_id, url, title, ...citation }) => ({
      ...citation,
      source: { id: source_id, url, title },
    }));
  }
}

/** A figure that a verifier accepted, for a day; of a commitment without a number the value of its stage. */
export interface VerifiedFigure {
  readonly asOf: CalendarDate;
  readonly value: number;
}

interface MoveRow {
  readonly subject_id: string;
  readonly number: number;
  readonly old_stated: string | null;
  readonly old_last_day: CalendarDate | null;
  readonly new_stated: string | null;
  readonly new_last_day: CalendarDate | null;
  readonly act: string;
  readonly effective_on: CalendarDate;
  readonly recorded_on: CalendarDate;
  readonly version_number: number;
}

interface CitationRow {
  readonly id: string;
  readonly field: string;
  readonly stated: string | null;
  readonly locator: string | null;
  readonly readOn: CalendarDate | null;
  readonly adopted: boolean;
  readonly note: string | null;
  readonly source_id: string;
  readonly url: string;
  readonly title: string | null;
}

function moveOf(row: MoveRow): DeadlineMove {
  return {
    number: row.number,
    old: statedOf(row.old_stated, row.old_last_day),
    new: statedOf(row.new_stated, row.new_last_day),
    act: row.act,
    effectiveOn: row.effective_on,
    recordedOn: row.recorded_on,
    versionNumber: row.version_number,
  };
}

function statedOf(stated: string | null, lastDay: CalendarDate | null) {
  return stated === null || lastDay === null ? null : { stated, lastDay };
}
