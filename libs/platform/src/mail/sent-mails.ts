import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Mail, MailReceipt } from './mail';

/** A mail that was taken, and what the register keeps of it beside its words. */
export interface TakenMail {
  readonly mail: Mail;
  readonly receipt: MailReceipt;
  /** What it is about, as in `deadline_ahead` or `password_reset`. */
  readonly topic: string;
  /** Whether it carries a single-use link: its words are then kept nowhere, and few see that it went out. */
  readonly carriesLink: boolean;
  readonly at: Date;
}

/** Records the mails that went out. */
@Injectable()
export class SentMails {
  /** Records a mail in the transaction that ends its sending; a repeat under the same Message-ID is the same mail. */
  async record(tx: EntityManager, { mail, receipt, topic, carriesLink, at }: TakenMail): Promise<void> {
    const body = receipt.transport === 'file' && !carriesLink ? mail.text : null;
    await tx.query(
      `INSERT INTO sent_mail
         (message_id, recipients, subject, language, body, transport, file, topic, carries_link, sent_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       ON CONFLICT (message_id) DO UPDATE
          SET recipients = excluded.recipients, subject = excluded.subject, body = excluded.body,
              transport = excluded.transport, file = excluded.file, sent_at = excluded.sent_at`,
      [
        mail.messageId,
        receipt.accepted,
        mail.subject,
        mail.language,
        body,
        receipt.transport,
        receipt.file,
        topic,
        carriesLink,
        at,
      ],
    );
  }
}
