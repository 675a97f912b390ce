import { Injectable } from '@nestjs/common';
import { Actor } from '@app/audit';
import { type FieldViolation, FieldsRefused, isExactValue, transitionFrom } from '@app/kernel';
import { Settings, newId } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import type { EntityManager } from 'typeorm';
import { needsSecondVerifier } from '../domain/judge-report';
import { rankOf } from '../domain/report-content';
import { REPORT_WORKFLOW } from '../domain/report-workflow';
import { EvidenceRepository } from '../persistence/evidence.repository';
import { ReportDetails, ReportRepository, ReportRow } from '../persistence/report.repository';
import { AcceptedObservationEntity } from '../persistence/reporting.entities';
import { FindReports } from './find-reports';
import { RecordReportStep } from './record-report-step';

/** A report whose figure is accepted, as it was locked and judged. */
export interface ReportToAccept {
  readonly row: ReportRow & ReportDetails;
  readonly action: 'accept' | 'accept_with_reservation';
  /** The figure that the verifier follows. */
  readonly value: number;
  readonly reason: string | null;
  readonly actor: Actor;
}

/**
 * Accepts a figure. A large one that nobody saw on the site waits for a second verifier; the others become an
 * observation, with the rank of what supports them, and a correction takes the place of what it corrects.
 */
@Injectable()
export class AcceptReport {
  constructor(
    private readonly reports: ReportRepository,
    private readonly evidence: EvidenceRepository,
    private readonly found: FindReports,
    private readonly steps: RecordReportStep,
    private readonly calendar: BusinessCalendar,
    private readonly settings: Settings,
  ) {}

  async execute(tx: EntityManager, { row, action, value, reason, actor }: ReportToAccept): Promise<void> {
    const { event } = transitionFrom(REPORT_WORKFLOW, row.state, action);
    const rank = rankOf(row.content, await this.evidence.list(row.id));
    const { twoVerifiersFrom } = this.settings.reporting;
    const step = { action, event, actor, reason, acceptedValue: value };
    if (row.reviewedBy === null && needsSecondVerifier(row, rank, twoVerifiersFrom)) {
      const columns = { reviewedBy: actor, reviewedValue: value };
      await this.steps.take(tx, row, { ...step, to: 'in_review', columns });
      return;
    }
    const today = this.calendar.today();
    await this.steps.take(tx, row, {
      ...step,
      to: action === 'accept' ? 'accepted' : 'accepted_with_reservation',
      columns: {
        ...{ acceptedValue: value, decidedBy: actor, decidedOn: today, decisionReason: reason },
        waitingSince: null,
      },
    });
    await this.supersedeFor(tx, row, actor);
    await tx.insert(AcceptedObservationEntity, {
      ...{ id: newId(), agreementId: row.agreementId, commitmentId: row.commitmentId, reportId: row.id },
      ...{ asOf: row.asOf ?? today, value, rank, recordedOn: today },
    });
  }

  /** What it corrects, and whatever else of the period was followed: one figure of a period is. */
  private async supersedeFor(
    tx: EntityManager,
    { id, commitmentId, periodUntil, correctsId }: ReportRow,
    actor: Actor,
  ): Promise<void> {
    const others = await this.reports.lockOvertakenBy(tx, { id, commitmentId, periodUntil, correctsId });
    for (const other of others) await this.supersede(tx, other, actor);
  }

  /** What was accepted stays on record, and is followed no longer. */
  private async supersede(tx: EntityManager, reportId: string, actor: Actor): Promise<void> {
    const row = await this.found.row(reportId);
    const { to, event } = transitionFrom(REPORT_WORKFLOW, row.state, 'supersede');
    await this.steps.take(tx, row, { action: 'supersede', to, event, actor });
    await tx.query(
      'UPDATE accepted_observation SET superseded_on = $2 WHERE report_id = $1 AND superseded_on IS NULL',
      [reportId, this.calendar.today()],
    );
  }
}

/** What is wrong with the figure that somebody would accept instead of the claimed one. */
export function reservationFaults(
  { claimedValue, measure, unit }: ReportRow,
  acceptedValue: number | null,
): FieldViolation[] {
  const refuse = (code: string) => [{ field: 'acceptedValue', code }];
  if (acceptedValue === null) return refuse('required');
  if (acceptedValue === claimedValue) return refuse('reservation_without_difference');
  // Stages and outcomes of reviews are counted as whole numbers from 0.
  return isExactValue(acceptedValue, measure === 'quantity' ? (unit ?? 'percent') : 'jobs')
    ? []
    : refuse('value_too_precise');
}

/** @throws FieldsRefused */
export function requireReservation(row: ReportRow, acceptedValue: number | null): number {
  const wrong = reservationFaults(row, acceptedValue);
  if (wrong.length > 0 || acceptedValue === null) throw new FieldsRefused(wrong);
  return acceptedValue;
}
