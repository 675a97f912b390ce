import { Injectable } from '@nestjs/common';
import { Transactions } from '@app/platform';
import { PersonalAccountRepository } from '../persistence/personal-account.repository';

/** What identity keeps for a time only; each erases at most `limit` and answers how many it erased. */
@Injectable()
export class ErasePastItsTime {
  constructor(
    private readonly accounts: PersonalAccountRepository,
    private readonly transactions: Transactions,
  ) {}

  async endedSessions(before: Date, limit: number): Promise<number> {
    return this.transactions.run((tx) => this.accounts.deleteEndedSessions(tx, before, limit));
  }

  /** The accounts that are due; who hold a position stay until it is handed on. */
  async leftAccounts(before: Date, limit: number): Promise<string[]> {
    return this.transactions.run((tx) => this.accounts.listLeftBefore(tx, before, limit));
  }
}
