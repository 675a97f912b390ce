import { Injectable } from '@nestjs/common';
import { type Page, type PageRequest, Transactions, readPage } from '@app/platform';
import type { Colleague } from '../domain/colleague';

/** Reads who acts for the organisations of an investor's session; the database itself knows which those are. */
@Injectable()
export class ColleagueRepository {
  constructor(private readonly transactions: Transactions) {}

  /** By name; one row for each role in each organisation. */
  list(organisationIds: readonly string[], page: PageRequest): Promise<Page<Colleague>> {
    return readPage<Colleague>(
      this.transactions.reader,
      {
        select: `p.account_id AS "accountId", p.name, p.email, p.active, p.organisation_id AS "organisationId", p.role,
          p.granted_at AS since`,
        from: 'people_of_investor() p',
        conditions: [{ sql: 'p.organisation_id = ANY (?::uuid[])', values: [organisationIds] }],
        sort: {
          keys: [
            { sql: 'fold_text(coalesce(p.name, p.email))', type: 'text' },
            { sql: 'p.account_id', type: 'uuid' },
            { sql: 'p.organisation_id', type: 'uuid' },
            { sql: 'p.role', type: 'text' },
          ],
        },
      },
      page,
    );
  }
}
