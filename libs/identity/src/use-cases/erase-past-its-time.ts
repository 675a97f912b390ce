import { Injectable } from '@nestjs/common';
import { Clock } from '@app/kernel';
import { Transactions } from '@app/platform';
import { EndedRows, PastItsTimeRepository } from '../persistence/past-its-time.repository';

/** What identity keeps for a time only; each call erases at most `limit` and answers how many it erased. */
@Injectable()
export class ErasePastItsTime {
  constructor(
    private readonly pastItsTime: PastItsTimeRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Sessions, tokens, links or failed attempts that ended before the instant. */
  async ended(rows: EndedRows, before: Date, limit: number): Promise<number> {
    return this.transactions.run((tx) => this.pastItsTime.deleteEnded(tx, rows, before, limit));
  }

  /** Who was invited, of invitations that ran out before the instant. */
  async invited(before: Date, limit: number): Promise<number> {
    return this.transactions.run((tx) => this.pastItsTime.eraseInvited(tx, before, this.clock.now(), limit));
  }

  /** Gives accounts that were closed past the register a day from which their time runs. */
  async noteClosedAccounts(): Promise<void> {
    await this.transactions.run((tx) => this.pastItsTime.noteClosedAccounts(tx, this.clock.now()));
  }

  /** The accounts that are due; who hold a position stay until it is handed on. */
  async leftAccounts(before: Date, limit: number): Promise<string[]> {
    return this.transactions.run((tx) => this.pastItsTime.listLeftBefore(tx, before, limit));
  }
}
