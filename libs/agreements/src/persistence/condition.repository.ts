import { Injectable } from '@nestjs/common';
import type { CalendarDate, LocalizedText } from '@app/kernel';
import { Page, PageRequest, Transactions, readPage } from '@app/platform';

/** A condition precedent as it stands. */
export interface ConditionRow {
  readonly id: string;
  readonly number: number;
  readonly text: LocalizedText;
  readonly dueStated: string | null;
  readonly state: 'open' | 'ticked' | 'waived';
  readonly decidedOn: CalendarDate | null;
  readonly reason: string | null;
  readonly sourceId: string | null;
  readonly decidedBy: string | null;
  readonly recordedBy: string;
  readonly recordedOn: CalendarDate;
}

const COLUMNS = `c.id, c.number, jsonb_build_object('ar', c.text_ar, 'fr', c.text_fr, 'en', c.text_en) AS text,
  c.due_stated AS "dueStated", c.state, c.decided_on AS "decidedOn", c.reason, c.source_id AS "sourceId",
  c.decided_by AS "decidedBy", c.recorded_by AS "recordedBy", c.recorded_on AS "recordedOn"`;

/** Reads conditions precedent, in the order in which they were recorded. */
@Injectable()
export class ConditionRepository {
  constructor(private readonly transactions: Transactions) {}

  list(agreementId: string, page: PageRequest): Promise<Page<ConditionRow>> {
    return readPage<ConditionRow>(
      this.transactions.reader,
      {
        select: COLUMNS,
        from: 'condition_precedent c',
        conditions: [{ sql: 'c.agreement_id = ?::uuid', values: [agreementId] }],
        sort: { keys: [{ sql: 'c.number', type: 'integer' }] },
      },
      page,
    );
  }

  async find(agreementId: string, id: string): Promise<ConditionRow | null> {
    const [row] = await this.transactions.reader.query<ConditionRow[]>(
      `SELECT ${COLUMNS} FROM condition_precedent c WHERE c.agreement_id = $1 AND c.id = $2`,
      [agreementId, id],
    );
    return row ?? null;
  }

  async nextNumber(agreementId: string): Promise<number> {
    const [row] = await this.transactions.reader.query<[{ next: number }]>(
      'SELECT coalesce(max(number), 0) + 1 AS next FROM condition_precedent WHERE agreement_id = $1',
      [agreementId],
    );
    return row.next;
  }
}
