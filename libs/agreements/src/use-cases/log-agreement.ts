import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, auditKind } from '@app/audit';
import { Outbox, Transactions, newId } from '@app/platform';
import type { AgreementDocument } from '../domain/agreement-document';
import { AlreadyRecorded } from '../domain/refusals';
import { withStableIds } from '../domain/stable-ids';
import { isReferenceTaken } from '../persistence/taken-reference';
import { AgreementRepository } from '../persistence/agreement.repository';
import { WHOLE_REGISTER } from '../persistence/visible-agreements';
import { agreementChanged } from './agreement-changed.event';
import { MakeCurrent } from './make-current';
import { OpenRecord } from './open-record';
import { StoreDocument } from './store-document';

const agreementLogged = auditKind<{ readonly reference: string; readonly version: number }>(
  'agreement.logged',
  'agreement',
);

export interface AgreementToLog {
  readonly document: AgreementDocument;
  /** Position that owns the agreement; the register's owner when null. */
  readonly ownerPositionId: string | null;
  readonly tags: readonly string[];
  readonly published: boolean;
  readonly actor: Actor;
}

/**
 * Logs an agreement as its papers state it; the document is current at once. This is how the system brings in what
 * was published before there was anybody to draft and verify it; people draft.
 * @returns the id of the new agreement. @throws FieldsRefused, OutsideScope, AlreadyRecorded
 */
@Injectable()
export class LogAgreement {
  constructor(
    private readonly transactions: Transactions,
    private readonly agreements: AgreementRepository,
    private readonly documents: StoreDocument,
    private readonly openRecord: OpenRecord,
    private readonly makeCurrent: MakeCurrent,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  async execute(request: AgreementToLog): Promise<string> {
    const { actor } = request;
    if (!actor.startsWith('system:'))
      throw new Error('people draft agreements; only the system logs them at once');
    return this.transactions.run(async (tx) => {
      await this.documents.checkWhole(tx, request.document);
      if (await isReferenceTaken(tx, request.document.publishedReference, null)) {
        throw new AlreadyRecorded('publishedReference');
      }
      const document = withStableIds(request.document, new Set(), newId);
      const { id, reference } = await this.openRecord.execute(tx, { ...request, document });
      const record = await this.agreements.findRecord(id, WHOLE_REGISTER);
      if (record === null) throw new Error('an agreement is not there after it was written');
      const { published } = request;
      const reason = null;
      await this.makeCurrent.execute(tx, {
        record,
        document,
        kind: 'first',
        actor,
        reason,
        columns: { published },
      });
      await this.audit.note(tx, agreementLogged, {
        actor,
        subjectId: id,
        payload: { reference, version: 1 },
      });
      await this.outbox.add(tx, agreementChanged, { agreementId: id });
      return id;
    });
  }
}
