import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RecordIsStale, RecordNotFound, type RoleGrant } from '@app/kernel';
import {
  type Condition,
  type Page,
  type PageRequest,
  type RecordVersion,
  Transactions,
  changeRecord,
  holdsEveryWord,
  newId,
  readPage,
} from '@app/platform';
import type { AccountRecord } from '../domain/account-record';
import { isSameGrant } from '../domain/grants';
import type { AccountKind, Role } from '../domain/roles';
import { ACCOUNT_WITH_ORIGINS } from './account.repository';
import { SecondFactorEntity } from './credential.entities';
import { AccountEntity, RoleGrantEntity } from './identity.entities';

/** Which accounts a list shows. */
export interface AccountFilter {
  /** Words that the name or the address holds. */
  readonly q?: string | null;
  readonly role?: Role | null;
  readonly kind?: AccountKind | null;
  readonly active?: boolean | null;
}

/** What may change of an account beside its grants. */
export type AccountContent = Pick<AccountRecord, 'name' | 'language' | 'active'> & {
  /** Since when it is closed. */
  readonly deactivatedAt?: Date | null;
};

const COLUMNS = `${ACCOUNT_WITH_ORIGINS}, a.active, a.erased_at IS NOT NULL AS erased, a.created_at AS "createdAt",
  EXISTS (SELECT FROM second_factor f WHERE f.account_id = a.id AND f.confirmed_at IS NOT NULL) AS "secondFactor",
  (SELECT max(s.last_seen_at) FROM session s WHERE s.account_id = a.id) AS "lastSeenAt"`;

const BY_NAME = {
  keys: [
    { sql: 'fold_text(coalesce(a.name, a.email))', type: 'text' },
    { sql: 'a.id', type: 'uuid' },
  ],
};

/** Spells "adm" in ASCII: who takes an administrator away waits for whoever else does. */
const ADMINISTRATORS_LOCK = 0x61646d;

/** Reads and writes accounts for those who administer them. */
@Injectable()
export class AccountRecordRepository {
  constructor(private readonly transactions: Transactions) {}

  async list(filter: AccountFilter, page: PageRequest): Promise<Page<AccountRecord>> {
    const conditions: Condition[] = holdsEveryWord(
      `fold_text(coalesce(a.name, '') || ' ' || a.email)`,
      filter.q,
    );
    if (filter.role) {
      conditions.push({
        sql: 'EXISTS (SELECT FROM role_grant g WHERE g.account_id = a.id AND g.role = ?)',
        values: [filter.role],
      });
    }
    if (filter.kind) conditions.push({ sql: 'a.kind = ?', values: [filter.kind] });
    if (typeof filter.active === 'boolean') conditions.push({ sql: 'a.active = ?', values: [filter.active] });
    const statement = { select: COLUMNS, from: 'account a', conditions, sort: BY_NAME };
    return readPage<AccountRecord>(this.transactions.reader, statement, page);
  }

  async find(id: string): Promise<AccountRecord | null> {
    return this.findIn(this.transactions.reader, id, '');
  }

  /** The account, locked, if it still is at this revision. @throws RecordNotFound @throws RecordIsStale */
  async lock(tx: EntityManager, { id, revision }: RecordVersion): Promise<AccountRecord> {
    const found = await this.findIn(tx, id, 'FOR NO KEY UPDATE OF a');
    if (found === null) throw new RecordNotFound();
    if (found.revision !== revision) throw new RecordIsStale();
    return found;
  }

  async change(tx: EntityManager, version: RecordVersion, content: AccountContent): Promise<void> {
    await changeRecord(tx, AccountEntity, version, content);
  }

  /** Takes away the grants that are not listed and adds those that were not there; the provider's stay. */
  async replaceGrants(
    tx: EntityManager,
    { id: accountId, kind: accountKind, grants: before }: AccountRecord,
    after: readonly RoleGrant[],
    grantedAt: Date,
  ): Promise<void> {
    const gone = before.filter((grant) => !after.some((other) => isSameGrant(grant, other)));
    const added = after.filter((grant) => !before.some((other) => isSameGrant(grant, other)));
    for (const { role, scope } of gone) {
      await tx.query(
        `DELETE FROM role_grant WHERE account_id = $1 AND role = $2 AND scope_kind = $3 AND origin = 'local'
            AND organisation_id IS NOT DISTINCT FROM $4::uuid`,
        [accountId, role, scope.kind, 'organisationId' in scope ? scope.organisationId : null],
      );
    }
    if (added.length === 0) return;
    await tx.insert(
      RoleGrantEntity,
      added.map(({ role, scope }) => ({
        id: newId(),
        accountId,
        accountKind,
        role: role as Role,
        scopeKind: scope.kind,
        codes: 'codes' in scope ? [...scope.codes] : [],
        organisationId: 'organisationId' in scope ? scope.organisationId : null,
        grantedAt,
      })),
    );
  }

  /** Waits for whoever else is taking an administrator away; what is read afterwards holds until the end. */
  async lockAdministrators(tx: EntityManager): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [ADMINISTRATORS_LOCK]);
  }

  /** Whether somebody else administers the whole installation; a demonstration does not last. */
  async hasOtherAdministrator(tx: EntityManager, accountId: string): Promise<boolean> {
    const found = await tx.query<unknown[]>(
      `SELECT FROM account a JOIN role_grant g ON g.account_id = a.id AND g.role = 'admin' AND g.scope_kind = 'country'
        WHERE a.active AND NOT a.demonstration AND a.id <> $1 LIMIT 1`,
      [accountId],
    );
    return found.length > 0;
  }

  /** @returns whether there was one */
  async removeSecondFactor(tx: EntityManager, accountId: string): Promise<boolean> {
    const { affected } = await tx.delete(SecondFactorEntity, { accountId });
    return affected === 1;
  }

  private async findIn(db: EntityManager, id: string, lock: string): Promise<AccountRecord | null> {
    const [row] = await db.query<AccountRecord[]>(
      `SELECT ${COLUMNS} FROM account a WHERE a.id = $1 ${lock}`,
      [id],
    );
    return row ?? null;
  }
}
