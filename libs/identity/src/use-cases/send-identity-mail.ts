import { Injectable } from '@nestjs/common';
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
  newId,
  pauseAfter,
} from '@app/platform';
import { whyNotSent } from '../domain/identity-mail';
import { freshLink, linkAddress } from '../domain/single-use-link';
import { IdentityMailRepository, WaitingMail } from '../persistence/identity-mail.repository';
import { InvitationRepository } from '../persistence/invitation.repository';
import { SingleUseLinkRepository } from '../persistence/single-use-link.repository';
import { composeLinkLetter } from './letter/compose-link-letter';

const MINUTE_MS = 60_000;

type Transaction = Parameters<Delivery['complete']>[0];

/** A mail whose link is kept and not sent yet. */
interface PreparedMail {
  readonly waiting: WaitingMail;
  readonly linkId: string;
  readonly token: string;
}

/**
 * Writes and sends one mail with a link that works once. The digest of its token is committed before the mail
 * leaves, so that a link in a mailbox always works; the token itself stands in the mail and nowhere else. A repeat
 * makes a new link and kills the one before, which a crash may have sent.
 */
@Injectable()
export class SendIdentityMail {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly machineClock: MachineClock,
    private readonly settings: Settings,
    private readonly mailer: Mailer,
    private readonly sentMails: SentMails,
    private readonly mails: IdentityMailRepository,
    private readonly links: SingleUseLinkRepository,
    private readonly invitations: InvitationRepository,
  ) {}

  /** @throws whatever kept the mail from being taken, once the failed attempt is recorded. */
  async execute(mailId: string, delivery: Delivery): Promise<void> {
    const prepared = await this.transactions.run((tx) => this.prepare(tx, mailId, delivery));
    if (prepared === null) return;
    try {
      await this.transactions.run((tx) => this.send(tx, prepared, delivery));
    } catch (error) {
      await this.transactions.run((tx) => this.recordFailure(tx, mailId, error as Error, delivery));
      throw error;
    }
  }

  private async prepare(tx: Transaction, mailId: string, delivery: Delivery): Promise<PreparedMail | null> {
    const now = this.clock.now();
    const waiting = await this.mails.lockWaiting(tx, mailId);
    if (waiting === 'busy') return null;
    const reason = waiting === 'gone' ? null : whyNotSent(waiting, now);
    if (waiting === 'gone' || reason !== null) {
      if (reason !== null) await this.mails.end(tx, mailId, { state: 'dropped', reason }, now);
      await delivery.complete(tx);
      return null;
    }
    const { purpose, subjectId } = waiting;
    const link = freshLink(purpose, now);
    const linkId = newId();
    if (purpose === 'invitation') await this.invitations.endOn(tx, subjectId, link.expiresAt);
    await this.links.issue(tx, linkId, { purpose, subjectId }, link, now);
    return { waiting, linkId, token: link.token };
  }

  private async send(
    tx: Transaction,
    { waiting: { id }, linkId, token }: PreparedMail,
    delivery: Delivery,
  ): Promise<void> {
    const waiting = await this.mails.lockWaiting(tx, id);
    // Another worker has the mail, or has made a later link for it: that one sends.
    if (typeof waiting === 'string' || !(await this.links.waits(tx, linkId))) return;
    const mail = this.write(waiting, linkId, token);
    const at = this.clock.now();
    try {
      const receipt = await this.mailer.send(mail);
      await this.sentMails.record(tx, { mail, receipt, topic: waiting.purpose, carriesLink: true, at });
      await this.mails.end(tx, id, { state: 'sent', messageId: mail.messageId }, at);
    } catch (error) {
      if (!(error instanceof MailRefusedForGood)) throw error;
      await this.mails.end(tx, id, { state: 'bounced', reason: error.response.slice(0, 500) }, at);
    }
    await delivery.complete(tx);
  }

  private write({ email, language, ...facts }: WaitingMail, linkId: string, token: string) {
    const { publicUrl, countryProfile: country } = this.settings;
    const letter = composeLinkLetter({
      ...facts,
      ...{ language, country, publicUrl },
      link: linkAddress(publicUrl, facts.purpose, token),
      isTraining: this.machineClock.isTraining,
    });
    // Named for the link: a repeat carries another one and must not be taken for the same mail.
    return { ...letter, messageId: messageIdOf(`link|${linkId}`, publicUrl), language, to: [email] };
  }

  private async recordFailure(
    tx: Transaction,
    mailId: string,
    error: Error,
    delivery: Delivery,
  ): Promise<void> {
    const attempts = await this.mails.recordFailure(tx, mailId, error.message);
    await delivery.postpone(tx, new Date(this.clock.now().getTime() + pauseAfter(attempts) * MINUTE_MS));
  }
}
