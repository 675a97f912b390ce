import { Injectable } from '@nestjs/common';
import { Transactions } from '@app/platform';
import { type Role, SECOND_FACTOR_ROLES } from '../domain/roles';

/** How many people are asked for a second factor, and how many of them have none yet. */
export interface FactorsAsked {
  readonly asked: number;
  readonly missing: number;
}

/** Reads what an installation still lacks. Demonstration accounts are nobody. */
@Injectable()
export class SetupRepository {
  constructor(private readonly transactions: Transactions) {}

  async rolesHeld(): Promise<ReadonlySet<Role>> {
    const rows = await this.transactions.reader.query<{ role: Role }[]>(
      `SELECT DISTINCT g.role FROM role_grant g JOIN account a ON a.id = g.account_id
        WHERE a.active AND NOT a.demonstration`,
    );
    return new Set(rows.map(({ role }) => role));
  }

  /** Who signs in through a provider alone shows the factor there. */
  async factorsAsked(): Promise<FactorsAsked> {
    const [row] = await this.transactions.reader.query<[FactorsAsked]>(
      `SELECT count(*)::int AS asked, (count(*) FILTER (WHERE f.confirmed_at IS NULL))::int AS missing
         FROM account a LEFT JOIN second_factor f ON f.account_id = a.id
        WHERE a.active AND NOT a.demonstration AND a.password_hash IS NOT NULL
          AND EXISTS (SELECT FROM role_grant g WHERE g.account_id = a.id AND g.role = ANY ($1))`,
      [SECOND_FACTOR_ROLES],
    );
    return row;
  }

  async countDemonstrationAccounts(): Promise<number> {
    const [row] = await this.transactions.reader.query<[{ count: number }]>(
      'SELECT count(*)::int AS count FROM account WHERE demonstration AND active',
    );
    return row.count;
  }
}
