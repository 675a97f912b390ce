import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDate, Language } from '@app/kernel';
import type { Recipient } from '../domain/recipient';
import { actsIn } from './acting.sql';
import { WaitingRow, READ_WAITING } from './dispatch/waiting.sql';
import { LIVE_STATES } from './live-states';
import { numbered } from './named-parameters';

export type { MeasuredPromise, WaitingRow } from './dispatch/waiting.sql';

/** A mailbox behind a recipient. */
export interface Reader {
  readonly email: string;
  readonly language: Language;
  /** Whether the same message reaches them as the owner of its agreements. */
  readonly isToldAsOwner: boolean;
}

/** Who acts for the owner of all of the agreements. */
const ACTS_FOR_OWNERS = `:owners::uuid[] <@ ARRAY(SELECT own.id FROM "position" own WHERE ${actsIn('a', 'own')})`;

const READERS: Readonly<Record<Exclude<Recipient['kind'], 'party'>, string>> = {
  position: `SELECT a.email, a.language, p.id <> ALL (:owners::uuid[]) AND ${ACTS_FOR_OWNERS} AS "isToldAsOwner"
               FROM "position" p JOIN account a ON ${actsIn('a', 'p')}
              WHERE p.id = :id::uuid ORDER BY a.id = p.holder_account_id DESC NULLS LAST`,
  organisation: `SELECT value AS email, language, false AS "isToldAsOwner" FROM personal_value
                  WHERE kind = 'contact' AND organisation_id = :id::uuid ORDER BY created_at, id`,
  representatives: `SELECT a.email, a.language, false AS "isToldAsOwner"
                      FROM role_grant g JOIN account a ON a.id = g.account_id AND a.active
                     WHERE g.role = 'investor_representative' AND g.organisation_id = :id::uuid
                     ORDER BY a.created_at, a.id`,
  drafters: `SELECT a.email, a.language, false AS "isToldAsOwner"
               FROM agreement_draft d JOIN account a ON a.active AND 'account:' || a.id = ANY (d.drafted_by)
              WHERE d.id = :id::uuid ORDER BY a.created_at, a.id`,
  role: `SELECT a.email, a.language, ${ACTS_FOR_OWNERS} AS "isToldAsOwner" FROM account a
          WHERE a.active AND EXISTS (SELECT FROM role_grant r WHERE r.account_id = a.id AND r.role = :id)
          ORDER BY a.created_at, a.id`,
};

/** Reads what is to be sent and writes what became of it. */
@Injectable()
export class DispatchRepository {
  /**
   * Locks a notification. `busy`: another worker has it; `gone`: it is no longer there. Whoever changes alerts locks
   * notifications before occurrences, so that planner and dispatchers wait for each other and never in a circle.
   */
  async lock(tx: EntityManager, id: string): Promise<'locked' | 'busy' | 'gone'> {
    const locked = await tx.query<unknown[]>(
      'SELECT FROM alert_notification WHERE id = $1 FOR NO KEY UPDATE SKIP LOCKED',
      [id],
    );
    if (locked.length > 0) return 'locked';
    const known = await tx.query<unknown[]>('SELECT FROM alert_notification WHERE id = $1', [id]);
    return known.length > 0 ? 'busy' : 'gone';
  }

  /** What waits to be sent in the mail of this notification, its followers locked too, as the facts are now. */
  async readWaiting(tx: EntityManager, leadId: string): Promise<readonly WaitingRow[]> {
    await tx.query(
      `SELECT FROM alert_notification
        WHERE lead_id = $1 AND state IN ('queued', 'retry') ORDER BY id FOR NO KEY UPDATE`,
      [leadId],
    );
    return tx.query<WaitingRow[]>(...numbered(READ_WAITING, { leadId, liveStates: LIVE_STATES }));
  }

  /** The mailboxes behind a recipient on the business date. */
  async readersOf(
    tx: EntityManager,
    { kind, id }: Recipient,
    owners: readonly string[],
    today: CalendarDate,
  ): Promise<readonly Reader[]> {
    // A party the paper only describes has no address before it has a name.
    if (kind === 'party') return [];
    return tx.query<Reader[]>(...numbered(READERS[kind], { id, owners, today }));
  }

  /** The mail was accepted: its notifications and their occurrences say so. */
  async markSent(tx: EntityManager, ids: readonly string[], messageId: string, at: Date): Promise<void> {
    await tx.query(
      ...numbered(
        `WITH sent AS (
           UPDATE alert_notification SET state = 'sent', reason = NULL, message_id = :messageId, sent_at = :at
            WHERE id = ANY (:ids::uuid[]) RETURNING occurrence_id
         ), told AS (
           SELECT o.id FROM alert_occurrence o JOIN sent ON sent.occurrence_id = o.id
            WHERE o.state = 'due' ORDER BY o.id FOR NO KEY UPDATE OF o
         )
         UPDATE alert_occurrence o SET state = 'dispatched' FROM told WHERE o.id = told.id`,
        { messageId, at, ids },
      ),
    );
  }

  /** Ends notifications unsent, each with its reason. */
  async end(
    tx: EntityManager,
    ended: readonly { readonly id: string; readonly reason: string }[],
    state: 'suppressed' | 'bounced' | 'dead',
  ): Promise<void> {
    if (ended.length === 0) return;
    await tx.query(
      `UPDATE alert_notification n SET state = $3, reason = e.reason
         FROM unnest($1::uuid[], $2::text[]) AS e(id, reason) WHERE n.id = e.id`,
      [ended.map(({ id }) => id), ended.map(({ reason }) => reason), state],
    );
    await tx.query(
      `SELECT FROM alert_occurrence
        WHERE id IN (SELECT occurrence_id FROM alert_notification WHERE id = ANY ($1::uuid[]))
        ORDER BY id FOR NO KEY UPDATE`,
      [ended.map(({ id }) => id)],
    );
    // What was withdrawn stays due: the planner decides whether its occurrence is cancelled or comes back.
    await tx.query(
      `UPDATE alert_occurrence o SET state = 'suppressed', reason = 'nobody_reached'
        WHERE o.state = 'due' AND o.id IN (SELECT occurrence_id FROM alert_notification WHERE id = ANY ($1::uuid[]))
          AND NOT EXISTS (SELECT FROM alert_notification n WHERE n.occurrence_id = o.id
                 AND (n.state IN ('queued', 'retry', 'sent') OR n.reason IN (
                       'deadline_moved', 'not_live', 'suspended', 'fact_ended')))`,
      [ended.map(({ id }) => id)],
    );
  }

  /** Records a failed attempt; answers how many there have been. */
  async recordFailure(tx: EntityManager, ids: readonly string[], error: string): Promise<number> {
    const [rows] = await tx.query<[{ attempts: number }[], number]>(
      `UPDATE alert_notification SET state = 'retry', attempts = attempts + 1, last_error = left($2, 500)
        WHERE id = ANY ($1::uuid[]) AND state IN ('queued', 'retry') RETURNING attempts`,
      [ids, error],
    );
    return Math.max(0, ...rows.map(({ attempts }) => attempts));
  }
}
