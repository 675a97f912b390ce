import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditTrail, auditKind } from '@app/audit';
import { Clock, type Language } from '@app/kernel';
import { Transactions, newId } from '@app/platform';
import { REGISTER_OWNER } from '../domain/position';
import { FIRST_ACCOUNT_ROLES } from '../domain/roles';
import { AccountRepository } from '../persistence/account.repository';
import { AccountEntity, RoleGrantEntity, PositionEntity } from '../persistence/identity.entities';
import { hashPassword } from './passwords';

const accountCreated = auditKind<{ readonly roles: readonly string[]; readonly positionId: string }>(
  'account.created',
  'account',
);

export interface FirstAccountRequest {
  /** Generated when null. */
  readonly email: string | null;
  /** Generated when null. */
  readonly password: string | null;
  readonly language: Language;
}

/** The first account as it was made; `password` only when it was generated, to be shown once. */
export interface FirstAccount {
  readonly accountId: string;
  readonly email: string;
  readonly password: string | null;
}

const POSITION_NAMES = {
  nameAr: 'وحدة تتبع الاتفاقيات',
  nameFr: 'Unité de suivi des accords',
  nameEn: 'Agreements follow-up unit',
} as const;

/** Makes the first account of an installation and the position that owns the register; null when there is one. */
@Injectable()
export class CreateFirstAccount {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute(request: FirstAccountRequest): Promise<FirstAccount | null> {
    const generated = request.password === null ? randomBytes(15).toString('base64url') : null;
    const email = (request.email ?? 'admin@mithaq.localhost').toLowerCase();
    const passwordHash = await hashPassword(request.password ?? generated ?? '');
    return this.transactions.run(async (tx) => {
      await tx.query('LOCK TABLE account IN SHARE ROW EXCLUSIVE MODE');
      if ((await this.accounts.countAccounts()) > 0) return null;
      const accountId = newId();
      await tx.insert(AccountEntity, {
        id: accountId,
        email,
        name: null,
        language: request.language,
        passwordHash,
      });
      await tx.insert(
        RoleGrantEntity,
        FIRST_ACCOUNT_ROLES.map((role) => ({
          id: newId(),
          accountId,
          accountKind: 'staff' as const,
          role,
          scopeKind: 'country' as const,
          grantedAt: this.clock.now(),
        })),
      );
      const positionId = newId();
      await tx.insert(PositionEntity, {
        id: positionId,
        key: REGISTER_OWNER,
        ...POSITION_NAMES,
        holderAccountId: accountId,
      });
      await this.audit.note(tx, accountCreated, {
        actor: 'system:first-content',
        subjectId: accountId,
        payload: { roles: [...FIRST_ACCOUNT_ROLES], positionId },
      });
      return { accountId, email, password: generated };
    });
  }
}
