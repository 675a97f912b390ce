import { Injectable } from '@nestjs/common';
import { agreementChanged } from '@app/agreements';
import type { MergeFollower, TwoRecords } from '@app/organisations';
import { Outbox } from '@app/platform';
import { agreementsWaitingFor } from '../persistence/waiting-for-organisation';

type Transaction = Parameters<MergeFollower['count']>[0];

/**
 * What fell due and still waits is addressed anew after a merge: agreements are planned once more, so that whoever stays
 * becomes a recipient; the dispatcher drops what was addressed to the record that no longer owes anything.
 */
@Injectable()
export class TellWhoStays implements MergeFollower {
  constructor(private readonly outbox: Outbox) {}

  count(): Promise<Record<never, never>> {
    return Promise.resolve({});
  }

  async follow(tx: Transaction, { record, goneId, keptId }: TwoRecords): Promise<void> {
    if (record === 'person') return;
    for (const agreementId of await agreementsWaitingFor(tx, [goneId, keptId])) {
      await this.outbox.add(tx, agreementChanged, { agreementId });
    }
  }

  giveBack(tx: Transaction, two: TwoRecords): Promise<void> {
    return this.follow(tx, two);
  }
}
