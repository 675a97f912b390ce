import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, Changed, auditKind, changedFields } from '@app/audit';
import { FieldsRefused } from '@app/kernel';
import { RecordVersion, Transactions } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import {
  DataRequest,
  DataRequestCorrection,
  dataRequestViolations,
  stateOf,
  subjectOf,
} from '../domain/data-request';
import { DataRequestClosed } from '../domain/refusals';
import { DataRequestRepository } from '../persistence/data-request.repository';
import { findMissingSubject } from './find-missing-subject';

const dataRequestCorrected = auditKind<Changed>('data_request.corrected', 'data_request');

/**
 * Fills in whose data a request is about and how the requester's identity was checked, until it is decided.
 * @throws RecordNotFound @throws RecordIsStale @throws DataRequestClosed @throws FieldsRefused
 */
@Injectable()
export class CorrectDataRequest {
  constructor(
    private readonly requests: DataRequestRepository,
    private readonly calendar: BusinessCalendar,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {}

  async execute(
    version: RecordVersion,
    correction: DataRequestCorrection,
    actor: Actor,
  ): Promise<DataRequest> {
    return this.transactions.run(async (tx) => {
      const before = await this.requests.lock(tx, version);
      if (stateOf(before) !== 'open') throw new DataRequestClosed();
      const { subject, receivedOn } = before;
      const {
        personId = subject.kind === 'person' ? subject.id : null,
        accountId = subject.kind === 'account' ? subject.id : null,
        identityCheck = before.identityCheck,
      } = correction;
      const violations = dataRequestViolations(
        { receivedOn, personId, accountId, identityCheck },
        this.calendar.today(),
      );
      if (violations.length === 0) violations.push(...(await findMissingSubject(tx, personId, accountId)));
      if (violations.length > 0) throw new FieldsRefused(violations);
      const after = { subject: subjectOf(personId, accountId), identityCheck };
      const changed = changedFields(before, after);
      if (Object.keys(changed).length === 0) return before;
      await this.requests.change(tx, version, {
        personId,
        accountId,
        identityCheck: identityCheck?.how ?? null,
        identityCheckedOn: identityCheck?.on ?? null,
      });
      await this.audit.note(tx, dataRequestCorrected, { actor, subjectId: version.id, payload: { changed } });
      return { ...before, ...after, revision: before.revision + 1 };
    });
  }
}
