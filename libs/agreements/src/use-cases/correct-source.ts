import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, auditKind, changedFields, Changed } from '@app/audit';
import { RecordIsStale } from '@app/kernel';
import { Transactions } from '@app/platform';
import { SourceEntity } from '../persistence/agreement.entities';
import { SourceRepository } from '../persistence/source.repository';
import { WHOLE_REGISTER } from '../persistence/visible-agreements';
import { withoutUndefined } from './record-event';
import { SourceToRecord, refuseKnownAddress, refuseWrongDate } from './record-source';

const sourceCorrected = auditKind<Changed>('source.corrected', 'source');

/** Corrects what is known of a source. @throws RecordIsStale, AlreadyRecorded, FieldsRefused */
@Injectable()
export class CorrectSource {
  constructor(
    private readonly sources: SourceRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {}

  async execute(
    id: string,
    revision: number,
    correction: Partial<SourceToRecord>,
    actor: Actor,
  ): Promise<void> {
    refuseWrongDate(correction.publishedOn);
    await this.transactions.run(async (tx) => {
      const before = await this.sources.find(id, WHOLE_REGISTER);
      if (correction.url) await refuseKnownAddress(tx, correction.url, id);
      const { affected } = await tx.update(
        SourceEntity,
        { id, revision },
        { ...correction, revision: revision + 1 },
      );
      if (!before || affected !== 1) throw new RecordIsStale();
      await this.audit.note(tx, sourceCorrected, {
        actor,
        subjectId: id,
        payload: { changed: changedFields(before, withoutUndefined(correction)) },
      });
    });
  }
}
