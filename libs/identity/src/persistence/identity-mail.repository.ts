import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Language, type LocalizedText } from '@app/kernel';
import { Transactions } from '@app/platform';
import type { WantedMail } from '../domain/identity-mail';
import type { Role } from '../domain/roles';
import { IdentityMailEntity } from './invitation.entities';
import { type LinkSubject, subjectColumns } from './single-use-link.repository';

/** A mail that waits, with everything that it says. */
export interface WaitingMail extends WantedMail {
  readonly id: string;
  readonly subjectId: string;
  readonly email: string;
  readonly language: Language;
  /** What the invited person is to be; empty for other mails. */
  readonly roles: readonly Role[];
  /** The organisation that an investor is invited for. */
  readonly organisation: LocalizedText | null;
}

/** How the sending of a mail ended. */
export type MailEnd =
  | { readonly state: 'sent'; readonly messageId: string }
  | { readonly state: 'bounced' | 'dropped'; readonly reason: string };

const READ_WAITING = `
SELECT m.id, m.purpose, coalesce(m.invitation_id, m.account_id) AS "subjectId", m.requested_at AS "requestedAt",
       NOT EXISTS (SELECT FROM identity_mail later
                    WHERE later.id > m.id AND later.purpose = m.purpose
                      AND (later.invitation_id = m.invitation_id OR later.account_id = m.account_id)) AS "isNewest",
       CASE WHEN i.id IS NOT NULL THEN jsonb_build_object('state', i.state) END AS invitation,
       i.expires_at AS "expiresAt", coalesce(a.active AND a.password_hash IS NOT NULL, false) AS "mayHavePassword",
       coalesce(i.email, a.email) AS email, coalesce(i.language, a.language) AS language,
       CASE WHEN i.investor_role IS NOT NULL THEN ARRAY[i.investor_role]
            ELSE ARRAY(SELECT DISTINCT g.role FROM invited_grant g WHERE g.invitation_id = i.id ORDER BY g.role)
       END AS roles,
       CASE WHEN i.organisation_id IS NOT NULL THEN jsonb_build_object('ar', i.organisation_name_ar,
            'fr', i.organisation_name_fr, 'en', i.organisation_name_en) END AS organisation
  FROM identity_mail m
  LEFT JOIN invitation i ON i.id = m.invitation_id
  LEFT JOIN account a ON a.id = m.account_id
 WHERE m.id = $1 AND m.state = 'waiting' FOR NO KEY UPDATE OF m SKIP LOCKED`;

type WaitingRow = Omit<WaitingMail, 'invitation'> & {
  readonly invitation: Pick<NonNullable<WantedMail['invitation']>, 'state'> | null;
  readonly expiresAt: Date | null;
};

/** Mails that are asked for, and what became of them; what they say is written when they are sent. */
@Injectable()
export class IdentityMailRepository {
  constructor(private readonly transactions: Transactions) {}

  async insert(tx: EntityManager, id: string, subject: LinkSubject, requestedAt: Date): Promise<void> {
    await tx.insert(IdentityMailEntity, { id, ...subjectColumns(subject), state: 'waiting', requestedAt });
  }

  /** The same, or the same statement that keeps nothing. */
  async insertWhere(
    tx: EntityManager,
    isWanted: boolean,
    id: string,
    subject: LinkSubject,
    requestedAt: Date,
  ): Promise<void> {
    const { purpose, invitationId, accountId } = subjectColumns(subject);
    await tx.query(
      `INSERT INTO identity_mail (id, purpose, invitation_id, account_id, state, requested_at)
       SELECT $1::uuid, $2::text, $3::uuid, $4::uuid, 'waiting', $5::timestamptz WHERE $6::boolean`,
      [id, purpose, invitationId, accountId, requestedAt, isWanted],
    );
  }

  /** Whoever asks for this address waits until this transaction ends. */
  async lockRequests(tx: EntityManager, email: string): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('password-reset:' || $1, 0))`, [email]);
  }

  /** When mails of this kind were asked for since an instant. */
  async requestTimes(tx: EntityManager, subject: LinkSubject, since: Date): Promise<readonly Date[]> {
    const { purpose, subjectId } = subject;
    const rows = await tx.query<{ requestedAt: Date }[]>(
      `SELECT requested_at AS "requestedAt" FROM identity_mail
        WHERE purpose = $1 AND (invitation_id = $2 OR account_id = $2) AND requested_at > $3`,
      [purpose, subjectId, since],
    );
    return rows.map(({ requestedAt }) => requestedAt);
  }

  /** The mail, locked, if it still waits. `busy`: another worker has it; `gone`: it waits no longer. */
  async lockWaiting(tx: EntityManager, id: string): Promise<WaitingMail | 'busy' | 'gone'> {
    const [row] = await tx.query<WaitingRow[]>(READ_WAITING, [id]);
    if (row) {
      const { invitation, expiresAt, ...mail } = row;
      return { ...mail, invitation: invitation && expiresAt ? { ...invitation, expiresAt } : null };
    }
    const waiting = await tx.query<unknown[]>(
      `SELECT FROM identity_mail WHERE id = $1 AND state = 'waiting'`,
      [id],
    );
    return waiting.length > 0 ? 'busy' : 'gone';
  }

  async end(tx: EntityManager, id: string, end: MailEnd, endedAt: Date): Promise<void> {
    await tx.update(IdentityMailEntity, { id, state: 'waiting' }, { ...end, endedAt });
  }

  /** Records a failed attempt; answers how many there have been. */
  async recordFailure(tx: EntityManager, id: string, error: string): Promise<number> {
    const [rows] = await tx.query<[{ attempts: number }[], number]>(
      `UPDATE identity_mail SET attempts = attempts + 1, last_error = left($2, 500)
        WHERE id = $1 AND state = 'waiting' RETURNING attempts`,
      [id, error],
    );
    return rows[0]?.attempts ?? 0;
  }
}
