import { Injectable } from '@nestjs/common';
import { STALE_MONTHS } from '@app/delivery';
import { CalendarDate, Clock, addDays } from '@app/kernel';
import { Transactions } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import { dueDates } from '../domain/due-dates';
import { ALERT_RULES } from '../domain/rules';
import { FactRepository } from '../persistence/fact.repository';
import { PlannerRepository } from '../persistence/planner.repository';
import { RehearsalRepository, RehearsedMessage } from '../persistence/rehearsal.repository';
import { PlanAlerts } from './plan-alerts';

/** What one business day would bring. */
export interface RehearsedDay {
  readonly date: CalendarDate;
  /** When the day's mails would go out. */
  readonly sendAt: Date;
  readonly messages: readonly RehearsedMessage[];
}

/** Ends the transaction of a rehearsal without keeping anything of it. */
class RehearsalOver extends Error {
  constructor(readonly days: readonly RehearsedDay[]) {
    super('rehearsal over');
  }
}

/**
 * Every message that would go out from one date to another if nothing changed meanwhile: the planner itself, run for
 * one day after the other in a transaction that is undone. Nothing is sent or kept.
 */
@Injectable()
export class RehearseAlerts {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly calendar: BusinessCalendar,
    private readonly planAlerts: PlanAlerts,
    private readonly planner: PlannerRepository,
    private readonly rehearsal: RehearsalRepository,
    private readonly facts: FactRepository,
  ) {}

  async execute(from: CalendarDate, until: CalendarDate): Promise<readonly RehearsedDay[]> {
    try {
      return await this.transactions.run(async (tx) => {
        // What falls due before the period is told before it: planned, and not shown.
        if (from > this.calendar.today()) await this.planDay(tx, addDays(from, -1));
        const deadlines = await this.rehearsal.readDeadlines(tx);
        const facts = await this.facts.watched(tx, { today: from, staleMonths: STALE_MONTHS });
        const days = dueDates(
          { deadlines, facts },
          ALERT_RULES,
          await this.calendar.workingDays(),
          from,
          until,
        );
        const rehearsed: RehearsedDay[] = [];
        for (const date of new Set([from, ...days])) {
          const day = await this.planDay(tx, date);
          if (day.messages.length > 0) rehearsed.push(day);
        }
        throw new RehearsalOver(rehearsed);
      });
    } catch (error) {
      if (error instanceof RehearsalOver) return error.days;
      throw error;
    }
  }

  private async planDay(
    tx: Parameters<PlannerRepository['plan']>[0],
    date: CalendarDate,
  ): Promise<RehearsedDay> {
    const now = this.clock.now();
    const at = date === this.calendar.today() ? now : this.calendar.legalTime.instantAt(date, '00:00');
    const request = await this.planAlerts.requestFor(date, at);
    await this.planner.plan(tx, request);
    return { date, sendAt: request.sendAfter, messages: await this.rehearsal.readPlanned(tx, date, at) };
  }
}
