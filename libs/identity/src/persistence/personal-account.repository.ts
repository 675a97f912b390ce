import { Injectable } from '@nestjs/common';
import { RecordNotFound } from '@app/kernel';
import { Transactions } from '@app/platform';
import type { EntityManager } from 'typeorm';
import { ACCOUNT_VIEW, type AccountView } from './account.repository';

/** An account, also one that was left or erased. */
export interface AccountAtRest extends AccountView {
  readonly active: boolean;
  readonly erasedAt: Date | null;
}

/** A session as its holder may know it. */
export interface SessionAtRest {
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly address: string | null;
  readonly agent: string | null;
}

/** A position that somebody holds, or acts in for another. */
export interface HeldPosition {
  readonly id: string;
  readonly names: { readonly ar: string | null; readonly fr: string | null; readonly en: string | null };
  readonly as: 'holder' | 'delegate';
}

/** A token as its holder named it; the token itself is nowhere. */
export interface TokenAtRest {
  readonly name: string;
  readonly permissions: readonly string[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

/** An invitation that reached the holder of an account. */
export interface InvitationAtRest {
  readonly email: string | null;
  readonly name: string | null;
  readonly office: string | null;
  readonly state: string;
  readonly issuedAt: Date;
}

/** Somebody at a provider of identities, as whom the holder may come in. */
export interface ProviderIdentityAtRest {
  readonly issuer: string;
  readonly subject: string;
  readonly linkedAt: Date;
}

/** A view of a list as its holder named it. */
export interface ViewAtRest {
  readonly list: string;
  readonly name: string;
  readonly query: string;
  readonly savedAt: Date;
}

/** Everything by which the holder of an account comes in, what an answer of theirs is kept in, and their views. */
const OF_ACCOUNT = [
  'session',
  'api_token',
  'second_factor',
  'single_use_link',
  'identity_mail',
  'provider_identity',
  'role_grant',
  'idempotency_key',
  'saved_view',
] as const;

/** Reads and erases what is personal of accounts. */
@Injectable()
export class PersonalAccountRepository {
  constructor(private readonly transactions: Transactions) {}

  async find(id: string): Promise<AccountAtRest | null> {
    return this.findIn(this.transactions.reader, id, '');
  }

  /** @throws RecordNotFound */
  async lock(tx: EntityManager, id: string): Promise<AccountAtRest> {
    const found = await this.findIn(tx, id, 'FOR UPDATE OF a');
    if (found === null) throw new RecordNotFound();
    return found;
  }

  async listSessions(accountId: string): Promise<SessionAtRest[]> {
    return this.transactions.reader.query<SessionAtRest[]>(
      `SELECT created_at AS "createdAt", last_seen_at AS "lastSeenAt", expires_at AS "expiresAt", address, agent
         FROM session WHERE account_id = $1 ORDER BY created_at, id`,
      [accountId],
    );
  }

  async listTokens(accountId: string): Promise<TokenAtRest[]> {
    return this.transactions.reader.query<TokenAtRest[]>(
      `SELECT name, permissions, created_at AS "createdAt", expires_at AS "expiresAt", last_used_at AS "lastUsedAt",
              revoked_at AS "revokedAt" FROM api_token WHERE account_id = $1 ORDER BY created_at, id`,
      [accountId],
    );
  }

  async listViews(accountId: string): Promise<ViewAtRest[]> {
    return this.transactions.reader.query<ViewAtRest[]>(
      `SELECT list, name, query, saved_at AS "savedAt" FROM saved_view WHERE account_id = $1 ORDER BY saved_at, id`,
      [accountId],
    );
  }

  async listProviderIdentities(accountId: string): Promise<ProviderIdentityAtRest[]> {
    return this.transactions.reader.query<ProviderIdentityAtRest[]>(
      `SELECT issuer, subject, linked_at AS "linkedAt" FROM provider_identity
        WHERE account_id = $1 ORDER BY issuer`,
      [accountId],
    );
  }

  async listInvitations({ id, email }: Pick<AccountAtRest, 'id' | 'email'>): Promise<InvitationAtRest[]> {
    return this.transactions.reader.query<InvitationAtRest[]>(
      `SELECT email, name, office, state, issued_at AS "issuedAt" FROM invitation
        WHERE email = $2 OR accepted_by = $1 ORDER BY issued_at, id`,
      [id, email],
    );
  }

  /** When the second factor was enrolled; null without one. */
  async secondFactorSince(accountId: string): Promise<Date | null> {
    const [row] = await this.transactions.reader.query<{ at: Date | null }[]>(
      'SELECT confirmed_at AS at FROM second_factor WHERE account_id = $1',
      [accountId],
    );
    return row?.at ?? null;
  }

  async listPositions(accountId: string): Promise<HeldPosition[]> {
    return this.transactions.reader.query<HeldPosition[]>(
      `SELECT p.id, jsonb_build_object('ar', p.name_ar, 'fr', p.name_fr, 'en', p.name_en) AS names,
              CASE WHEN p.holder_account_id = $1 THEN 'holder' ELSE 'delegate' END AS "as"
         FROM "position" p WHERE $1 IN (p.holder_account_id, p.delegate_account_id) ORDER BY p.id`,
      [accountId],
    );
  }

  /** Takes name, address and every way in; what the trail and the positions name is the id. */
  async erase(tx: EntityManager, { id, email }: AccountAtRest, at: Date): Promise<void> {
    await tx.query(
      `UPDATE invitation SET email = NULL, name = NULL, office = NULL, erased_at = $3,
              state = CASE WHEN state IN ('awaiting_confirmation', 'open') THEN 'expired' ELSE state END
        WHERE erased_at IS NULL AND (email = $2 OR accepted_by = $1)`,
      [id, email, at],
    );
    await tx.query(
      `UPDATE account SET email = 'erased-' || id || '@erased.invalid', name = NULL, password_hash = NULL, active = false,
              deactivated_at = coalesce(deactivated_at, $2), erased_at = $2, revision = revision + 1 WHERE id = $1`,
      [id, at],
    );
    for (const table of OF_ACCOUNT) await tx.query(`DELETE FROM ${table} WHERE account_id = $1`, [id]);
    await tx.query(
      `UPDATE "position" SET delegate_account_id = NULL, delegate_from = NULL, delegate_until = NULL,
              revision = revision + 1 WHERE delegate_account_id = $1`,
      [id],
    );
  }

  private async findIn(
    db: EntityManager,
    id: string,
    lock: '' | 'FOR UPDATE OF a',
  ): Promise<AccountAtRest | null> {
    const [row] = await db.query<AccountAtRest[]>(
      `SELECT ${ACCOUNT_VIEW}, a.active, a.erased_at AS "erasedAt" FROM account a WHERE a.id = $1 ${lock}`,
      [id],
    );
    return row ?? null;
  }
}
