import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail } from '@app/audit';
import { RecordIsStale } from '@app/kernel';
import { Transactions } from '@app/platform';
import { SourceEntity } from '../persistence/agreement.entities';
import { SourceToRecord, refuseKnownAddress, refuseWrongDate } from './record-source';

/** Corrects what is known of a source. @throws RecordIsStale, AlreadyRecorded, FieldsRefused */
@Injectable()
export class CorrectSource {
  constructor(
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
      if (correction.url) await refuseKnownAddress(tx, correction.url, id);
      const { affected } = await tx.update(
        SourceEntity,
        { id, revision },
        { ...correction, revision: revision + 1 },
      );
      if (affected !== 1) throw new RecordIsStale();
      await this.audit.record(tx, {
        actor,
        action: 'source.corrected',
        subjectType: 'source',
        subjectId: id,
        payload: { ...correction },
      });
    });
  }
}
