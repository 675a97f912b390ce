import { Injectable } from '@nestjs/common';
import { StepHindered } from '@app/agreements';
import { Actor } from '@app/audit';
import { FieldsRefused, RecordIsStale, hindranceOf, transitionFrom } from '@app/kernel';
import { Transactions, violatedConstraintOf } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import type { QueryDeepPartialEntity } from 'typeorm';
import { judgeReport } from '../domain/judge-report';
import { REPORT_WORKFLOW, type ReportAction, type ReportState } from '../domain/report-workflow';
import { ReportDetails, ReportRepository, ReportRow } from '../persistence/report.repository';
import type { ReportEntity } from '../persistence/reporting.entities';
import { AcceptReport, requireReservation } from './accept-report';
import { BeginReport } from './begin-report';
import { FindReports } from './find-reports';
import { RecordReportStep } from './record-report-step';
import { SubmitReport } from './submit-report';

export interface ReportStepToTake {
  readonly reportId: string;
  readonly expectedRevision: number;
  readonly action: ReportAction;
  readonly reason: string | null;
  /** The figure that is followed instead of the claimed one; null for steps that accept none, or the claimed one. */
  readonly acceptedValue: number | null;
  readonly actor: Actor;
}

type WholeRow = ReportRow & ReportDetails;

/**
 * Takes a step with a report: attests it, withdraws it, decides about it, appeals, disputes.
 * @throws RecordNotFound, RecordIsStale, ActionNotPossible, StepHindered, FieldsRefused
 */
@Injectable()
export class TakeReportStep {
  constructor(
    private readonly transactions: Transactions,
    private readonly reports: ReportRepository,
    private readonly found: FindReports,
    private readonly begin: BeginReport,
    private readonly submit: SubmitReport,
    private readonly accept: AcceptReport,
    private readonly steps: RecordReportStep,
    private readonly calendar: BusinessCalendar,
  ) {}

  async execute(step: ReportStepToTake): Promise<void> {
    const { reportId, action, reason, acceptedValue, actor } = step;
    await this.transactions.run(async (tx) => {
      await this.reports.lock(tx, reportId);
      const row = await this.found.row(reportId);
      if (row.revision !== step.expectedRevision) throw new RecordIsStale();
      const transition = transitionFrom(REPORT_WORKFLOW, row.state, action);
      const steps = await this.reports.steps(reportId, this.found.isOfTheHouse);
      const facts = this.found.factsOf(row, steps, actor, proposedBy(row, action, acceptedValue));
      const permission = await this.found.permissionFor(row.agreementId);
      const hindrance = hindranceOf(transition, judgeReport(facts, permission));
      if (hindrance) throw new StepHindered(hindrance);
      if (transition.wantsReason && reason === null) {
        throw new FieldsRefused([{ field: 'reason', code: 'required' }]);
      }
      if (
        acceptedValue !== null &&
        action !== 'accept_with_reservation' &&
        acceptedValue !== row.claimedValue
      ) {
        throw new FieldsRefused([{ field: 'acceptedValue', code: 'accepted_value_without_reservation' }]);
      }
      if (action === 'begin') await this.begin.take(tx, row, actor);
      else if (action === 'submit') await this.submit.execute(tx, { row, steps, actor });
      else if (action === 'accept' || action === 'accept_with_reservation') {
        const value = action === 'accept' ? (row.claimedValue ?? 0) : requireReservation(row, acceptedValue);
        await this.accept.execute(tx, { row, action, value, reason, actor });
      } else {
        const to = action === 'uphold' ? stateOfAccepted(row) : transition.to;
        const columns = await this.columnsOf(row, action, step);
        await this.steps
          .take(tx, row, { action, to, event: transition.event, actor, reason, columns })
          .catch((error: unknown) => {
            // Another correction was begun in the same moment.
            if (violatedConstraintOf(error) !== 'report_one_correction') throw error;
            throw new StepHindered({ code: 'appeal_overtaken' });
          });
      }
    });
  }

  /** What a step writes beside the state. */
  private async columnsOf(
    row: WholeRow,
    action: ReportAction,
    { actor, reason }: ReportStepToTake,
  ): Promise<QueryDeepPartialEntity<ReportEntity>> {
    const today = this.calendar.today();
    const decided = { decidedBy: actor, decidedOn: today, decisionReason: reason, waitingSince: null };
    const nobodyLooked = { reviewedBy: null, reviewedValue: null };
    if (action === 'return') {
      // The clock stands until it is submitted again.
      const days = await this.calendar.workingDays();
      const waited = row.waitingSince === null ? 0 : days.between(row.waitingSince, today);
      return { ...decided, ...nobodyLooked, waitedDays: row.waitedDays + waited };
    }
    if (action === 'reject') return { ...decided, ...nobodyLooked, waitedDays: 0 };
    if (action === 'appeal') return { appealed: true, waitingSince: today };
    return action === 'withdraw' ? { waitingSince: null } : {};
  }
}

function proposedBy(row: WholeRow, action: ReportAction, acceptedValue: number | null): number | null {
  if (action === 'accept') return row.claimedValue;
  return action === 'accept_with_reservation' ? acceptedValue : null;
}

/** A dispute that changed nothing leaves the report as it was decided about. */
function stateOfAccepted({ acceptedValue, claimedValue }: WholeRow): ReportState {
  return acceptedValue === claimedValue ? 'accepted' : 'accepted_with_reservation';
}
