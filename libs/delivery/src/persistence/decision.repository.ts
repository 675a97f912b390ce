import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '@app/kernel';
import { Condition, Page, PageRequest, Transactions, joinConditions, readPage } from '@app/platform';
import type { SettlementFacts } from '../domain/judge-settlement';
import type { Outcome } from '../domain/settlement';
import { DECISION, IS_DROPPED } from './decision.sql';
import { OBLIGOR, replyUntil } from './notice.sql';
import { REACHES_TARGET } from './reported.sql';

/** A promise as far as decisions about it look. */
export interface DecidedPromise extends Omit<SettlementFacts, 'today'> {
  readonly agreementId: string;
  readonly decision: Outcome | null;
}

/** A decision about a promise, live or withdrawn. */
export interface DecisionRow {
  readonly id: string;
  readonly outcome: Outcome;
  readonly reason: string;
  readonly on: CalendarDate;
  readonly decidedBy: string;
  readonly recordedOn: CalendarDate;
  readonly sourceId: string | null;
  readonly locator: string | null;
  readonly fileId: string | null;
  readonly withdrawn: {
    readonly by: string;
    readonly on: CalendarDate;
    readonly reason: string;
  } | null;
}

const COLUMNS = `d.id, d.outcome, d.reason, d.decided_on AS "on", d.decided_by AS "decidedBy",
  d.recorded_on AS "recordedOn", d.source_id AS "sourceId", d.locator, d.file_id AS "fileId",
  CASE WHEN d.withdrawn_on IS NOT NULL THEN jsonb_build_object('by', d.withdrawn_by, 'on', d.withdrawn_on,
    'reason', d.withdrawal_reason) END AS withdrawn`;

/** Reads what was decided about promises. */
@Injectable()
export class DecisionRepository {
  constructor(private readonly transactions: Transactions) {}

  /** A promise in scope, with what was decided about it; null when there is none with this id. */
  async promise(commitmentId: string, scope: readonly Condition[]): Promise<DecidedPromise | null> {
    const { where, values } = joinConditions([{ sql: 'c.id = ?', values: [commitmentId] }, ...scope]);
    const [row] = await this.transactions.reader.query<DecidedPromise[]>(
      `SELECT c.agreement_id AS "agreementId", a.legal_state AS "legalState", c.last_day AS "lastDay",
              ${DECISION} AS decision, ${IS_DROPPED} AS dropped, ${REACHES_TARGET} AS reached,
              ${replyUntil('closed_not_met')} AS "repliesUntil", ${replyUntil(null)} AS "heardUntil",
              ${OBLIGOR} IS NOT NULL AS "hasObligor"
         FROM commitment c JOIN agreement a ON a.id = c.agreement_id ${where}`,
      values,
    );
    return row ?? null;
  }

  /** In the order in which they were recorded. */
  list(commitmentId: string, page: PageRequest): Promise<Page<DecisionRow>> {
    return readPage<DecisionRow>(
      this.transactions.reader,
      {
        select: COLUMNS,
        from: 'commitment_decision d',
        conditions: [{ sql: 'd.commitment_id = ?::uuid', values: [commitmentId] }],
        sort: { keys: [{ sql: 'd.id', type: 'uuid' }] },
      },
      page,
    );
  }

  async find(commitmentId: string, id: string): Promise<DecisionRow | null> {
    const [row] = await this.transactions.reader.query<DecisionRow[]>(
      `SELECT ${COLUMNS} FROM commitment_decision d WHERE d.commitment_id = $1 AND d.id = $2`,
      [commitmentId, id],
    );
    return row ?? null;
  }

  /** Whether a file of the agreement, not withdrawn, has this id. */
  async holdsFile(agreementId: string, fileId: string): Promise<boolean> {
    const rows = await this.transactions.reader.query<unknown[]>(
      'SELECT FROM agreement_file WHERE id = $1 AND agreement_id = $2 AND withdrawn_at IS NULL',
      [fileId, agreementId],
    );
    return rows.length > 0;
  }

  async knowsSource(sourceId: string): Promise<boolean> {
    const rows = await this.transactions.reader.query<unknown[]>('SELECT FROM source WHERE id = $1', [
      sourceId,
    ]);
    return rows.length > 0;
  }
}
