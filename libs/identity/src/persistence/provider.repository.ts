import { Injectable } from '@nestjs/common';
import type { Language, RoleGrant } from '@app/kernel';
import { newId } from '@app/platform';
import type { EntityManager } from 'typeorm';
import type { AccountKind, Role } from '../domain/roles';
import { AccountEntity, RoleGrantEntity } from './identity.entities';
import { ProviderAttemptEntity, ProviderIdentityEntity } from './provider.entities';

/** An account that a provider's identity belongs to, or could. */
export interface VouchedAccount {
  readonly id: string;
  readonly kind: AccountKind;
  readonly active: boolean;
  readonly demonstration: boolean;
}

/** A sign-in under way, as it is found again. */
export interface FoundAttempt {
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly returnTo: string;
}

export interface NewStaffAccount {
  readonly email: string;
  readonly name: string | null;
  readonly language: Language;
}

const VOUCHED = 'a.id, a.kind, a.active, a.demonstration';

/** Keeps sign-ins under way, whom a provider vouches for, and what it grants. */
@Injectable()
export class ProviderRepository {
  async insertAttempt(tx: EntityManager, attempt: ProviderAttemptEntity): Promise<void> {
    await tx.query('DELETE FROM provider_attempt WHERE expires_at <= $1', [attempt.createdAt]);
    await tx.insert(ProviderAttemptEntity, attempt);
  }

  /** Takes the sign-in that this browser began under this state, once; null when it began none, or too long ago. */
  async takeAttempt(
    tx: EntityManager,
    stateSha256: Buffer,
    browserSha256: Buffer,
    at: Date,
  ): Promise<FoundAttempt | null> {
    const [rows] = await tx.query<[(FoundAttempt & { alive: boolean })[], number]>(
      `DELETE FROM provider_attempt WHERE state_sha256 = $1 AND browser_sha256 = $2
       RETURNING nonce, code_verifier AS "codeVerifier", return_to AS "returnTo", expires_at > $3 AS alive`,
      [stateSha256, browserSha256, at],
    );
    const [found] = rows;
    return found?.alive ? found : null;
  }

  /** The account of an identity; whoever comes with the same identity at the same moment waits. */
  async findByIdentity(tx: EntityManager, issuer: string, subject: string): Promise<VouchedAccount | null> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 14))', [`${issuer} ${subject}`]);
    const [row] = await tx.query<VouchedAccount[]>(
      `SELECT ${VOUCHED} FROM provider_identity i JOIN account a ON a.id = i.account_id
        WHERE i.issuer = $1 AND i.subject = $2 FOR UPDATE OF a`,
      [issuer, subject],
    );
    return row ?? null;
  }

  /** The account with this address, and whether the provider vouches for it under another name already. */
  async findByAddress(
    tx: EntityManager,
    issuer: string,
    email: string,
  ): Promise<(VouchedAccount & { readonly linked: boolean }) | null> {
    const [row] = await tx.query<(VouchedAccount & { linked: boolean })[]>(
      `SELECT ${VOUCHED},
              EXISTS (SELECT FROM provider_identity i WHERE i.account_id = a.id AND i.issuer = $1) AS linked
         FROM account a WHERE a.email = $2 FOR UPDATE OF a`,
      [issuer, email],
    );
    return row ?? null;
  }

  async link(tx: EntityManager, identity: Omit<ProviderIdentityEntity, 'accountKind'>): Promise<void> {
    await tx.insert(ProviderIdentityEntity, identity);
  }

  async createStaff(tx: EntityManager, account: NewStaffAccount): Promise<string> {
    const id = newId();
    await tx.insert(AccountEntity, { ...account, id, passwordHash: null, kind: 'staff' });
    return id;
  }

  /** The roles of an account that came from one side. */
  async grantsOf(
    tx: EntityManager,
    accountId: string,
    origin: RoleGrantEntity['origin'],
  ): Promise<readonly RoleGrant[]> {
    const rows = await tx.find(RoleGrantEntity, {
      where: { accountId, origin },
      order: { role: 'ASC', scopeKind: 'ASC' },
    });
    return rows.map(({ role, scopeKind, codes, organisationId }) => ({
      role,
      scope:
        scopeKind === 'country'
          ? { kind: scopeKind }
          : scopeKind === 'organisation'
            ? { kind: scopeKind, organisationId: organisationId ?? '' }
            : { kind: scopeKind, codes },
    }));
  }

  /** Puts the provider's roles in the place of those it granted before; what was granted here stays. */
  async replaceProviderGrants(
    tx: EntityManager,
    accountId: string,
    grants: readonly RoleGrant[],
    grantedAt: Date,
  ): Promise<void> {
    await tx.delete(RoleGrantEntity, { accountId, origin: 'provider' });
    await tx.insert(
      RoleGrantEntity,
      grants.map(({ role, scope }) => ({
        id: newId(),
        accountId,
        accountKind: 'staff' as const,
        role: role as Role,
        scopeKind: scope.kind,
        codes: 'codes' in scope ? [...scope.codes] : [],
        origin: 'provider' as const,
        grantedAt,
      })),
    );
    await tx.query('UPDATE account SET revision = revision + 1 WHERE id = $1', [accountId]);
  }
}
