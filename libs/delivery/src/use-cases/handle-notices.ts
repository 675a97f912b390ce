import { Injectable } from '@nestjs/common';
import {
  AgreementsInScope,
  FindAgreement,
  RequireScope,
  StepHindered,
  agreementChanged,
} from '@app/agreements';
import { Actor, AuditTrail, auditKind } from '@app/audit';
import { Access } from '@app/identity';
import { type CalendarDate, Clock, FieldsRefused, RecordNotFound, daysBetween } from '@app/kernel';
import {
  type Condition,
  Outbox,
  type Page,
  type PageRequest,
  Transactions,
  newId,
  violatedConstraintOf,
} from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import { IsNull } from 'typeorm';
import {
  type AdverseWord,
  type NoticeChannel,
  faultsOfDay,
  hindranceToNotice,
  repliesUntil,
} from '../domain/right-of-reply';
import { NoticeRepository, NoticeRow, TOLD } from '../persistence/notice.repository';
import { ReplyNoticeEntity } from '../persistence/reporting.entities';
import { sendReplyNoticeJob } from './report-kinds';

interface Notified {
  readonly noticeId: string;
  readonly commitmentId: string;
  readonly word: AdverseWord;
}
const noticeGiven = auditKind<
  Notified & {
    readonly channel: NoticeChannel;
    readonly sentOn: CalendarDate;
    readonly repliesUntil: CalendarDate;
  }
>('reply_notice.given', 'agreement');
const noticeReplied = auditKind<Notified & { readonly onBehalf: boolean }>(
  'reply_notice.replied',
  'agreement',
);

export interface NoticeToGive {
  readonly commitmentId: string;
  readonly word: AdverseWord;
  readonly channel: NoticeChannel;
  /** The day of the letter; null of a mail, which the register sends. */
  readonly sentOn: CalendarDate | null;
  readonly actor: Actor;
}

/** A notice as it is shown. */
export interface FoundNotice extends NoticeRow {
  /** Calendar days until the last day of a reply that the word waits for; negative afterwards. */
  readonly daysLeft: number;
}

/** Gives notice before an adverse word, takes the reply to it, and shows both. */
@Injectable()
export class HandleNotices {
  constructor(
    private readonly transactions: Transactions,
    private readonly notices: NoticeRepository,
    private readonly agreements: FindAgreement,
    private readonly inScope: AgreementsInScope,
    private readonly scope: RequireScope,
    private readonly access: Access,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly calendar: BusinessCalendar,
    private readonly clock: Clock,
  ) {}

  /** @throws RecordNotFound for a promise that is out of the caller's scope */
  async ofCommitment(commitmentId: string, page: PageRequest): Promise<Page<FoundNotice>> {
    if ((await this.notices.promise(commitmentId, this.inScope.conditions)) === null)
      throw new RecordNotFound();
    return this.page([{ sql: 'n.commitment_id = ?', values: [commitmentId] }, ...this.ownOnly], page);
  }

  list(page: PageRequest): Promise<Page<FoundNotice>> {
    return this.page(this.ownOnly, page);
  }

  /** @throws RecordNotFound, also when it went to another organisation */
  async find(id: string): Promise<FoundNotice> {
    const row = await this.notices.find(id, this.ownOnly);
    if (row === null) throw new RecordNotFound();
    return this.shown(row);
  }

  /** @returns the id of the notice. @throws RecordNotFound, OutsideScope, StepHindered, FieldsRefused */
  async give({ commitmentId, word, channel, sentOn: told, actor }: NoticeToGive): Promise<string> {
    return this.transactions.run(async (tx) => {
      const promise = await this.notices.promise(commitmentId, this.inScope.conditions);
      if (promise === null) throw new RecordNotFound();
      const { agreementId, organisationId, lastDay } = promise;
      await this.scope.at(tx, 'reply.notify', (await this.agreements.record(agreementId)).document);
      const today = this.calendar.today();
      const hindrance = hindranceToNotice({ ...promise, channel, today });
      if (hindrance) throw new StepHindered(hindrance);
      if (organisationId === null || lastDay === null) throw new RecordNotFound();
      const wrong = faultsOfDay(channel, told, { lastDay, today });
      if (wrong.length > 0) throw new FieldsRefused(wrong);
      // Of a mail the time runs from the day on which the mail server takes it, and never from before.
      const sentOn = told ?? today;
      const until = repliesUntil(sentOn, await this.calendar.workingDays());
      const id = newId();
      await tx
        .insert(ReplyNoticeEntity, {
          ...{ id, agreementId, commitmentId, organisationId, word, lastDay, channel, sentOn },
          ...{ repliesUntil: until, recordedBy: actor, recordedOn: today },
          mailState: channel === 'mail' ? 'waiting' : null,
        })
        .catch((error: unknown) => {
          if (violatedConstraintOf(error) !== 'reply_notice_one_a_word') throw error;
          throw new StepHindered({ code: 'notice_given' });
        });
      const payload = { noticeId: id, commitmentId, word, channel, sentOn, repliesUntil: until };
      await this.audit.note(tx, noticeGiven, { actor, subjectId: agreementId, payload });
      await this.outbox.add(tx, agreementChanged, { agreementId });
      if (channel === 'mail') {
        const happenedAt = this.clock.now().toISOString();
        await this.outbox.add(tx, sendReplyNoticeJob, { noticeId: id, happenedAt });
      }
      return id;
    });
  }

  /** Keeps what whoever promised says, once; also after the word was said. @throws RecordNotFound, OutsideScope, StepHindered */
  async reply(id: string, reply: string, actor: Actor): Promise<void> {
    await this.transactions.run(async (tx) => {
      const notice = await this.find(id);
      const { agreementId, commitmentId, word } = notice;
      const onBehalf = this.inScope.isOfTheHouse;
      // An officer enters what came by letter.
      if (onBehalf) {
        await this.scope.at(tx, 'reply.give', (await this.agreements.record(agreementId)).document);
      }
      const { affected } = await tx.update(
        ReplyNoticeEntity,
        { id, reply: IsNull() },
        { reply, repliedBy: actor, repliedOn: this.calendar.today(), onBehalf },
      );
      if (affected !== 1) throw new StepHindered({ code: 'notice_replied' });
      const payload = { noticeId: id, commitmentId, word, onBehalf };
      await this.audit.note(tx, noticeReplied, { actor, subjectId: agreementId, payload });
      await this.outbox.add(tx, agreementChanged, { agreementId });
    });
  }

  private async page(conditions: readonly Condition[], page: PageRequest): Promise<Page<FoundNotice>> {
    const found = await this.notices.list(conditions, page);
    return { ...found, items: found.items.map((row) => this.shown(row)) };
  }

  private shown(row: NoticeRow): FoundNotice {
    return { ...row, daysLeft: daysBetween(this.calendar.today(), row.repliesUntil) };
  }

  private get ownOnly(): Condition[] {
    const own = this.access.visibleOrganisations;
    return own === null ? [] : [{ sql: `${TOLD} = ANY (?::uuid[])`, values: [own] }];
  }
}

export type { NoticeRow } from '../persistence/notice.repository';
