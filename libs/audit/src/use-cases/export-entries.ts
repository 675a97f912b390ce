import { Injectable } from '@nestjs/common';
import { accountActor } from '@app/kernel';
import { Transactions } from '@app/platform';

/** An entry of the trail as it is told to the person it is about: what and when, and which record, without its payload. */
export interface ExportedEntry {
  readonly id: string;
  readonly at: Date;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
}

const COLUMNS = 'id, at, action, subject_type AS "subjectType", subject_id AS "subjectId"';

/** What the trail holds of a person: what they did, and what was done to the record about them. */
@Injectable()
export class ExportEntries {
  constructor(private readonly transactions: Transactions) {}

  async doneBy(accountId: string): Promise<ExportedEntry[]> {
    return this.transactions.reader.query<ExportedEntry[]>(
      `SELECT ${COLUMNS} FROM audit_entry WHERE actor = $1 ORDER BY at, id`,
      [accountActor(accountId)],
    );
  }

  async doneTo(recordId: string): Promise<ExportedEntry[]> {
    return this.transactions.reader.query<ExportedEntry[]>(
      `SELECT ${COLUMNS} FROM audit_entry WHERE subject_id = $1 ORDER BY at, id`,
      [recordId],
    );
  }
}
