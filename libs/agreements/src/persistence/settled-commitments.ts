import { Injectable } from '@nestjs/common';
import { Transactions } from '@app/platform';

/**
 * Which commitments are settled. Here it takes a recorded decision; features to the right add what settles one by
 * itself, as conditions on the row `c`.
 */
@Injectable()
export class SettledCommitments {
  private readonly ways: string[] = [];

  constructor(private readonly transactions: Transactions) {}

  /** Adds a way in which a commitment is settled; features do so when they are started. */
  alsoWhen(sql: string): void {
    this.ways.push(sql);
  }

  /** Whether the row `c` of a query is settled. */
  get condition(): string {
    return this.ways.length === 0 ? 'false' : this.ways.map((sql) => `(${sql})`).join(' OR ');
  }

  /** Every commitment of an agreement's current version, with whether it is settled. */
  of(agreementId: string): Promise<{ readonly id: string; readonly settled: boolean }[]> {
    return this.transactions.reader.query(
      `SELECT c.id, ${this.condition} AS settled FROM commitment c WHERE c.agreement_id = $1 ORDER BY c.rank`,
      [agreementId],
    );
  }
}
