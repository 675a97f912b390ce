import { Injectable } from '@nestjs/common';
import { AuditTrail, auditKind } from '@app/audit';
import { type CalendarDate, addDays } from '@app/kernel';
import { StoredFiles } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import type { EntityManager } from 'typeorm';
import { APPEAL_DAYS } from '../domain/judge-report';
import { EvidenceRepository } from '../persistence/evidence.repository';
import { ReportEvidenceEntity } from '../persistence/reporting.entities';

const ACTOR = 'system:retention';

const evidenceErased = auditKind<{
  readonly reportId: string;
  readonly evidenceId: string;
  readonly sha256: string;
}>('report.evidence_erased', 'agreement');

/**
 * Erases files that name people once their report is decided about and the time for an appeal is over, and those that
 * were taken back. Their SHA-256 and their extract stay.
 */
@Injectable()
export class EraseNominativeEvidence {
  constructor(
    private readonly evidence: EvidenceRepository,
    private readonly storedFiles: StoredFiles,
    private readonly audit: AuditTrail,
    private readonly calendar: BusinessCalendar,
  ) {}

  /** @param before the instant before which a decision is long enough ago. @returns how many were erased */
  async execute(tx: EntityManager, before: Date, limit: number): Promise<number> {
    const today = this.calendar.today();
    const kept: CalendarDate = this.calendar.legalTime.dateOf(before);
    // No setting makes the proof go before the appeal about it.
    const appealable = addDays(today, -(APPEAL_DAYS + 1));
    const files = await this.evidence.lockPastItsTime(tx, kept < appealable ? kept : appealable, limit);
    for (const { id, reportId, agreementId, sha256 } of files) {
      await tx.update(ReportEvidenceEntity, { id }, { storedSha256: null, erasedOn: today });
      if (!(await this.evidence.isReferredTo(tx, sha256))) await this.storedFiles.forget(tx, sha256);
      const payload = { reportId, evidenceId: id, sha256 };
      await this.audit.note(tx, evidenceErased, { actor: ACTOR, subjectId: agreementId, payload });
    }
    return files.length;
  }
}
