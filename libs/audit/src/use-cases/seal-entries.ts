import { Injectable } from '@nestjs/common';
import { Transactions } from '@app/platform';
import { chainOf } from '../domain/chain';
import { ChainRepository } from '../persistence/chain.repository';

const BATCH = 500;

/**
 * Links committed entries into the chain, oldest first. One process seals at a time, by a lock that ends with its
 * transaction: when it dies, what it did not commit is sealed by the next.
 */
@Injectable()
export class SealEntries {
  constructor(
    private readonly transactions: Transactions,
    private readonly chain: ChainRepository,
  ) {}

  /** Seals one batch. @returns whether more may wait; false as well while another process seals. */
  async execute(): Promise<boolean> {
    if (!(await this.chain.isAnythingUnsealed())) return false;
    return this.transactions.run(async (tx) => {
      if (!(await this.chain.tryLock(tx))) return false;
      // Read only now: what another sealed before is committed, and seen.
      const { ids, entries, readAt } = await this.chain.takeUnsealed(tx, BATCH);
      await this.chain.append(tx, chainOf(await this.chain.head(tx), entries, readAt));
      await this.chain.forgetUnsealed(tx, ids);
      return ids.length === BATCH;
    });
  }
}
