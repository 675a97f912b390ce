import { Injectable } from '@nestjs/common';
import type { CalendarDate, LocalizedText } from '@app/kernel';
import { Condition, Page, PageRequest, Transactions, joinConditions, readPage } from '@app/platform';
import type { WorkList } from './work-lists';

/** Counted up to here; beyond it is "at least". */
const COUNT_BOUND = 10_000;

/** Since when something waits: a business date, or the instant of a step. */
export type WaitingSince = CalendarDate | Date;

export interface WorkListCount {
  readonly count: number;
  readonly countIsAtLeast: boolean;
  readonly oldest: WaitingSince | null;
}

export interface WorkItemRow {
  readonly id: string;
  readonly agreementId: string;
  readonly reference: string;
  readonly title: LocalizedText;
  readonly draftNumber: number | null;
  readonly since: WaitingSince;
  readonly about: string[];
}

/** Reads work lists: one statement for a count, with the oldest found by the order of the list. */
@Injectable()
export class WorkListRepository {
  constructor(private readonly transactions: Transactions) {}

  async count(list: WorkList, conditions: readonly Condition[]): Promise<WorkListCount> {
    const { where, values } = joinConditions(conditions);
    const [row] = await this.transactions.reader.query<[{ total: string; oldest: WaitingSince | null }]>(
      `SELECT (SELECT count(*) FROM (SELECT FROM ${list.from} ${where} LIMIT ${COUNT_BOUND + 1}) AS counted) AS total,
              (SELECT ${list.since.sql} FROM ${list.from} ${where}
                ORDER BY ${list.since.sql}, ${list.id} LIMIT 1) AS oldest`,
      values,
    );
    const total = Number(row.total);
    return {
      count: Math.min(total, COUNT_BOUND),
      countIsAtLeast: total > COUNT_BOUND,
      oldest: row.oldest,
    };
  }

  listPage(list: WorkList, conditions: readonly Condition[], page: PageRequest): Promise<Page<WorkItemRow>> {
    const ofDraft = list.id === 'd.id' ? 'd.number' : 'NULL::integer';
    return readPage<WorkItemRow>(
      this.transactions.reader,
      {
        select: `${list.id} AS id, a.id AS "agreementId", a.reference, ${ofDraft} AS "draftNumber",
          jsonb_build_object('ar', a.title_ar, 'fr', a.title_fr, 'en', a.title_en) AS title,
          ${list.since.sql} AS since, ${list.about} AS about`,
        from: list.from,
        conditions,
        sort: { keys: [list.since, { sql: list.id, type: 'uuid' }] },
      },
      page,
    );
  }
}
