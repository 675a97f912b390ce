import { Injectable } from '@nestjs/common';
import { STALE_MONTHS } from '@app/delivery';
import { type CalendarDate, Clock, Language } from '@app/kernel';
import {
  Delivery,
  MOST_ATTEMPTS,
  MachineClock,
  MailRefusedForGood,
  Mailer,
  SentMails,
  Settings,
  Transactions,
  messageIdOf,
  pauseAfter,
} from '@app/platform';
import { BusinessCalendar, CountryProfile } from '@app/reference';
import { UNREACHABLE, recipientOf } from '../domain/recipient';
import { isFact, isNotice } from '../domain/rules';
import { DispatchRepository, Reader, WaitingRow } from '../persistence/dispatch.repository';
import { FactRepository } from '../persistence/fact.repository';
import { composeLetter } from './letter/compose-letter';
import { messageOf } from './letter/message-of';

const MINUTE_MS = 60_000;

type Transaction = Parameters<Delivery['complete']>[0];

/**
 * Sends one notification with those that follow it in the same mail, in one transaction with the end of its outbox
 * row: a crash at any point repeats it under the same Message-ID and loses nothing. What no longer holds at this
 * moment is suppressed with a reason.
 */
@Injectable()
export class DispatchNotification {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly machineClock: MachineClock,
    private readonly calendar: BusinessCalendar,
    private readonly profile: CountryProfile,
    private readonly settings: Settings,
    private readonly mailer: Mailer,
    private readonly sentMails: SentMails,
    private readonly notifications: DispatchRepository,
    private readonly facts: FactRepository,
  ) {}

  /** @throws whatever kept the mail from being taken, once the failed attempt is recorded. */
  async execute(notificationId: string, delivery: Delivery): Promise<void> {
    const now = this.clock.now();
    const opens = await this.calendar.nextSendingInstant(now);
    if (opens > now) return this.transactions.run((tx) => delivery.postpone(tx, opens));
    const attempted: string[] = [];
    try {
      await this.transactions.run(async (tx) => {
        attempted.length = 0;
        const lock = await this.notifications.lock(tx, notificationId);
        if (lock === 'busy') return;
        if (lock === 'locked') await this.send(tx, notificationId, attempted);
        await delivery.complete(tx);
      });
    } catch (error) {
      await this.recordFailure(attempted, error as Error, delivery);
    }
  }

  private async send(tx: Transaction, leadId: string, attempted: string[]): Promise<void> {
    const waiting = await this.notifications.readWaiting(tx, leadId);
    const facts = await this.factsOf(tx, waiting);
    const refused = waiting.flatMap((row) => {
      const reason = whyNotAnyMore(row, facts.get(row.id) ?? null);
      return reason === null ? [] : [{ id: row.id, reason }];
    });
    await this.notifications.end(tx, refused, 'suppressed');
    const rows = waiting.filter(({ id }) => refused.every((other) => other.id !== id));
    const [first] = rows;
    if (first === undefined) return;
    attempted.push(...rows.map(({ id }) => id));

    const recipient = recipientOf(first.recipient);
    const owners = [...new Set(rows.map(({ ownerId }) => ownerId))];
    const found = await this.notifications.readersOf(tx, recipient, owners, this.calendar.today());
    // Whoever is told as owner needs no second mail, where owners are told all of it.
    const ownersToo = rows.every(({ isOwnersToo }) => isOwnersToo);
    const readers = found.filter(({ isToldAsOwner }) => !ownersToo || !isToldAsOwner);
    if (readers.length === 0) {
      const reason = found.length > 0 ? 'told_as_owner' : UNREACHABLE[recipient.kind];
      return this.notifications.end(
        tx,
        attempted.map((id) => ({ id, reason })),
        'suppressed',
      );
    }
    // The lead names the mail even when it no longer holds itself: a repeat must carry the same name.
    const named = waiting.find(({ id }) => id === leadId) ?? first;
    const mail = this.write(rows, readers, messageIdOf(named.ledgerKey, this.settings.publicUrl));
    try {
      const receipt = await this.mailer.send(mail);
      const topic = rows.length > 1 ? 'several' : first.rule;
      const at = this.clock.now();
      await this.sentMails.record(tx, { mail, receipt, topic, carriesLink: false, at });
      await this.notifications.markSent(tx, attempted, mail.messageId, at);
    } catch (error) {
      if (!(error instanceof MailRefusedForGood)) throw error;
      const reason = error.response.slice(0, 500);
      await this.notifications.end(
        tx,
        attempted.map((id) => ({ id, reason })),
        'bounced',
      );
    }
  }

  /** By notification the day of the fact that it speaks of, where that holds now. */
  private async factsOf(
    tx: Transaction,
    waiting: readonly WaitingRow[],
  ): Promise<ReadonlyMap<string, CalendarDate>> {
    const days = new Map<string, CalendarDate>();
    const question = { today: this.calendar.today(), staleMonths: STALE_MONTHS };
    for (const rule of new Set(waiting.map((row) => row.rule))) {
      if (!isFact(rule)) continue;
      const rows = waiting.filter((row) => row.rule === rule);
      const subjects = rows.map(({ subjectId }) => subjectId);
      const holding = await this.facts.holding(tx, rule, subjects, question);
      for (const { id, subjectId } of rows) {
        const day = holding.get(subjectId);
        if (day !== undefined) days.set(id, day);
      }
    }
    return days;
  }

  private write(rows: readonly WaitingRow[], readers: readonly Reader[], messageId: string) {
    const language = languageOf(readers);
    const letter = composeLetter({
      messages: rows.map((row) => messageOf(row, this.profile.code)),
      language,
      country: this.profile.code,
      today: this.calendar.today(),
      publicUrl: this.settings.publicUrl,
      isTraining: this.machineClock.isTraining,
    });
    return { ...letter, messageId, language, to: readers.map(({ email }) => email) };
  }

  private async recordFailure(ids: readonly string[], error: Error, delivery: Delivery): Promise<void> {
    if (ids.length === 0) throw error;
    const attempts = await this.transactions.run(async (tx) => {
      const count = await this.notifications.recordFailure(tx, ids, error.message);
      if (count >= MOST_ATTEMPTS) {
        await this.notifications.end(
          tx,
          ids.map((id) => ({ id, reason: 'attempts_exhausted' })),
          'dead',
        );
        await delivery.complete(tx);
      } else {
        const next = new Date(this.clock.now().getTime() + pauseAfter(count) * MINUTE_MS);
        await delivery.postpone(tx, await this.calendar.nextSendingInstant(next));
      }
      return count;
    });
    if (attempts < MOST_ATTEMPTS) throw error;
  }
}

