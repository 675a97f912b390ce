import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AgreementsInScope, StepHindered } from '@app/agreements';
import { Actor } from '@app/audit';
import type { FieldViolation } from '@app/kernel';
import { BusinessCalendar } from '@app/reference';
import type { EntityManager } from 'typeorm';
import { claimedValue, impossibleParts, missingParts } from '../domain/report-content';
import { formOf } from '../domain/report-form';
import { EvidenceRepository } from '../persistence/evidence.repository';
import { ReportDetails, ReportRepository, ReportRow, ReportStepRow } from '../persistence/report.repository';
import { RecordReportStep } from './record-report-step';
import { SaveReport } from './save-report';

/** A report that is submitted, as it was locked and judged. */
export interface ReportToSubmit {
  readonly row: ReportRow & ReportDetails;
  readonly steps: readonly ReportStepRow[];
  readonly actor: Actor;
}

/** Attests a report: what it says is frozen, and its canonical form with the SHA-256 is the receipt. */
@Injectable()
export class SubmitReport {
  constructor(
    private readonly reports: ReportRepository,
    private readonly evidence: EvidenceRepository,
    private readonly save: SaveReport,
    private readonly steps: RecordReportStep,
    private readonly inScope: AgreementsInScope,
    private readonly calendar: BusinessCalendar,
  ) {}

  /** @throws StepHindered naming what is missing, does not add up, or cannot be any more */
  async execute(tx: EntityManager, { row, steps, actor }: ReportToSubmit): Promise<void> {
    const { id: reportId, content, measure, commitmentId, correctsId } = row;
    const evidence = await this.evidence.list(reportId);
    const claimed = claimedValue(content, measure);
    const lastAccepted =
      content.asOf === null ? null : await this.reports.lastAccepted(commitmentId, content.asOf, correctsId);
    const supported = evidence.map(({ figure }) => figure);
    const wrong: FieldViolation[] = [
      ...impossibleParts(content, await this.save.subjectOf(row)),
      ...missingParts(content, { measure, lastAccepted, supported }),
    ];
    if (wrong.length > 0 || claimed === null || content.asOf === null) {
      throw new StepHindered({ code: 'report_incomplete', values: { count: wrong.length } }, wrong);
    }
    const submittedOn = this.calendar.today();
    const onBehalf = this.inScope.isOfTheHouse;
    const form = formOf({
      ...{ reportId, submission: steps.filter(({ action }) => action === 'submit').length + 1 },
      ...{ agreementId: row.agreementId, commitmentId, organisationId: row.organisationId },
      ...{
        periodFrom: row.periodFrom,
        periodUntil: row.periodUntil,
        correctsId,
        claimedValue: claimed,
        content,
      },
      evidence: evidence.map(({ id, figure, kind, sha256, nominative }) => ({
        ...{ id, figure, kind, sha256, nominative },
      })),
      ...{ submittedBy: actor, onBehalf, submittedOn },
    });
    await this.steps.take(tx, row, {
      ...{
        action: 'submit',
        to: 'submitted',
        event: 'report.submitted',
        actor,
        claimedValue: claimed,
        onBehalf,
      },
      receipt: { form, sha256: createHash('sha256').update(form).digest('hex') },
      columns: {
        ...{ submittedBy: actor, submittedOn, onBehalf, asOf: content.asOf, claimedValue: claimed },
        waitingSince: submittedOn,
      },
    });
  }
}
