import { Injectable } from '@nestjs/common';
import { type CalendarDate } from '@app/kernel';
import { Transactions } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import type { EntityManager } from 'typeorm';
import { REPORTING_LEGAL_STATES } from '../domain/judge-reporting';
import { EMPTY_CONTENT } from '../domain/report-content';
import { type PlannedRequest, planRequests, stillToAsk } from '../domain/reporting-calendar';
import { ReportingRepository } from '../persistence/reporting.repository';
import { RecordReportStep } from './record-report-step';
import { reportedCommitments } from './reported-commitments';

const ACTOR = 'system:reporting';
const AGREEMENTS_AT_ONCE = 100;
const MISSED_AT_ONCE = 200;

/** Asks for the reports that are due and marks those that were missed. Coming again changes nothing. */
@Injectable()
export class AskForReports {
  constructor(
    private readonly transactions: Transactions,
    private readonly reporting: ReportingRepository,
    private readonly steps: RecordReportStep,
    private readonly calendar: BusinessCalendar,
  ) {}

  /** @returns how many were asked for and how many were missed. */
  async execute(): Promise<{ readonly asked: number; readonly missed: number }> {
    let asked = 0;
    let after: string | null = null;
    for (;;) {
      const ids: string[] = await this.reporting.nextReporting(
        after,
        REPORTING_LEGAL_STATES,
        AGREEMENTS_AT_ONCE,
      );
      for (const id of ids) asked += await this.transactions.run((tx) => this.ofAgreement(tx, id));
      after = ids.at(-1) ?? null;
      if (ids.length < AGREEMENTS_AT_ONCE) break;
    }
    return { asked, missed: await this.markMissed() };
  }

  /** Asks for what is due of one agreement, in the caller's transaction. @returns how many reports */
  async ofAgreement(tx: EntityManager, agreementId: string): Promise<number> {
    const calendar = await this.reporting.lockOpen(tx, agreementId);
    if (calendar === null) return 0;
    const today = this.calendar.today();
    const suspensions = await this.reporting.suspensions(agreementId);
    const promises = reportedCommitments(await this.reporting.promises(agreementId), this.calendar.legalTime);
    const planned = planRequests({ ...calendar, suspensions }, promises, today);
    const missing = stillToAsk(planned, await this.reporting.knownPeriods(agreementId), calendar.id);
    for (const request of missing) await this.ask(tx, agreementId, calendar.id, request);
    return missing.length;
  }

  private async ask(
    tx: EntityManager,
    agreementId: string,
    calendarId: string,
    request: PlannedRequest,
  ): Promise<void> {
    const { commitmentId, organisationId, periodFrom, periodUntil, dueOn, graceUntil } = request;
    await this.steps.open(tx, {
      ...{ agreementId, commitmentId, state: 'requested', actor: ACTOR },
      columns: {
        ...{ organisationId, calendarId, periodFrom, periodUntil, dueOn, graceUntil },
        ...{ content: EMPTY_CONTENT, writtenBy: [] },
      },
    });
  }

  private async markMissed(): Promise<number> {
    const today: CalendarDate = this.calendar.today();
    for (let missed = 0; ;) {
      const marked = await this.transactions.run(async (tx) => {
        const rows = await this.reporting.lockUnanswered(tx, today, REPORTING_LEGAL_STATES, MISSED_AT_ONCE);
        for (const row of rows) {
          await this.steps.take(
            tx,
            { ...row, state: 'requested' },
            { action: 'miss', to: 'missed', event: 'report.missed', actor: ACTOR },
          );
        }
        return rows.length;
      });
      missed += marked;
      if (marked < MISSED_AT_ONCE) return missed;
    }
  }
}
