import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '@app/kernel';
import {
  Delivery,
  MachineClock,
  MailRefusedForGood,
  Mailer,
  SentMails,
  Settings,
  Transactions,
  messageIdOf,
} from '@app/platform';
import { nextTry } from '../domain/account-notice';
import { AccountRepository } from '../persistence/account.repository';
import type { AccountNoticeToSend } from './identity-jobs';
import { composeNoticeLetter } from './letter/compose-notice-letter';

/**
 * Writes and sends one notice about an account to its holder, in their language. The Message-ID is that of the notice,
 * so a repeat is the same mail. Nobody is told of an account that was closed meanwhile, or is a demonstration's.
 */
@Injectable()
export class SendAccountNotice {
  private readonly logger = new Logger(SendAccountNotice.name);

  constructor(
    private readonly accounts: AccountRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly machineClock: MachineClock,
    private readonly settings: Settings,
    private readonly mailer: Mailer,
    private readonly sentMails: SentMails,
  ) {}

  /** @throws whatever kept the mail from being taken, once it is put off. */
  async execute(notice: AccountNoticeToSend, delivery: Delivery): Promise<void> {
    try {
      await this.transactions.run(async (tx) => {
        await this.send(tx, notice);
        await delivery.complete(tx);
      });
    } catch (error) {
      const until = nextTry(new Date(notice.happenedAt), this.clock.now());
      await this.transactions.run((tx) => (until ? delivery.postpone(tx, until) : delivery.complete(tx)));
      if (until) throw error;
      this.logger.warn({ message: 'a notice about an account was given up', noticeId: notice.noticeId });
    }
  }

  private async send(
    tx: Parameters<Delivery['complete']>[0],
    { noticeId, accountId, notice }: AccountNoticeToSend,
  ): Promise<void> {
    const holder = await this.accounts.findReachable(accountId);
    if (holder === null) return;
    const { publicUrl, countryProfile: country } = this.settings;
    const { email, language } = holder;
    const { isTraining } = this.machineClock;
    const letter = composeNoticeLetter({ notice, language, country, publicUrl, isTraining });
    const mail = {
      ...letter,
      messageId: messageIdOf(`notice|${noticeId}`, publicUrl),
      language,
      to: [email],
    };
    try {
      const receipt = await this.mailer.send(mail);
      const at = this.clock.now();
      await this.sentMails.record(tx, { mail, receipt, topic: notice, carriesLink: false, at });
    } catch (error) {
      if (!(error instanceof MailRefusedForGood)) throw error;
      this.logger.warn({ message: `a notice about an account was refused: ${error.response}`, noticeId });
    }
  }
}
