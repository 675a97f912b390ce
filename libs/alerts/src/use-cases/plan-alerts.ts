import { Injectable } from '@nestjs/common';
import { STALE_MONTHS } from '@app/delivery';
import { CalendarDate, Clock } from '@app/kernel';
import { Transactions } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import { factStepsOn } from '../domain/fact-steps';
import { thresholdsOn } from '../domain/planned-thresholds';
import {
  ADDRESSEES,
  ALERT_RULES,
  DEADLINE_RULES,
  LONG_TERM_MONTHS,
  factRules,
  noticeRules,
} from '../domain/rules';
import { PlannedCounts, PlannerRepository, PlanningRequest } from '../persistence/planner.repository';
import { dispatchNotificationJob } from './alert-jobs';

/** Late messages for one recipient in one run go out one by one up to this number, beyond it in one mail. */
const MOST_SINGLE_MAILS = 5;

/**
 * Writes down what fell due and whom it concerns, and hands the mails to the outbox, all in one transaction. It may
 * run at any time, any number of times and side by side: what is in the ledger is not planned again.
 */
@Injectable()
export class PlanAlerts {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly calendar: BusinessCalendar,
    private readonly planner: PlannerRepository,
  ) {}

  /** @param agreementId only this agreement; all of them, with a heartbeat, when left out. */
  async execute({ agreementId }: { agreementId?: string } = {}): Promise<PlannedCounts> {
    const request = await this.requestFor(this.calendar.today(), this.clock.now(), agreementId ?? null);
    return this.transactions.run(async (tx) => {
      const counts = await this.planner.plan(tx, request);
      if (request.agreementId === null) await this.planner.recordRun(tx, request, counts);
      return counts;
    });
  }

  /** What a run on this business date at this instant is told. */
  async requestFor(
    today: CalendarDate,
    at: Date,
    agreementId: string | null = null,
  ): Promise<PlanningRequest> {
    const moved = ALERT_RULES.find((rule) => rule.kind === 'event');
    const workingDays = await this.calendar.workingDays();
    return {
      today,
      at,
      agreementId,
      sendAfter: await this.calendar.nextSendingInstant(at),
      digestAt: await this.calendar.nextOpening(at),
      thresholds: thresholdsOn(ALERT_RULES, today, workingDays),
      steps: factStepsOn(ALERT_RULES, today, workingDays),
      deadlineRules: DEADLINE_RULES,
      factRules: factRules(ALERT_RULES).map(({ code }) => code),
      staleMonths: STALE_MONTHS,
      addressees: ADDRESSEES,
      longTermMonths: LONG_TERM_MONTHS,
      moved: { version: moved?.version ?? 1, to: moved?.to ?? [] },
      notices: noticeRules(ALERT_RULES).map(({ code, version, to }) => ({ rule: code, version, to })),
      mostSingleMails: MOST_SINGLE_MAILS,
      job: dispatchNotificationJob.name,
    };
  }
}
