import { Injectable } from '@nestjs/common';
import { StepHindered } from '@app/agreements';
import { Actor, AuditTrail, auditKind } from '@app/audit';
import { FieldsRefused, RecordIsStale } from '@app/kernel';
import { Transactions } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import { type ReportContent, type ReportSubject, impossibleParts } from '../domain/report-content';
import { WRITABLE_STATES } from '../domain/report-workflow';
import { ReportDetails, ReportRepository, ReportRow } from '../persistence/report.repository';
import { ReportEntity } from '../persistence/reporting.entities';
import { BeginReport } from './begin-report';
import { FindReports } from './find-reports';

export interface ReportSave {
  readonly reportId: string;
  readonly expectedRevision: number;
  /** What was typed; what is left out stays as it is. */
  readonly changes: Partial<ReportContent>;
  readonly actor: Actor;
}

/** A report was typed on; what it says is read from it and not from the trail. */
const reportSaved = auditKind<{ readonly reportId: string; readonly changed: readonly string[] }>(
  'report.saved',
  'agreement',
);

/**
 * Saves a report as it is typed: what cannot be is refused, what is missing is waited for. A report that was asked for
 * begins with it.
 * @throws RecordNotFound, RecordIsStale, StepHindered, FieldsRefused
 */
@Injectable()
export class SaveReport {
  constructor(
    private readonly transactions: Transactions,
    private readonly reports: ReportRepository,
    private readonly found: FindReports,
    private readonly begin: BeginReport,
    private readonly audit: AuditTrail,
    private readonly calendar: BusinessCalendar,
  ) {}

  async execute({ reportId, expectedRevision, changes, actor }: ReportSave): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.reports.lock(tx, reportId);
      const asked = await this.found.row(reportId);
      if (asked.revision !== expectedRevision) throw new RecordIsStale();
      const permission = (await this.found.permissionFor(asked.agreementId))('report.prepare');
      if (permission) throw new StepHindered(permission);
      if (!WRITABLE_STATES.includes(asked.state)) throw new StepHindered({ code: 'report_not_writable' });
      const begins = asked.state === 'requested' || asked.state === 'missed';
      if (begins) await this.begin.take(tx, asked, actor);
      const row = begins ? await this.found.row(reportId) : asked;
      const content = { ...row.content, ...changes };
      const wrong = impossibleParts(content, await this.subjectOf(row));
      if (wrong.length > 0) throw new FieldsRefused(wrong);
      const { affected } = await tx.update(
        ReportEntity,
        { id: reportId, revision: row.revision },
        { content, revision: row.revision + 1, writtenBy: [...new Set([...row.writtenBy, actor])] },
      );
      if (affected !== 1) throw new RecordIsStale();
      await this.audit.note(tx, reportSaved, {
        actor,
        subjectId: row.agreementId,
        payload: { reportId, changed: Object.keys(changes).sort() },
      });
    });
  }

  /** What decides about what a report may say. */
  async subjectOf(row: ReportRow & ReportDetails): Promise<ReportSubject> {
    const { id, measure, unit, signedFrom, periodFrom, periodUntil } = row;
    return {
      ...{ measure, unit, signedFrom, periodFrom, periodUntil },
      today: this.calendar.today(),
      regionCodes: await this.reports.regionCodes(),
      stateDuties: await this.reports.stateDuties(id),
    };
  }
}
