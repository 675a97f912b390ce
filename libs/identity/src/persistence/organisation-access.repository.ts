import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LIVE_INVITATION_STATES } from '../domain/invitation';

/** How many may act for an organisation, and how many are invited to. */
export interface AccessCount {
  readonly accounts: number;
  /** Invitations that may still become an account. */
  readonly invitations: number;
}

/** Ids of rows that went from one organisation to another. */
export interface MovedAccess {
  readonly grants: readonly string[];
  readonly invitations: readonly string[];
}

/** Reads and moves what lets people act for an organisation. */
@Injectable()
export class OrganisationAccessRepository {
  async count(db: EntityManager, organisationId: string): Promise<AccessCount> {
    const [row] = await db.query<[AccessCount]>(
      `SELECT (SELECT count(DISTINCT account_id)::int FROM role_grant WHERE organisation_id = $1) AS accounts,
              (SELECT count(*)::int FROM invitation WHERE organisation_id = $1 AND state = ANY ($2::text[]))
                AS invitations`,
      [organisationId, LIVE_INVITATION_STATES],
    );
    return row;
  }

  async move(tx: EntityManager, from: string, to: string): Promise<MovedAccess> {
    return {
      grants: await this.moved(tx, 'role_grant', 'organisation_id = $1', [from, to]),
      invitations: await this.moved(tx, 'invitation', 'organisation_id = $1', [from, to]),
    };
  }

  /** Only what is still where it went: whoever was invited or taken off since stays so. */
  async giveBack(tx: EntityManager, access: MovedAccess, from: string, to: string): Promise<void> {
    const some = 'organisation_id = $1 AND id = ANY ($3::uuid[])';
    await this.moved(tx, 'role_grant', some, [from, to, access.grants]);
    await this.moved(tx, 'invitation', some, [from, to, access.invitations]);
  }

  private async moved(
    tx: EntityManager,
    table: 'role_grant' | 'invitation',
    which: string,
    values: readonly unknown[],
  ): Promise<string[]> {
    const [rows] = await tx.query<[{ id: string }[], number]>(
      `UPDATE ${table} SET organisation_id = $2 WHERE ${which} RETURNING id`,
      [...values],
    );
    return rows.map(({ id }) => id);
  }
}
