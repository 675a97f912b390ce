import { Injectable } from '@nestjs/common';
import { OwnedAgreements } from '@app/identity';
import { Transactions } from '@app/platform';

/** How many agreements positions own, for those who look at positions. */
@Injectable()
export class CountOwnedAgreements extends OwnedAgreements {
  constructor(private readonly transactions: Transactions) {
    super();
  }

  async countByPosition(positionIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.transactions.reader.query<{ id: string; count: number }[]>(
      `SELECT owner_position_id AS id, count(*)::int AS count FROM agreement
        WHERE owner_position_id = ANY ($1::uuid[]) GROUP BY owner_position_id`,
      [positionIds],
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  }
}
