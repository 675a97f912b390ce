import { Injectable } from '@nestjs/common';
import { type Page, type PageRequest, Transactions, readPage } from '@app/platform';
import type { EntityManager } from 'typeorm';
import {
  MOST_ATTEMPTS,
  type Verification,
  type VerificationFailure,
  type VerificationResult,
} from '../domain/verification';

const COLUMNS = `v.id, v.requested_by AS "requestedBy", v.requested_at AS "requestedAt", v.state, v.attempts,
  v.begun_at AS "begunAt", v.seen_at AS "seenAt", v.lines_total AS "linesTotal", v.lines_done AS "linesDone",
  v.finished_at AS "finishedAt", v.result, v.failure`;

/** Keeps the verifications of the trail. */
@Injectable()
export class VerificationRepository {
  constructor(private readonly transactions: Transactions) {}

  /** @returns whether it was added: none is while another waits or runs */
  async insert(
    tx: EntityManager,
    { id, requestedBy, requestedAt }: Pick<Verification, 'id' | 'requestedBy' | 'requestedAt'>,
  ): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `INSERT INTO audit_verification (id, requested_by, requested_at, state) VALUES ($1, $2, $3, 'waiting')
       ON CONFLICT DO NOTHING RETURNING id`,
      [id, requestedBy, requestedAt],
    );
    return rows.length > 0;
  }

  /** The one that waits or runs. */
  async findUnderWay(): Promise<Verification | null> {
    const [row] = await this.transactions.reader.query<Verification[]>(
      `SELECT ${COLUMNS} FROM audit_verification v WHERE v.state IN ('waiting', 'running')`,
    );
    return row ?? null;
  }

  async find(id: string): Promise<Verification | null> {
    const [row] = await this.transactions.reader.query<Verification[]>(
      `SELECT ${COLUMNS} FROM audit_verification v WHERE v.id = $1`,
      [id],
    );
    return row ?? null;
  }

  async lock(tx: EntityManager, id: string): Promise<Verification | null> {
    const [row] = await tx.query<Verification[]>(
      `SELECT ${COLUMNS} FROM audit_verification v WHERE v.id = $1 FOR UPDATE`,
      [id],
    );
    return row ?? null;
  }

  /** The latest first. */
  listPage(page: PageRequest): Promise<Page<Verification>> {
    return readPage<Verification>(
      this.transactions.reader,
      {
        select: COLUMNS,
        from: 'audit_verification v',
        conditions: [],
        sort: {
          keys: [
            { sql: 'v.requested_at', type: 'timestamptz' },
            { sql: 'v.id', type: 'uuid' },
          ],
          descending: true,
        },
      },
      page,
    );
  }

  /** A worker takes it up, from the beginning. @param attempt the number of this attempt */
  async begin(tx: EntityManager, id: string, attempt: number, now: Date): Promise<void> {
    await tx.query(
      `UPDATE audit_verification SET state = 'running', attempts = $2, begun_at = coalesce(begun_at, $3), seen_at = $3,
              lines_done = 0, lines_total = NULL WHERE id = $1`,
      [id, attempt, now],
    );
  }

  /** A sign of life. @returns false when another worker took it up meanwhile, or it is over */
  async progress(
    tx: EntityManager,
    id: string,
    attempt: number,
    { linesTotal, linesDone }: Pick<Verification, 'linesTotal' | 'linesDone'>,
    now: Date,
  ): Promise<boolean> {
    const [, affected] = await tx.query<[unknown[], number]>(
      `UPDATE audit_verification SET seen_at = $3, lines_total = $4, lines_done = $5
        WHERE id = $1 AND attempts = $2 AND state = 'running'`,
      [id, attempt, now, linesTotal, linesDone],
    );
    return affected === 1;
  }

  /** It waits for the next attempt. */
  async giveBack(tx: EntityManager, id: string, attempt: number): Promise<void> {
    await tx.query(
      `UPDATE audit_verification SET state = 'waiting'
        WHERE id = $1 AND attempts = $2 AND attempts < ${MOST_ATTEMPTS} AND state = 'running'`,
      [id, attempt],
    );
  }

  /** @returns false when another worker took it up meanwhile, or it is over */
  async finish(
    tx: EntityManager,
    id: string,
    attempt: number,
    result: VerificationResult,
    linesDone: number,
    now: Date,
  ): Promise<boolean> {
    const [, affected] = await tx.query<[unknown[], number]>(
      `UPDATE audit_verification SET state = 'finished', seen_at = $3, finished_at = $3, result = $4, lines_done = $5,
              lines_total = greatest(lines_total, $5)
        WHERE id = $1 AND attempts = $2 AND state = 'running'`,
      [id, attempt, now, result, linesDone],
    );
    return affected === 1;
  }

  async fail(tx: EntityManager, id: string, failure: VerificationFailure, now: Date): Promise<void> {
    await tx.query(
      `UPDATE audit_verification SET state = 'failed', finished_at = $2, failure = $3 WHERE id = $1`,
      [id, now, failure],
    );
  }
}
