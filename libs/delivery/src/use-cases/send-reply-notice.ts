import { Injectable } from '@nestjs/common';
import { agreementChanged } from '@app/agreements';
import { AuditTrail, auditKind } from '@app/audit';
import { type CalendarDate, Clock, type Language } from '@app/kernel';
import {
  type Delivery,
  MachineClock,
  MailRefusedForGood,
  Mailer,
  Outbox,
  SentMails,
  Settings,
  Transactions,
  messageIdOf,
} from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import { MAIL_PATIENCE_DAYS, type NoticeMailState, repliesUntil } from '../domain/right-of-reply';
import {
  type NoticeContact,
  NoticeMailRepository,
  type WaitingNotice,
} from '../persistence/notice-mail.repository';
import { composeNoticeLetter } from './letter/compose-notice-letter';
import type { ReplyNoticeToSend } from './report-kinds';

const ACTOR = 'system:mail';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

interface Mailed {
  readonly noticeId: string;
  readonly commitmentId: string;
}
const noticeSent = auditKind<Mailed & { readonly sentOn: CalendarDate; readonly repliesUntil: CalendarDate }>(
  'reply_notice.sent',
  'agreement',
);
const noticeNotSent = auditKind<Mailed>('reply_notice.not_sent', 'agreement');

type Transaction = Parameters<Delivery['complete']>[0];

/**
 * Sends the mail of a notice to the contacts of the organisation, each in their language, in the hours in which mail goes
 * out. The working days of the reply run from the day on which the mail server took it. Its Message-ID is that of the
 * notice, so a repeat is the same mail. What no server takes for days, or refuses for good, does not count.
 */
@Injectable()
export class SendReplyNotice {
  constructor(
    private readonly transactions: Transactions,
    private readonly notices: NoticeMailRepository,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly calendar: BusinessCalendar,
    private readonly clock: Clock,
    private readonly machineClock: MachineClock,
    private readonly settings: Settings,
    private readonly mailer: Mailer,
    private readonly sentMails: SentMails,
  ) {}

  /** @throws whatever kept the mail from being taken, once it is put off. */
  async execute({ noticeId, happenedAt }: ReplyNoticeToSend, delivery: Delivery): Promise<void> {
    const now = this.clock.now();
    const opens = await this.calendar.nextSendingInstant(now);
    if (opens > now) return this.transactions.run((tx) => delivery.postpone(tx, opens));
    try {
      await this.transactions.run(async (tx) => {
        const notice = await this.notices.lockWaiting(tx, noticeId);
        if (notice === 'busy') return;
        if (notice !== 'gone') await this.end(tx, notice, await this.send(tx, notice));
        await delivery.complete(tx);
      });
    } catch (error) {
      const isGivenUp = now.getTime() - new Date(happenedAt).getTime() > MAIL_PATIENCE_DAYS * DAY_MS;
      await this.transactions.run(async (tx) => {
        if (!isGivenUp) return delivery.postpone(tx, new Date(now.getTime() + HOUR_MS));
        const notice = await this.notices.lockWaiting(tx, noticeId);
        if (typeof notice !== 'string') await this.end(tx, notice, 'failed');
        await delivery.complete(tx);
      });
      if (!isGivenUp) throw error;
    }
  }

  private async send(tx: Transaction, notice: WaitingNotice): Promise<NoticeMailState> {
    const contacts = notice.owes ? await this.notices.contacts(tx, notice.organisationId) : [];
    let taken = false;
    for (const language of new Set(contacts.map((contact) => contact.language))) {
      const readers = contacts.filter((contact) => contact.language === language);
      taken = (await this.sendIn(tx, notice, language, readers)) || taken;
    }
    return taken ? 'sent' : 'failed';
  }

  /** @returns whether the mail server took it. */
  private async sendIn(
    tx: Transaction,
    notice: WaitingNotice,
    language: Language,
    readers: readonly NoticeContact[],
  ): Promise<boolean> {
    const { publicUrl, countryProfile: country } = this.settings;
    const until = repliesUntil(this.calendar.today(), await this.calendar.workingDays());
    const { isTraining } = this.machineClock;
    const letter = composeNoticeLetter({
      ...notice,
      repliesUntil: until,
      language,
      country,
      publicUrl,
      isTraining,
    });
    const mail = {
      ...letter,
      messageId: messageIdOf(`reply_notice|${notice.id}|${language}`, publicUrl),
      language,
      to: readers.map(({ email }) => email),
    };
    try {
      const receipt = await this.mailer.send(mail);
      const at = this.clock.now();
      await this.sentMails.record(tx, { mail, receipt, topic: 'reply_notice', carriesLink: false, at });
      return true;
    } catch (error) {
      if (!(error instanceof MailRefusedForGood)) throw error;
      return false;
    }
  }

  private async end(
    tx: Transaction,
    { id: noticeId, agreementId, commitmentId, sentOn }: WaitingNotice,
    state: NoticeMailState,
  ): Promise<void> {
    const entry = { actor: ACTOR, subjectId: agreementId } as const;
    if (state === 'sent') {
      const today = this.calendar.today();
      const on = today > sentOn ? today : sentOn;
      const until = repliesUntil(on, await this.calendar.workingDays());
      await this.notices.end(tx, noticeId, { state, sentOn: on, repliesUntil: until });
      const payload = { noticeId, commitmentId, sentOn: on, repliesUntil: until };
      await this.audit.note(tx, noticeSent, { ...entry, payload });
    } else {
      await this.notices.end(tx, noticeId, { state, sentOn: null, repliesUntil: null });
      await this.audit.note(tx, noticeNotSent, { ...entry, payload: { noticeId, commitmentId } });
    }
    await this.outbox.add(tx, agreementChanged, { agreementId });
  }
}
