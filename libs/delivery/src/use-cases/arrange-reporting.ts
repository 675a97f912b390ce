import { Injectable } from '@nestjs/common';
import { LockCurrent, RequireScope, StepHindered, agreementChanged } from '@app/agreements';
import { Actor, AuditTrail } from '@app/audit';
import { type CalendarDate, FieldsRefused } from '@app/kernel';
import { Outbox, Transactions, newId } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import type { EntityManager } from 'typeorm';
import {
  type CalendarRequest,
  type ReportingAction,
  calendarFaults,
  hindranceToReporting,
} from '../domain/judge-reporting';
import type { PlannedRequest } from '../domain/reporting-calendar';
import { CalendarRow, ReportedPromiseRow, ReportingRepository } from '../persistence/reporting.repository';
import { CountingRuleEntity, ReportingCalendarEntity } from '../persistence/reporting.entities';
import { AskForReports } from './ask-for-reports';
import { FindReporting, isAnswerable, proposedRhythm } from './find-reporting';
import type { LockedAgreement } from './lock-promise';
import { RecordReportStep } from './record-report-step';
import { reportingChanged, reportingClosed, reportingOpened } from './report-kinds';

export interface ReportingToArrange extends CalendarRequest {
  readonly agreementId: string;
  /** Of the agreement. */
  readonly expectedRevision: number;
  readonly dueDays: number;
  readonly graceDays: number;
  /** Why an open calendar is changed; null when none is open. */
  readonly reason: string | null;
  readonly actor: Actor;
}

export type ReportingToClose = Pick<ReportingToArrange, 'agreementId' | 'expectedRevision' | 'actor'> & {
  readonly reason: string;
};

interface Locked {
  readonly record: LockedAgreement;
  readonly open: CalendarRow | null;
  readonly promises: readonly ReportedPromiseRow[];
}

/**
 * Opens, changes and closes the calendar by which an agreement reports. What is due by it is asked for at once; what
 * was asked for by an earlier one stays, until reporting is closed.
 * @throws RecordNotFound, RecordIsStale, NoCurrentVersion, StepHindered, FieldsRefused
 */
@Injectable()
export class ArrangeReporting {
  constructor(
    private readonly transactions: Transactions,
    private readonly current: LockCurrent,
    private readonly reporting: ReportingRepository,
    private readonly found: FindReporting,
    private readonly ask: AskForReports,
    private readonly steps: RecordReportStep,
    private readonly scope: RequireScope,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly calendar: BusinessCalendar,
  ) {}

  /** Opens a calendar, or puts it in the place of the open one. */
  async arrange(request: ReportingToArrange): Promise<void> {
    const { reason, actor } = request;
    await this.transactions.run(async (tx) => {
      const { record, open, promises } = await this.lock(tx, request, null);
      this.check(request, promises, open);
      await this.current.change(tx, record);
      if (open !== null) await this.end(tx, open, actor, reason ?? '');
      const calendarId = newId();
      const today = this.calendar.today();
      const { rhythm, fromDay } = this.completed(request, promises);
      const { dates, dueDays, graceDays, countingRules } = request;
      await tx.insert(ReportingCalendarEntity, {
        ...{ id: calendarId, agreementId: record.id, rhythm, dates: [...dates], fromDay, dueDays, graceDays },
        ...{ recordedBy: actor, recordedOn: today },
      });
      for (const { commitmentId, rule } of countingRules) {
        await tx.insert(CountingRuleEntity, {
          ...{ commitmentId, agreementId: record.id, rule, chosenBy: actor, chosenOn: today },
        });
      }
      const payload = { calendarId, rhythm, dates, fromDay, dueDays, graceDays, countingRules };
      const entry = { actor, subjectId: record.id, reason };
      if (open === null) await this.audit.note(tx, reportingOpened, { ...entry, payload });
      else {
        const changed = { ...payload, endedCalendarId: open.id };
        await this.audit.note(tx, reportingChanged, { ...entry, payload: changed });
      }
      await this.outbox.add(tx, agreementChanged, { agreementId: record.id });
      await this.ask.ofAgreement(tx, record.id);
    });
  }

  /** What a calendar would ask for, and nothing is written. */
  async preview(request: ReportingToArrange): Promise<PlannedRequest[]> {
    return this.transactions.run(async (tx) => {
      const { record, open, promises } = await this.lock(tx, request, null);
      this.check(request, promises, open);
      const { dates, dueDays, graceDays } = request;
      const calendar = { ...this.completed(request, promises), dates: [...dates], dueDays, graceDays };
      return this.found.preview(record.id, calendar, promises);
    });
  }

  /** Nothing is asked for any more, and what nobody began is taken back. */
  async close(request: ReportingToClose): Promise<void> {
    const { reason, actor } = request;
    await this.transactions.run(async (tx) => {
      const { record, open } = await this.lock(tx, request, 'close');
      if (open === null) throw new StepHindered({ code: 'reporting_not_open' });
      await this.current.change(tx, record);
      await this.end(tx, open, actor, reason);
      const requested = await this.reporting.lockRequested(tx, record.id);
      for (const row of requested) {
        await this.steps.take(
          tx,
          { ...row, state: 'requested' },
          { action: 'withdraw', to: 'withdrawn', event: 'report.withdrawn', actor, reason },
        );
      }
      const payload = { calendarId: open.id, withdrawn: requested.length };
      await this.audit.note(tx, reportingClosed, { actor, subjectId: record.id, reason, payload });
      await this.outbox.add(tx, agreementChanged, { agreementId: record.id });
    });
  }

  /** @param action null to open, or to change what is open. */
  private async lock(
    tx: EntityManager,
    { agreementId, expectedRevision }: Pick<ReportingToArrange, 'agreementId' | 'expectedRevision'>,
    action: ReportingAction | null,
  ): Promise<Locked> {
    const record = await this.current.execute(tx, agreementId, expectedRevision);
    const permission = await this.scope.judge(tx, record.document);
    const promises = await this.reporting.promises(agreementId);
    const open = await this.reporting.lockOpen(tx, agreementId);
    const hindrance =
      permission('reporting.open') ??
      hindranceToReporting(action ?? (open === null ? 'open' : 'change'), {
        state: open === null ? 'not_agreed' : 'open',
        legalState: record.legal_state ?? '',
        isAnswerable: isAnswerable(promises),
      });
    if (hindrance) throw new StepHindered(hindrance);
    return { record, open, promises };
  }

  private check(
    request: ReportingToArrange,
    promises: readonly ReportedPromiseRow[],
    open: CalendarRow | null,
  ): void {
    const wrong = calendarFaults(request, promises, this.calendar.today());
    if (open !== null && request.reason === null) wrong.push({ field: 'reason', code: 'required' });
    if (wrong.length > 0) throw new FieldsRefused(wrong);
  }

  private completed(
    { rhythm, fromDay }: CalendarRequest,
    promises: readonly ReportedPromiseRow[],
  ): Pick<CalendarRow, 'rhythm' | 'fromDay'> {
    const today: CalendarDate = this.calendar.today();
    return { rhythm: rhythm ?? proposedRhythm(promises), fromDay: fromDay ?? today };
  }

  private async end(tx: EntityManager, { id }: CalendarRow, actor: Actor, endReason: string): Promise<void> {
    await tx.update(
      ReportingCalendarEntity,
      { id },
      { endedBy: actor, endedOn: this.calendar.today(), endReason },
    );
  }
}
