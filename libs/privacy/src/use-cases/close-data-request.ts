import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, auditKind } from '@app/audit';
import { Access, NATIONWIDE } from '@app/identity';
import { Clock } from '@app/kernel';
import { RecordVersion, Transactions } from '@app/platform';
import { DataRequest, stateOf } from '../domain/data-request';
import { DataRequestClosed, DataRequestNotGranted, ErasureNotCarriedOut } from '../domain/refusals';
import { DataRequestRepository } from '../persistence/data-request.repository';

const dataRequestClosed = auditKind('data_request.closed', 'data_request');

/**
 * Closes a granted request once it is carried out: the export handed over, the record corrected, the use that was opposed
 * ended. An erasure closes itself.
 * @throws OutsideScope @throws RecordNotFound @throws RecordIsStale @throws DataRequestClosed
 * @throws DataRequestNotGranted @throws ErasureNotCarriedOut
 */
@Injectable()
export class CloseDataRequest {
  constructor(
    private readonly requests: DataRequestRepository,
    private readonly access: Access,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute(version: RecordVersion, actor: Actor): Promise<DataRequest> {
    this.access.requireAt('data_request.decide', NATIONWIDE);
    return this.transactions.run(async (tx) => {
      const before = await this.requests.lock(tx, version);
      const state = stateOf(before);
      if (state === 'closed') throw new DataRequestClosed();
      if (state === 'open') throw new DataRequestNotGranted();
      if (before.kind === 'erasure') throw new ErasureNotCarriedOut();
      const closedAt = this.clock.now();
      await this.requests.change(tx, version, { closedAt });
      await this.audit.note(tx, dataRequestClosed, { actor, subjectId: version.id, payload: {} });
      return { ...before, closedAt, revision: before.revision + 1 };
    });
  }
}
