import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail } from '@app/audit';
import { RecordIsStale } from '@app/kernel';
import { Transactions } from '@app/platform';
import { SigningEventEntity } from '../persistence/agreement.entities';
import { EventToRecord, eventColumns, refuseKnownEvent } from './record-event';

/** Corrects a signing event. @throws RecordIsStale, AlreadyRecorded, FieldsRefused */
@Injectable()
export class CorrectEvent {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {}

  async execute(
    id: string,
    revision: number,
    correction: Partial<EventToRecord>,
    actor: Actor,
  ): Promise<void> {
    await this.transactions.run(async (tx) => {
      await refuseKnownEvent(tx, correction.publishedReference, id);
      const columns = { ...eventColumns(correction), revision: revision + 1 };
      const { affected } = await tx.update(SigningEventEntity, { id, revision }, columns);
      if (affected !== 1) throw new RecordIsStale();
      await this.audit.record(tx, {
        actor,
        action: 'event.corrected',
        subjectType: 'event',
        subjectId: id,
        payload: { ...correction },
      });
    });
  }
}
