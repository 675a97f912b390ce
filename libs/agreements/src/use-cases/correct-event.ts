import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, auditKind, changedFields, Changed } from '@app/audit';
import { RecordIsStale } from '@app/kernel';
import { Transactions } from '@app/platform';
import { SigningEventEntity } from '../persistence/agreement.entities';
import { EventRepository, SigningEventView } from '../persistence/event.repository';
import { WHOLE_REGISTER } from '../persistence/visible-agreements';
import { EventToRecord, eventColumns, refuseKnownEvent, withoutUndefined } from './record-event';

const eventCorrected = auditKind<Changed>('event.corrected', 'event');

/** Corrects a signing event. @throws RecordIsStale, AlreadyRecorded, FieldsRefused */
@Injectable()
export class CorrectEvent {
  constructor(
    private readonly events: EventRepository,
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
      const before = await this.events.find(id, WHOLE_REGISTER);
      await refuseKnownEvent(tx, correction.publishedReference, id);
      const columns = { ...eventColumns(correction), revision: revision + 1 };
      const { affected } = await tx.update(SigningEventEntity, { id, revision }, columns);
      if (!before || affected !== 1) throw new RecordIsStale();
      await this.audit.note(tx, eventCorrected, {
        actor,
        subjectId: id,
        payload: { changed: changedFields(contentOf(before), withoutUndefined(correction)) },
      });
    });
  }
}

function contentOf(event: SigningEventView): EventToRecord {
  const { publishedReference, names, dates, place, amount, note } = event;
  return { publishedReference, names, dates: { stated: dates.stated }, place, amount, note } as EventToRecord;
}
