import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, Changed, auditKind, changedFields } from '@app/audit';
import { Access, NATIONWIDE } from '@app/identity';
import { FieldsRefused } from '@app/kernel';
import { RecordVersion, Transactions } from '@app/platform';
import {
  Processing,
  ProcessingCorrection,
  correctedProcessing,
  processingViolations,
} from '../domain/processing';
import { ProcessingRepository } from '../persistence/processing.repository';

const processingCorrected = auditKind<Changed>('processing.corrected', 'processing');

/**
 * Corrects what the register says of a processing; what it says of the retention is what the retention job does from then
 * on.
 * @throws OutsideScope @throws RecordNotFound @throws RecordIsStale @throws FieldsRefused
 */
@Injectable()
export class CorrectProcessing {
  constructor(
    private readonly processings: ProcessingRepository,
    private readonly access: Access,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {}

  async execute(version: RecordVersion, correction: ProcessingCorrection, actor: Actor): Promise<Processing> {
    this.access.requireAt('processing.change', NATIONWIDE);
    return this.transactions.run(async (tx) => {
      const before = await this.processings.lock(tx, version);
      const after = correctedProcessing(before, correction);
      const violations = processingViolations(after);
      if (violations.length > 0) throw new FieldsRefused(violations);
      const changed = changedFields(before, after);
      if (Object.keys(changed).length === 0) return before;
      await this.processings.change(tx, version, after);
      await this.audit.note(tx, processingCorrected, { actor, subjectId: version.id, payload: { changed } });
      return { ...before, ...after, revision: before.revision + 1 };
    });
  }
}
