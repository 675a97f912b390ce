import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Language, RoleGrant } from '@app/kernel';
import { Transactions, newId } from '@app/platform';
import type { AccountKind } from '../domain/roles';
import { AccountEntity } from './identity.entities';

/** An account that is made for who accepts an invitation. */
export interface AccountToMake {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly language: Language;
  readonly passwordHash: string;
  readonly kind: AccountKind;
}

/** An account, by the address that a mail goes to. */
@Injectable()
export class AddressedAccountRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Whose address it is, active or not. */
  async find(email: string): Promise<{ readonly id: string; readonly kind: AccountKind } | null> {
    const [row] = await this.transactions.reader.query<{ id: string; kind: AccountKind }[]>(
      'SELECT id, kind FROM account WHERE email = $1',
      [email],
    );
    return row ?? null;
  }

  /** The account that may get a new password by mail: active, real, and not one that signs in elsewhere. */
  async findForReset(tx: EntityManager, email: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string }[]>(
      `SELECT id FROM account WHERE email = $1 AND active AND NOT demonstration AND password_hash IS NOT NULL`,
      [email],
    );
    return row?.id ?? null;
  }

  async insert(tx: EntityManager, account: AccountToMake): Promise<void> {
    await tx.insert(AccountEntity, account);
  }

  /** Adds grants to those that an account has; codes of the same role join the codes that are there. */
  async addGrants(
    tx: EntityManager,
    { id, kind }: Pick<AccountToMake, 'id' | 'kind'>,
    grants: readonly RoleGrant[],
    grantedAt: Date,
  ): Promise<void> {
    for (const { role, scope } of grants) {
      await tx.query(
        `INSERT INTO role_grant (id, account_id, account_kind, role, scope_kind, codes, organisation_id, granted_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT ON CONSTRAINT role_grant_once DO UPDATE
            SET codes = ARRAY(SELECT DISTINCT unnest(role_grant.codes || excluded.codes) ORDER BY 1)`,
        [
          ...[newId(), id, kind, role, scope.kind, 'codes' in scope ? scope.codes : []],
          ...['organisationId' in scope ? scope.organisationId : null, grantedAt],
        ],
      );
    }
  }

  /** The account has changed: who read it before must read it again before changing it. */
  async raiseRevision(tx: EntityManager, id: string): Promise<void> {
    await tx.query('UPDATE account SET revision = revision + 1 WHERE id = $1', [id]);
  }
}
