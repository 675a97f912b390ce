import { Injectable } from '@nestjs/common';
import { CalendarDate, RecordIsStale, RecordNotFound } from '@app/kernel';
import {
  Condition,
  Page,
  PageRequest,
  RecordVersion,
  Transactions,
  changeRecord,
  readPage,
} from '@app/platform';
import type { EntityManager, QueryDeepPartialEntity } from 'typeorm';
import {
  DataRequest,
  DataRequestKind,
  DataRequestState,
  DecisionOutcome,
  IdentityCheckKind,
  subjectOf,
} from '../domain/data-request';
import { DataRequestEntity } from './privacy.entities';

/** Which requests a list shows. */
export interface DataRequestFilter {
  readonly kind?: DataRequestKind | null;
  readonly state?: DataRequestState | null;
  /** Only those that had to be answered before this day and are not. */
  readonly overdueOn?: CalendarDate | null;
}

interface DataRequestRow extends RecordVersion {
  readonly kind: DataRequestKind;
  readonly name: string | null;
  readonly contact: string | null;
  readonly words: string | null;
  readonly received_on: CalendarDate;
  readonly due_on: CalendarDate;
  readonly person_id: string | null;
  readonly account_id: string | null;
  readonly identity_check: IdentityCheckKind | null;
  readonly identity_checked_on: CalendarDate | null;
  readonly decision: DecisionOutcome | null;
  readonly decision_reason: string | null;
  readonly decided_by: string | null;
  readonly decided_on: CalendarDate | null;
  readonly erases_public_names: boolean;
  readonly closed_at: Date | null;
  readonly erased_at: Date | null;
  readonly recorded_by: string;
}

const value = (column: string) => `(SELECT v.value FROM personal_value v WHERE v.id = r.${column})`;
const COLUMNS = `r.id, r.revision, r.kind, ${value('name_value_id')} AS name, ${value('contact_value_id')} AS contact,
  ${value('words_value_id')} AS words, r.received_on, r.due_on, r.person_id, r.account_id, r.identity_check,
  r.identity_checked_on, r.decision, r.decision_reason, r.decided_by, r.decided_on, r.erases_public_names, r.closed_at,
  r.erased_at, r.recorded_by`;

const BY_DUE_DATE = {
  keys: [
    { sql: 'r.due_on', type: 'date' },
    { sql: 'r.id', type: 'uuid' },
  ],
};

const OF_STATE: Readonly<Record<DataRequestState, string>> = {
  open: 'r.decision IS NULL',
  granted: 'r.decision IS NOT NULL AND r.closed_at IS NULL',
  closed: 'r.closed_at IS NOT NULL',
};

function viewOf(row: DataRequestRow): DataRequest {
  const { decision, decided_by: by, decided_on: on } = row;
  return {
    id: row.id,
    kind: row.kind,
    requester: { name: row.name, contact: row.contact, words: row.words },
    receivedOn: row.received_on,
    dueOn: row.due_on,
    subject: subjectOf(row.person_id, row.account_id),
    identityCheck:
      row.identity_check !== null && row.identity_checked_on !== null
        ? { how: row.identity_check, on: row.identity_checked_on }
        : null,
    decision:
      decision !== null && by !== null && on !== null
        ? {
            outcome: decision,
            reason: row.decision_reason,
            by,
            on,
            erasesPublicNames: row.erases_public_names,
          }
        : null,
    closedAt: row.closed_at,
    erasedAt: row.erased_at,
    recordedBy: row.recorded_by,
    revision: row.revision,
  };
}

/** Reads and writes requests of persons, except for who makes them, which is a personal value. */
@Injectable()
export class DataRequestRepository {
  constructor(private readonly transactions: Transactions) {}

  async list(filter: DataRequestFilter, page: PageRequest): Promise<Page<DataRequest>> {
    const conditions: Condition[] = [
      ...(filter.kind ? [{ sql: 'r.kind = ?', values: [filter.kind] }] : []),
      ...(filter.state ? [{ sql: OF_STATE[filter.state], values: [] }] : []),
      ...(filter.overdueOn
        ? [{ sql: 'r.closed_at IS NULL AND r.due_on < ?', values: [filter.overdueOn] }]
        : []),
    ];
    const statement = { select: COLUMNS, from: 'data_request r', conditions, sort: BY_DUE_DATE };
    const rows = await readPage<DataRequestRow>(this.transactions.reader, statement, page);
    return { ...rows, items: rows.items.map(viewOf) };
  }

  async find(id: string): Promise<DataRequest | null> {
    return this.findIn(this.transactions.reader, id, '');
  }

  /** The request, locked, if it still is at this revision. @throws RecordNotFound @throws RecordIsStale */
  async lock(tx: EntityManager, { id, revision }: RecordVersion): Promise<DataRequest> {
    const found = await this.findIn(tx, id, 'FOR UPDATE OF r');
    if (found === null) throw new RecordNotFound();
    if (found.revision !== revision) throw new RecordIsStale();
    return found;
  }

  async insert(tx: EntityManager, row: QueryDeepPartialEntity<DataRequestEntity>): Promise<void> {
    await tx.insert(DataRequestEntity, row);
  }

  async change(
    tx: EntityManager,
    version: RecordVersion,
    changes: QueryDeepPartialEntity<DataRequestEntity>,
  ): Promise<void> {
    await changeRecord(tx, DataRequestEntity, version, changes);
  }

  /** Requests closed before this instant whose requesters are still named, locked, with the ids of their values. */
  async lockClosedBefore(
    tx: EntityManager,
    before: Date,
    limit: number,
  ): Promise<{ id: string; valueIds: string[] }[]> {
    return tx.query(
      `SELECT id, array_remove(ARRAY[name_value_id, contact_value_id, words_value_id], NULL) AS "valueIds"
         FROM data_request WHERE closed_at < $1 AND erased_at IS NULL
        ORDER BY closed_at, id LIMIT $2 FOR UPDATE SKIP LOCKED`,
      [before, limit],
    );
  }

  async markErased(tx: EntityManager, ids: readonly string[], at: Date): Promise<void> {
    await tx.query(
      'UPDATE data_request SET erased_at = $2, revision = revision + 1 WHERE id = ANY ($1::uuid[])',
      [ids, at],
    );
  }

  private async findIn(
    db: EntityManager,
    id: string,
    lock: '' | 'FOR UPDATE OF r',
  ): Promise<DataRequest | null> {
    const [row] = await db.query<DataRequestRow[]>(
      `SELECT ${COLUMNS} FROM data_request r WHERE r.id = $1 ${lock}`,
      [id],
    );
    return row ? viewOf(row) : null;
  }
}
