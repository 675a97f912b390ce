import { Injectable } from '@nestjs/common';
import { AgreementsInScope, StepHindered } from '@app/agreements';
import { Actor } from '@app/audit';
import { Access } from '@app/identity';
import { type CalendarDate, FieldsRefused, RecordNotFound, hindranceOf, transitionFrom } from '@app/kernel';
import { Transactions, violatedConstraintOf } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import type { EntityManager } from 'typeorm';
import { judgeReport } from '../domain/judge-report';
import { type ReportContent, prefilled } from '../domain/report-content';
import { REPORT_WORKFLOW, type ReportState } from '../domain/report-workflow';
import { periodEndedOn } from '../domain/reporting-calendar';
import { type ReportablePromise, ReportRepository } from '../persistence/report.repository';
import { type OwedRequest, ReportingRepository } from '../persistence/reporting.repository';
import { FindReports } from './find-reports';
import { RecordReportStep } from './record-report-step';

export interface ReportToBegin {
  readonly commitmentId: string;
  /** The last day of the period; that of the oldest report asked for when null. */
  readonly periodUntil: CalendarDate | null;
  /** The report that it corrects, of the same period; null for a new one. */
  readonly correctsId: string | null;
  readonly actor: Actor;
}

const CORRECTABLE: readonly ReportState[] = ['accepted', 'accepted_with_reservation', 'disputed', 'rejected'];

/**
 * Begins a report: one that was asked for, one of another period, or the correction of one that was decided about. It
 * begins with what was accepted last.
 * @returns its id. @throws RecordNotFound, also where another organisation owes the promise; StepHindered, FieldsRefused
 */
@Injectable()
export class BeginReport {
  constructor(
    private readonly transactions: Transactions,
    private readonly reports: ReportRepository,
    private readonly reporting: ReportingRepository,
    private readonly found: FindReports,
    private readonly steps: RecordReportStep,
    private readonly inScope: AgreementsInScope,
    private readonly access: Access,
    private readonly calendar: BusinessCalendar,
  ) {}

  async execute(request: ReportToBegin): Promise<string> {
    const { commitmentId, correctsId, actor } = request;
    return this.transactions.run(async (tx) => {
      const promise = await this.reports.promise(commitmentId, this.inScope.conditions);
      if (promise === null || !this.mayReport(promise.organisationId)) throw new RecordNotFound();
      const { agreementId, organisationId, legalState } = promise;
      if (organisationId === null) throw new StepHindered({ code: 'report_needs_obligor' });
      const permission = (await this.found.permissionFor(agreementId))('report.prepare');
      if (permission) throw new StepHindered(permission);
      if (['announced', 'under_negotiation', 'lapsed'].includes(legalState)) {
        throw new StepHindered({ code: 'reporting_needs_signature' });
      }
      if (correctsId !== null) return this.correct(tx, { ...request, correctsId });
      const standing = await this.reports.standing(commitmentId, request.periodUntil);
      if (standing !== null) return this.take(tx, standing, actor);
      const periodUntil = this.pastDay(request.periodUntil);
      const period = await this.periodOf(promise, commitmentId, periodUntil);
      const last = await this.reports.lastFollowed(commitmentId, periodUntil);
      const content = this.beginning(last, periodUntil);
      return this.open(tx, {
        ...{ agreementId, commitmentId, organisationId, actor, content, periodUntil, correctsId: null },
        ...period,
      });
    });
  }

  /** Begins a report that was asked for. @throws StepHindered when the period has one that was begun already */
  async take(
    tx: EntityManager,
    { id, state }: { readonly id: string; readonly state: ReportState },
    actor: Actor,
  ): Promise<string> {
    if (state !== 'requested' && state !== 'missed') throw new StepHindered({ code: 'report_begun' });
    await this.reports.lock(tx, id);
    const row = await this.found.row(id);
    const transition = transitionFrom(REPORT_WORKFLOW, row.state, 'begin');
    const facts = this.found.factsOf(row, [], actor, null);
    const hindrance = hindranceOf(
      transition,
      judgeReport(facts, await this.found.permissionFor(row.agreementId)),
    );
    if (hindrance) throw new StepHindered(hindrance);
    const last = await this.reports.lastFollowed(row.commitmentId, row.periodUntil);
    const content = this.beginning(last, row.periodUntil);
    await this.steps.take(tx, row, {
      ...{ action: 'begin', to: transition.to, event: transition.event, actor },
      columns: { content, writtenBy: [actor] },
    });
    return id;
  }

