import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, auditKind } from '@app/audit';
import { FieldsRefused, LocalizedText, QualifiedAmount, isExactValue, parsePublishedDate } from '@app/kernel';
import { Transactions, newId } from '@app/platform';
import type { EntityManager } from 'typeorm';
import { AlreadyRecorded } from '../domain/refusals';
import { SigningEventEntity } from '../persistence/agreement.entities';
import { inLanguages } from '../persistence/project-document';

const eventRecorded = auditKind<EventToRecord>('event.recorded', 'event');

export interface EventToRecord {
  readonly publishedReference: string | null;
  readonly names: LocalizedText;
  /** As stated: a day, a span of days, a month … */
  readonly dates: { readonly stated: string };
  readonly place: string | null;
  readonly amount: QualifiedAmount | null;
  readonly note: string | null;
}

/** Records a signing event. @returns its id. @throws AlreadyRecorded, FieldsRefused */
@Injectable()
export class RecordEvent {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {}

  async execute(event: EventToRecord, actor: Actor): Promise<string> {
    return this.transactions.run(async (tx) => {
      await refuseKnownEvent(tx, event.publishedReference, null);
      const id = newId();
      await tx.insert(SigningEventEntity, { id, ...eventColumns(event) });
      await this.audit.note(tx, eventRecorded, {
        actor,
        subjectId: id,
        payload: { ...event },
      });
      return id;
    });
  }
}

/** The columns of what is given; a date or an amount that cannot be kept is refused. @throws FieldsRefused */
export function eventColumns(event: Partial<EventToRecord>): Partial<SigningEventEntity> {
  const { names, dates, amount, publishedReference, place, note } = event;
  return withoutUndefined({
    publishedReference,
    place,
    note,
    ...(names ? namesOf(names) : {}),
    ...(dates ? datesOf(dates.stated) : {}),
    ...(amount === undefined ? {} : amountOf(amount)),
  });
}

function namesOf(names: LocalizedText): Partial<SigningEventEntity> {
  if ((names.ar ?? names.fr ?? names.en) === null) {
    throw new FieldsRefused([{ field: 'names', code: 'text_in_no_language' }]);
  }
  return inLanguages('name', names);
}

function datesOf(stated: string): Partial<SigningEventEntity> {
  const dates = parsePublishedDate(stated);
  if (dates === null) throw new FieldsRefused([{ field: 'dates.stated', code: 'not_a_date' }]);
  return {
    datesStated: dates.stated,
    datesPrecision: dates.precision,
    firstDay: dates.firstDay,
    lastDay: dates.lastDay,
  };
}

function amountOf(amount: QualifiedAmount | null): Partial<SigningEventEntity> {
  if (amount !== null && !isExactValue(amount.value, amount.currency)) {
    throw new FieldsRefused([{ field: 'amount.value', code: 'inexact_value' }]);
  }
  return {
    amount: amount?.value ?? null,
    amountCurrency: amount?.currency ?? null,
    amountQualifier: amount?.qualifier ?? null,
  };
}

/** The values that are given. */
export function withoutUndefined<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}

/** A published reference names one event. @throws AlreadyRecorded */
export async function refuseKnownEvent(
  tx: EntityManager,
  publishedReference: string | null | undefined,
  except: string | null,
): Promise<void> {
  if (!publishedReference) return;
  const known = await tx.query<unknown[]>(
    'SELECT 1 FROM signing_event WHERE published_reference = $1 AND id IS DISTINCT FROM $2::uuid',
    [publishedReference, except],
  );
  if (known.length > 0) throw new AlreadyRecorded('publishedReference');
}
