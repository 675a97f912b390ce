import { Injectable } from '@nestjs/common';
import { agreementChanged } from '@app/agreements';
import { Actor, AuditTrail } from '@app/audit';
import { Clock, RecordIsStale } from '@app/kernel';
import { Outbox, newId } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import type { EntityManager, QueryDeepPartialEntity } from 'typeorm';
import type { ReportAction, ReportState } from '../domain/report-workflow';
import { ReportEntity, ReportStepEntity } from '../persistence/reporting.entities';
import { reportStepped } from './report-kinds';

type ReportColumns = Omit<QueryDeepPartialEntity<ReportEntity>, 'id' | 'revision' | 'recordedOn'>;

/** A report that comes into the register. */
export interface ReportToOpen {
  readonly agreementId: string;
  readonly commitmentId: string;
  readonly state: 'requested' | 'draft';
  readonly columns: ReportColumns;
  readonly actor: Actor;
}

/** A report as it was locked. */
export interface LockedReport {
  readonly id: string;
  readonly revision: number;
  readonly state: ReportState;
  readonly agreementId: string;
  readonly commitmentId: string;
}

/** A step that was judged already. */
export interface JudgedStep {
  readonly action: ReportAction;
  readonly to: ReportState;
  readonly event: `${string}.${string}`;
  readonly actor: Actor;
  readonly reason?: string | null;
  readonly acceptedValue?: number | null;
  readonly claimedValue?: number;
  readonly onBehalf?: boolean;
  /** The canonical form of what is submitted, with its SHA-256. */
  readonly receipt?: { readonly form: string; readonly sha256: string };
  readonly columns?: ReportColumns;
}

/** Writes the steps of reports: the row, the step that stays, the entry of the trail and the row of the outbox. */
@Injectable()
export class RecordReportStep {
  constructor(
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly calendar: BusinessCalendar,
    private readonly clock: Clock,
  ) {}

  /** @returns the id of the report. */
  async open(tx: EntityManager, report: ReportToOpen): Promise<string> {
    const { agreementId, commitmentId, state, columns, actor } = report;
    const id = newId();
    const recordedOn = this.calendar.today();
    await tx.insert(ReportEntity, { id, agreementId, commitmentId, state, recordedOn, ...columns });
    const requested = state === 'requested';
    await this.write(tx, { id, revision: 0, state: null, agreementId, commitmentId }, 1, {
      action: requested ? 'request' : 'begin',
      to: state,
      event: requested ? 'report.requested' : 'report.begun',
      actor,
    });
    return id;
  }

  /** @throws RecordIsStale when the report changed since it was read */
  async take(tx: EntityManager, report: LockedReport, step: JudgedStep): Promise<void> {
    const { id, revision } = report;
    const { affected } = await tx.update(
      ReportEntity,
      { id, revision },
      { ...step.columns, state: step.to, revision: revision + 1 },
    );
    if (affected !== 1) throw new RecordIsStale();
    const [last] = await tx.query<[{ number: number }]>(
      'SELECT max(number) AS number FROM report_step WHERE report_id = $1',
      [id],
    );
    await this.write(tx, report, last.number + 1, step);
  }

  private async write(
    tx: EntityManager,
    report: Omit<LockedReport, 'state'> & { readonly state: ReportState | null },
    number: number,
    step: Omit<JudgedStep, 'action'> & { readonly action: ReportAction | 'request' },
  ): Promise<void> {
    const { id, agreementId, commitmentId, state } = report;
    const { action, to, actor, reason = null, acceptedValue = null, receipt } = step;
    await tx.insert(ReportStepEntity, {
      ...{
        reportId: id,
        number,
        action,
        fromState: state,
        toState: to,
        takenBy: actor,
        reason,
        acceptedValue,
      },
      ...{ form: receipt?.form ?? null, formSha256: receipt?.sha256 ?? null },
      ...{ recordedOn: this.calendar.today(), recordedAt: this.clock.now() },
    });
    await this.audit.note(tx, reportStepped(step.event), {
      actor,
      subjectId: agreementId,
      reason,
      payload: {
        ...{ reportId: id, commitmentId, state: { from: state, to } },
        ...(step.claimedValue === undefined ? {} : { claimedValue: step.claimedValue }),
        ...(acceptedValue === null ? {} : { acceptedValue }),
        ...(receipt === undefined ? {} : { sha256: receipt.sha256 }),
        ...(step.onBehalf === undefined ? {} : { onBehalf: step.onBehalf }),
      },
    });
    await this.outbox.add(tx, agreementChanged, { agreementId });
  }
}
