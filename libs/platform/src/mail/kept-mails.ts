import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Settings } from '../config/settings';
import { Transactions } from '../database/transactions';

/** A mail to somebody, as it is told to them. */
export interface MailToSomebody {
  readonly messageId: string;
  readonly subject: string;
  readonly topic: string;
  readonly sentAt: Date;
}

interface MailToErase {
  readonly message_id: string;
  readonly file: string | null;
}

/**
 * The personal part of mails that went out: whom they reached, and their words. What stays is that a mail went out, when
 * and about what. A file goes before its row says so: a crash in between leaves a row that is erased the next time.
 */
@Injectable()
export class KeptMails {
  constructor(
    @Inject(Settings) private readonly settings: Settings,
    private readonly transactions: Transactions,
  ) {}

  async listTo(address: string): Promise<MailToSomebody[]> {
    return this.transactions.reader.query<MailToSomebody[]>(
      `SELECT message_id AS "messageId", subject, topic, sent_at AS "sentAt" FROM sent_mail
        WHERE recipients @> ARRAY[$1] ORDER BY sent_at, message_id`,
      [address],
    );
  }

  /** Takes an address out of every mail, and the words of those mails. @returns how many there were */
  async eraseTo(tx: EntityManager, address: string, at: Date): Promise<number> {
    const mails = await tx.query<MailToErase[]>(
      'SELECT message_id, file FROM sent_mail WHERE recipients @> ARRAY[$1] ORDER BY message_id FOR UPDATE',
      [address],
    );
    await this.removeFiles(mails);
    await tx.query(
      `UPDATE sent_mail SET recipients = array_remove(recipients, $2), body = NULL, file = NULL,
              erased_at = CASE WHEN recipients <@ ARRAY[$2] THEN $3::timestamptz END
        WHERE message_id = ANY ($1)`,
      [mails.map(({ message_id }) => message_id), address, at],
    );
    return mails.length;
  }

  /** Takes addresses and words out of mails sent before this instant. @returns how many, at most `limit` */
  async eraseSentBefore(tx: EntityManager, before: Date, at: Date, limit: number): Promise<number> {
    const mails = await tx.query<MailToErase[]>(
      `SELECT message_id, file FROM sent_mail WHERE sent_at < $1 AND erased_at IS NULL
        ORDER BY sent_at, message_id LIMIT $2 FOR UPDATE SKIP LOCKED`,
      [before, limit],
    );
    await this.removeFiles(mails);
    await tx.query(
      `UPDATE sent_mail SET recipients = '{}', body = NULL, file = NULL, erased_at = $2 WHERE message_id = ANY ($1)`,
      [mails.map(({ message_id }) => message_id), at],
    );
    return mails.length;
  }

  private async removeFiles(mails: readonly MailToErase[]): Promise<void> {
    for (const { file } of mails) {
      if (file !== null) await rm(join(this.settings.dataDir, 'outbox', file), { force: true });
    }
  }
}
