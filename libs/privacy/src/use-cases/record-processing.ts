import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, auditKind } from '@app/audit';
import { Access, NATIONWIDE } from '@app/identity';
import { FieldsRefused } from '@app/kernel';
import { Transactions, newId } from '@app/platform';
import { Processing, ProcessingContent, processingViolations } from '../domain/processing';
import { ProcessingRepository } from '../persistence/processing.repository';

const processingRecorded = auditKind<ProcessingContent>('processing.recorded', 'processing');

/** Adds a processing that the administration carries out beside this software. @throws OutsideScope @throws FieldsRefused */
@Injectable()
export class RecordProcessing {
  constructor(
    private readonly processings: ProcessingRepository,
    private readonly access: Access,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {}

  async execute(content: ProcessingContent, actor: Actor): Promise<Processing> {
    this.access.requireAt('processing.change', NATIONWIDE);
    return this.transactions.run(async (tx) => {
      const violations = processingViolations(content);
      if (violations.length > 0) throw new FieldsRefused(violations);
      const id = newId();
      await this.processings.insert(tx, id, content);
      await this.audit.note(tx, processingRecorded, { actor, subjectId: id, payload: content });
      return { id, code: null, ...content, revision: 1 };
    });
  }
}
