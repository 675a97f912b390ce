import { Injectable } from '@nestjs/common';
import { Clock } from '@app/kernel';
import type { EntityManager } from 'typeorm';
import { newId } from '../database/ids';
import type { Delivery, Job } from '../queue/job';

/**
 * Work to be done after the transaction that asks for it: a row in the same transaction, so that neither exists
 * without the other. A row is deleted by the transaction that does its work.
 */
@Injectable()
export class Outbox {
  constructor(private readonly clock: Clock) {}

  /** Asks for the job once this transaction commits, and not before `notBefore` of business time. */
  async add<Payload extends object>(
    tx: EntityManager,
    job: Job<Payload>,
    payload: Payload,
    notBefore: Date = this.clock.now(),
  ): Promise<void> {
    if (tx.queryRunner?.isTransactionActive !== true)
      throw new Error(`outbox without a transaction: ${job.name}`);
    await tx.query('INSERT INTO outbox (id, job, payload, available_at) VALUES ($1, $2, $3, $4)', [
      newId(),
      job.name,
      payload,
      notBefore,
    ]);
  }

  /** The means by which a handler ends or puts off the row behind its job. */
  deliveryOf(id: string): Delivery {
    return {
      complete: async (tx) => {
        await tx.query('DELETE FROM outbox WHERE id = $1', [id]);
      },
      postpone: async (tx, until) => {
        await tx.query('UPDATE outbox SET available_at = $2, leased_until = NULL, relays = 0 WHERE id = $1', [
          id,
          until,
        ]);
      },
    };
  }
}
