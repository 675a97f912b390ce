import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '@app/platform';
import type { FreshLink, LinkPurpose } from '../domain/single-use-link';
import { SingleUseLinkEntity } from './invitation.entities';

/** What a link lets its holder do, and for whom: an invitation or an account. */
export interface LinkSubject {
  readonly purpose: LinkPurpose;
  readonly subjectId: string;
}

const COLUMN: Readonly<Record<LinkPurpose, 'invitation_id' | 'account_id'>> = {
  invitation: 'invitation_id',
  password_reset: 'account_id',
};

/** The columns that name the subject of a link, or of a mail that carries one. */
export function subjectColumns({ purpose, subjectId }: LinkSubject) {
  return {
    purpose,
    invitationId: purpose === 'invitation' ? subjectId : null,
    accountId: purpose === 'password_reset' ? subjectId : null,
  };
}

/** Links that work once, known by the digests of their tokens. */
@Injectable()
export class SingleUseLinkRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Keeps a new link in the place of the one that waited for the same purpose and subject. */
  async issue(
    tx: EntityManager,
    id: string,
    subject: LinkSubject,
    { tokenSha256, expiresAt }: FreshLink,
    createdAt: Date,
  ): Promise<void> {
    await this.revoke(tx, subject);
    await tx.insert(SingleUseLinkEntity, {
      ...{ id, ...subjectColumns(subject) },
      ...{ tokenSha256, createdAt, expiresAt },
    });
  }

  /** Makes the link that waits worthless. */
  async revoke(tx: EntityManager, { purpose, subjectId }: LinkSubject): Promise<void> {
    await tx.query(
      `DELETE FROM single_use_link
        WHERE purpose = $1 AND coalesce(invitation_id, account_id) = $2 AND used_at IS NULL`,
      [purpose, subjectId],
    );
  }

  /** Whether this link still waits to be used: it was not replaced meanwhile. */
  async waits(tx: EntityManager, id: string): Promise<boolean> {
    const found = await tx.query<unknown[]>('SELECT FROM single_use_link WHERE id = $1 AND used_at IS NULL', [
      id,
    ]);
    return found.length > 0;
  }

  /** Whom the link is for, without using it; null when it does not work. */
  async findSubject(purpose: LinkPurpose, tokenSha256: Buffer, now: Date): Promise<string | null> {
    const [row] = await this.transactions.reader.query<{ subjectId: string }[]>(
      `SELECT ${COLUMN[purpose]} AS "subjectId" FROM single_use_link
        WHERE token_sha256 = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > $3`,
      [tokenSha256, purpose, now],
    );
    return row?.subjectId ?? null;
  }

  /** The link that this token once belonged to, whether it works or not. */
  async trace(tokenSha256: Buffer): Promise<string | null> {
    const [row] = await this.transactions.reader.query<{ id: string }[]>(
      'SELECT id FROM single_use_link WHERE token_sha256 = $1',
      [tokenSha256],
    );
    return row?.id ?? null;
  }

  /**
   * Uses the link: of many that do at once one succeeds, for whoever waits for the row finds it used.
   * @returns whom it is for; null when it does not work.
   */
  async use(tx: EntityManager, purpose: LinkPurpose, tokenSha256: Buffer, now: Date): Promise<string | null> {
    const [rows] = await tx.query<[{ subjectId: string }[], number]>(
      `UPDATE single_use_link SET used_at = $3
        WHERE token_sha256 = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > $3
        RETURNING ${COLUMN[purpose]} AS "subjectId"`,
      [tokenSha256, purpose, now],
    );
    return rows[0]?.subjectId ?? null;
  }
}
