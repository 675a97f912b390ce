import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Language } from '@app/kernel';
import { Transactions, newId } from '@app/platform';
import { DEMONSTRATION_OWNER } from '../domain/demonstration';
import type { AccountKind } from '../domain/roles';
import { AccountEntity, PositionEntity } from './identity.entities';

/** A demonstration account as it is kept. */
export interface KeptDemonstrationAccount {
  readonly id: string;
  readonly email: string;
  readonly active: boolean;
  readonly passwordHash: string | null;
  /** The company of an investor. */
  readonly organisationId: string | null;
}

export interface DemonstrationAccountToMake {
  readonly email: string;
  readonly name: string;
  readonly language: Language;
  readonly kind: AccountKind;
  readonly passwordHash: string;
}

/** Spells "demo" in ASCII: one start at a time opens or closes a demonstration. */
const DEMONSTRATION_LOCK = 0x64656d6f;

/** Reads and writes the accounts of a demonstration. */
@Injectable()
export class DemonstrationRepository {
  constructor(private readonly transactions: Transactions) {}

  async lock(tx: EntityManager): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [DEMONSTRATION_LOCK]);
  }

  async list(): Promise<readonly KeptDemonstrationAccount[]> {
    return this.transactions.reader.query(
      `SELECT a.id, a.email, a.active, a.password_hash AS "passwordHash",
              (SELECT g.organisation_id FROM role_grant g
                WHERE g.account_id = a.id AND g.organisation_id IS NOT NULL ORDER BY g.id LIMIT 1) AS "organisationId"
         FROM account a WHERE a.demonstration AND a.erased_at IS NULL ORDER BY a.id`,
    );
  }

  async insert(tx: EntityManager, account: DemonstrationAccountToMake): Promise<string> {
    const id = newId();
    await tx.insert(AccountEntity, { id, ...account, demonstration: true });
    return id;
  }

  async setPassword(tx: EntityManager, passwordHash: string): Promise<void> {
    await tx.update(AccountEntity, { demonstration: true }, { passwordHash });
  }

  async setActive(tx: EntityManager, id: string, deactivatedAt: Date | null): Promise<void> {
    await tx.query(
      'UPDATE account SET active = $2, deactivated_at = $3, revision = revision + 1 WHERE id = $1',
      [id, deactivatedAt === null, deactivatedAt],
    );
  }

  /** The position that owns what a demonstration brings, made when it is missing. */
  async keepPosition(tx: EntityManager, holderAccountId: string): Promise<string> {
    const kept = await tx.findOneBy(PositionEntity, { key: DEMONSTRATION_OWNER });
    if (kept) return kept.id;
    const id = newId();
    await tx.insert(PositionEntity, {
      id,
      key: DEMONSTRATION_OWNER,
      nameAr: 'وحدة العرض التجريبي (خيالية)',
      nameFr: 'Unité de démonstration (fictive)',
      nameEn: 'Demonstration unit (fictional)',
      holderAccountId,
    });
    return id;
  }
}