/**
 * Why a message that was planned is not sent after all; null when it still holds.
 * @param factDay the day of the fact it speaks of, as it holds now; null where none does.
 */
function whyNotAnyMore(row: WaitingRow, factDay: CalendarDate | null): string | null {
  if (!['due', 'dispatched'].includes(row.occurrenceState))
    return row.occurrenceReason ?? row.occurrenceState;
  if (isFact(row.rule)) {
    if (factDay !== row.plannedDate) return row.isSuspended ? 'suspended' : 'fact_ended';
  } else if (isNotice(row.rule)) {
    if (!row.notice?.open) return 'no_longer_so';
  } else if (!row.isLive) return row.isSuspended ? 'suspended' : 'not_live';
  else if ((row.deadline?.lastDay ?? null) !== row.plannedDate) return 'deadline_moved';
  const { kind, id } = recipientOf(row.recipient);
  if ((kind === 'organisation' || kind === 'representatives') && row.obligorOrganisationId !== id)
    return 'no_longer_obligor';
  if (kind === 'position' && row.ownerId !== id && row.superiorId !== id) return 'no_longer_owner';
  return null;
}

/** The language most of the readers have; the first one's when there is no such. */
function languageOf(readers: readonly Reader[]): Language {
  const countOf = (language: Language) => readers.filter((reader) => reader.language === language).length;
  const [first] = [...readers].sort((one, other) => countOf(other.language) - countOf(one.language));
  return first?.language ?? 'fr';
}
