import { Injectable } from '@nestjs/common';
import type { CalendarDate, Language, LocalizedText } from '@app/kernel';
import type { EntityManager } from 'typeorm';
import type { AdverseWord, NoticeMailState } from '../domain/right-of-reply';
import { OBLIGOR } from './notice.sql';

/** A notice whose mail is to be sent. */
export interface WaitingNotice {
  readonly id: string;
  readonly agreementId: string;
  readonly commitmentId: string;
  readonly organisationId: string;
  readonly word: AdverseWord;
  readonly lastDay: CalendarDate;
  readonly sentOn: CalendarDate;
  readonly reference: string;
  readonly agreementTitle: LocalizedText;
  readonly commitmentTitle: LocalizedText;
  /** Whether the organisation still owes the promise by the deadline that the notice is about. */
  readonly owes: boolean;
}

/** An address of an organisation. */
export interface NoticeContact {
  readonly email: string;
  readonly language: Language;
}

/** What becomes of a mail; the days of one that failed stay as they were recorded. */
export interface EndedMail {
  readonly state: NoticeMailState;
  readonly sentOn: CalendarDate | null;
  readonly repliesUntil: CalendarDate | null;
}

const title = (row: string) =>
  `jsonb_build_object('ar', ${row}.title_ar, 'fr', ${row}.title_fr, 'en', ${row}.title_en)`;

/** Reads notices that are to be mailed, and writes what became of them. */
@Injectable()
export class NoticeMailRepository {
  /** Locks a notice whose mail waits. `busy`: another worker has it; `gone`: it waits no longer. */
  async lockWaiting(tx: EntityManager, id: string): Promise<WaitingNotice | 'busy' | 'gone'> {
    const locked = await tx.query<{ mail_state: string | null }[]>(
      'SELECT mail_state FROM reply_notice WHERE id = $1 FOR NO KEY UPDATE SKIP LOCKED',
      [id],
    );
    if (locked.length === 0) return 'busy';
    if (locked[0]?.mail_state !== 'waiting') return 'gone';
    const [row] = await tx.query<WaitingNotice[]>(
      `SELECT n.id, n.agreement_id AS "agreementId", n.commitment_id AS "commitmentId",
              staying_organisation(n.organisation_id) AS "organisationId", n.word, n.last_day AS "lastDay",
              n.sent_on AS "sentOn", a.reference, ${title('a')} AS "agreementTitle", ${title('c')} AS "commitmentTitle",
              coalesce(c.last_day = n.last_day AND staying_organisation(n.organisation_id) = ${OBLIGOR}, false) AS owes
         FROM reply_notice n JOIN agreement a ON a.id = n.agreement_id
         LEFT JOIN commitment c ON c.id = n.commitment_id WHERE n.id = $1`,
      [id],
    );
    return row ?? 'gone';
  }

  /** In the order in which they were recorded. */
  contacts(tx: EntityManager, organisationId: string): Promise<NoticeContact[]> {
    return tx.query<NoticeContact[]>(
      `SELECT value AS email, language FROM personal_value WHERE kind = 'contact' AND organisation_id = $1
        ORDER BY created_at, id`,
      [organisationId],
    );
  }

  async end(tx: EntityManager, id: string, { state, sentOn, repliesUntil }: EndedMail): Promise<void> {
    await tx.query(
      `UPDATE reply_notice SET mail_state = $2, sent_on = coalesce($3, sent_on), replies_until = coalesce($4, replies_until)
        WHERE id = $1 AND mail_state = 'waiting'`,
      [id, state, sentOn, repliesUntil],
    );
  }
}
