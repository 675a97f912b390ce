import { Injectable } from '@nestjs/common';
import { AuditTrail, auditKind } from '@app/audit';
import { type CalendarDate, addDays } from '@app/kernel';
import { StoredFiles } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import type { EntityManager } from 'typeorm';
import { APPEAL_DAYS } from '../domain/judge-report';
import { EvidenceRepository } from '../persistence/evidence.repository';

const ACTOR = 'system:retention';

const evidenceErased = auditKind<{
  readonly reportId: string;
  readonly evidenceId: string;
  readonly sha256: string;
}>('report.evidence_erased', 'agreement');

/** Days without a step of its report after which a file goes about which nobody decides. */
export const LEFT_DAYS = 180;

/** What a file is called that was erased: its own name may name somebody. */
function nameOfErased(sha256: string): string {
  return sha256.slice(0, 12);
}

/**
 * Erases files that name people once their report is decided about and the time for an appeal is over, and those that
 * were taken back; of a draft, a report that was returned and a dispute once nothing was heard for `LEFT_DAYS`. Their
 * SHA-256 and their extract stay, their names do not.
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
    const files = await this.evidence.lockPastItsTime(
      tx,
      { decidedUntil: kept < appealable ? kept : appealable, leftSince: addDays(today, -LEFT_DAYS) },
      limit,
    );
    for (const { id, reportId, agreementId, sha256, unattested } of files) {
      await tx.query(
        `UPDATE report_evidence SET stored_sha256 = NULL, erased_on = $2, file_name = $3,
                withdrawn_on = CASE WHEN $4 THEN coalesce(withdrawn_on, $2) ELSE withdrawn_on END WHERE id = $1`,
        [id, today, nameOfErased(sha256), unattested],
      );
      if (!(await this.evidence.isReferredTo(tx, sha256))) await this.storedFiles.forget(tx, sha256);
      const payload = { reportId, evidenceId: id, sha256 };
      await this.audit.note(tx, evidenceErased, { actor: ACTOR, subjectId: agreementId, payload });
    }
    return files.length;
  }
}
