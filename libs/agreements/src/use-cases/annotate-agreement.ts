import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, Changed, ChangedField, auditKind, changedFields } from '@app/audit';
import type { LocalizedText } from '@app/kernel';
import { REGISTER_OWNER } from '@app/identity';
import { Outbox, Transactions } from '@app/platform';
import { NoCurrentVersion } from '../domain/refusals';
import { agreementChanged } from './agreement-changed.event';
import { LockRecord } from './lock-record';
import { ownerPosition } from '../persistence/owner-position';
import { MakeCurrent } from './make-current';
import { RequireScope } from './require-scope';
import { StandsInFor } from './stands-in-for';
import { StoreDocument } from './store-document';

/** What the trail keeps of a change: the documents themselves stay readable by their version. */
export interface AgreementChanged extends Changed {
  readonly version: ChangedField<number>;
}

const agreementAnnotated = auditKind<AgreementChanged>('agreement.annotated', 'agreement');

/** What may be changed without touching what was promised; undefined leaves a value as it is. */
export interface AgreementAnnotation {
  readonly title?: LocalizedText;
  readonly summary?: LocalizedText | null;
  readonly ownerPositionId?: string;
  readonly tags?: readonly string[];
}

/**
 * Changes title, summary, owner or tags; never a figure, a date or a party.
 * @throws RecordNotFound, RecordIsStale, OutsideScope, NoCurrentVersion, FieldsRefused
 */
@Injectable()
export class AnnotateAgreement {
  constructor(
    private readonly transactions: Transactions,
    private readonly lockRecord: LockRecord,
    private readonly documents: StoreDocument,
    private readonly makeCurrent: MakeCurrent,
    private readonly scope: RequireScope,
    private readonly standsInFor: StandsInFor,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  async execute(
    agreementId: string,
    expectedRevision: number,
    annotation: AgreementAnnotation,
    actor: Actor,
  ): Promise<void> {
    await this.transactions.run(async (tx) => {
      const record = await this.lockRecord.execute(tx, agreementId, expectedRevision);
      if (record.document === null || record.version_number === null) throw new NoCurrentVersion();
      await this.scope.at(tx, 'agreement.annotate', record.document);
      if (annotation.ownerPositionId) await ownerPosition(tx, annotation.ownerPositionId, REGISTER_OWNER);
      const current = await this.documents.withValues(tx, record.document);
      const document = {
        ...current,
        title: annotation.title ?? current.title,
        summary: annotation.summary === undefined ? current.summary : annotation.summary,
      };
      await this.documents.checkWhole(tx, document);
      const before = { ownerPositionId: record.owner_position_id, tags: record.tags };
      const after = {
        ownerPositionId: annotation.ownerPositionId ?? before.ownerPositionId,
        tags: annotation.tags ? [...annotation.tags] : before.tags,
      };
      const { number } = await this.makeCurrent.execute(tx, {
        ...{ record, document, kind: 'annotation', actor, reason: null, columns: after },
        acknowledgedGaps: record.acknowledged_gaps ?? [],
      });
      await this.audit.note(tx, agreementAnnotated, {
        actor,
        onBehalfOf: await this.standsInFor.position(tx, actor, record.owner_position_id),
        subjectId: agreementId,
        payload: {
          version: { from: record.version_number, to: number },
          changed: changedFields(before, after),
        },
      });
      await this.outbox.add(tx, agreementChanged, { agreementId });
    });
  }
}
