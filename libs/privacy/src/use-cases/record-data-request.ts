import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, auditKind } from '@app/audit';
import { Clock, FieldsRefused } from '@app/kernel';
import { PersonalValueKind, PersonalValues } from '@app/organisations';
import { Settings, Transactions, newId } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import {
  DataRequest,
  DataRequestKind,
  DataRequestToRecord,
  dataRequestViolations,
  dueDateOf,
  subjectOf,
} from '../domain/data-request';
import { DataRequestRepository } from '../persistence/data-request.repository';
import { findMissingSubject } from './find-missing-subject';

type Transaction = Parameters<PersonalValues['store']>[0];

const dataRequestRecorded = auditKind<{
  readonly kind: DataRequestKind;
  readonly receivedOn: string;
  readonly dueOn: string;
  readonly personId: string | null;
  readonly accountId: string | null;
  readonly identityCheck: string | null;
  readonly valueIds: readonly (string | null)[];
}>('data_request.recorded', 'data_request');

/** Records what somebody asks about their own data; nobody needs an account for it. @throws FieldsRefused */
@Injectable()
export class RecordDataRequest {
  constructor(
    private readonly requests: DataRequestRepository,
    private readonly personalValues: PersonalValues,
    private readonly calendar: BusinessCalendar,
    private readonly settings: Settings,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute(given: DataRequestToRecord, actor: Actor): Promise<DataRequest> {
    const { kind, requester, receivedOn, personId = null, accountId = null, identityCheck = null } = given;
    const { name, contact = null, words = null } = requester;
    return this.transactions.run(async (tx) => {
      const violations = dataRequestViolations(given, this.calendar.today());
      if (violations.length === 0) violations.push(...(await findMissingSubject(tx, personId, accountId)));
      if (violations.length > 0) throw new FieldsRefused(violations);
      const id = newId();
      const dueOn = dueDateOf(receivedOn, this.settings.dataRequestDays);
      const nameValueId = await this.keep(tx, 'requester_name', name);
      const contactValueId = await this.keep(tx, 'requester_contact', contact);
      const wordsValueId = await this.keep(tx, 'request_words', words);
      await this.requests.insert(tx, {
        id,
        kind,
        nameValueId,
        contactValueId,
        wordsValueId,
        receivedOn,
        dueOn,
        personId,
        accountId,
        identityCheck: identityCheck?.how ?? null,
        identityCheckedOn: identityCheck?.on ?? null,
        recordedBy: actor,
        recordedAt: this.clock.now(),
      });
      await this.audit.note(tx, dataRequestRecorded, {
        actor,
        subjectId: id,
        payload: {
          kind,
          receivedOn,
          dueOn,
          personId,
          accountId,
          identityCheck: identityCheck?.how ?? null,
          valueIds: [nameValueId, contactValueId, wordsValueId],
        },
      });
      return {
        id,
        kind,
        requester: { name, contact, words },
        receivedOn,
        dueOn,
        subject: subjectOf(personId, accountId),
        identityCheck,
        decision: null,
        closedAt: null,
        erasedAt: null,
        recordedBy: actor,
        revision: 1,
      };
    });
  }

  private async keep(tx: Transaction, kind: PersonalValueKind, value: string | null): Promise<string | null> {
    if (value === null) return null;
    return this.personalValues.store(tx, {
      kind,
      personId: null,
      organisationId: null,
      value,
      language: null,
    });
  }
}