  private async correct(
    tx: EntityManager,
    { correctsId, commitmentId, actor }: ReportToBegin & { readonly correctsId: string },
  ): Promise<string> {
    // An appeal that is taken in the same moment is seen, or sees the correction.
    await this.reports.lock(tx, correctsId);
    const row = await this.found.row(correctsId);
    if (row.commitmentId !== commitmentId) throw new RecordNotFound();
    if (!CORRECTABLE.includes(row.state)) throw new StepHindered({ code: 'report_not_correctable' });
    if (await this.reports.isInHand(commitmentId, row.periodUntil)) {
      throw new StepHindered({ code: 'report_begun' });
    }
    const { agreementId, organisationId, periodFrom, periodUntil, content } = row;
    // What takes its place is the figure that is followed: correcting a correction that was rejected corrects that one.
    const followed = await this.reports.followedOf(commitmentId, periodUntil);
    return this.open(tx, {
      ...{ agreementId, commitmentId, organisationId, periodFrom, periodUntil, content, actor },
      correctsId: followed ?? correctsId,
    });
  }

  private async open(
    tx: EntityManager,
    report: {
      readonly agreementId: string;
      readonly commitmentId: string;
      readonly organisationId: string;
      readonly calendarId?: string;
      readonly dueOn?: CalendarDate;
      readonly graceUntil?: CalendarDate;
      readonly periodFrom: CalendarDate | null;
      readonly periodUntil: CalendarDate;
      readonly correctsId: string | null;
      readonly content: ReportContent;
      readonly actor: Actor;
    },
  ): Promise<string> {
    const { agreementId, commitmentId, actor, ...columns } = report;
    return this.steps
      .open(tx, {
        ...{ agreementId, commitmentId, state: 'draft', actor },
        columns: { ...columns, writtenBy: [actor] },
      })
      .catch((error: unknown) => {
        const constraint = violatedConstraintOf(error);
        if (constraint === 'report_one_live' || constraint === 'report_one_correction') {
          throw new StepHindered({ code: 'report_begun' });
        }
        throw error;
      });
  }

  /**
   * The period that a report is about: one that was asked for and withdrawn is owed as before; while a calendar is open
   * whoever promised reports by it, and the house also on days between. @throws FieldsRefused
   */
  private async periodOf(
    { agreementId, measure }: ReportablePromise,
    commitmentId: string,
    until: CalendarDate,
  ): Promise<OwedRequest | { readonly periodFrom: CalendarDate | null }> {
    const owed = await this.reporting.owed(commitmentId, until);
    if (owed !== null) return owed;
    const calendar = await this.reporting.open(agreementId);
    const period = calendar && periodEndedOn(calendar, measure, until, this.calendar.today());
    if (calendar !== null && period === null && !this.inScope.isOfTheHouse) {
      throw new FieldsRefused([{ field: 'periodUntil', code: 'no_period_of_calendar' }]);
    }
    return { periodFrom: period?.from ?? null };
  }

  private pastDay(until: CalendarDate | null): CalendarDate {
    if (until === null) throw new FieldsRefused([{ field: 'periodUntil', code: 'required' }]);
    if (until > this.calendar.today()) {
      throw new FieldsRefused([{ field: 'periodUntil', code: 'day_in_future' }]);
    }
    return until;
  }

  private beginning(
    last: { readonly content: ReportContent; readonly acceptedValue: number } | null,
    periodUntil: CalendarDate,
  ): ReportContent {
    const today = this.calendar.today();
    if (last === null) return prefilled(null, periodUntil, today);
    const { content, acceptedValue } = last;
    const value = content.value === null ? null : acceptedValue;
    return prefilled({ ...content, value }, periodUntil, today);
  }

  /** Investors for what their own organisations owe; the house for everybody. */
  private mayReport(organisationId: string | null): boolean {
    const own = this.access.visibleOrganisations;
    return own === null || (organisationId !== null && own.includes(organisationId));
  }
}
