import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail } from '@app/audit';
import { Transactions, newId } from '@app/platform';
import type { DraftDocument } from '../domain/draft-document';
import { withStableIds } from '../domain/stable-ids';
import { agreementDrafted } from './draft-audit';
import { OpenRecord } from './open-record';
import { RequireScope } from './require-scope';
import { StoreDocument } from './store-document';
import { WriteDraft } from './write-draft';

export interface AgreementToDraft {
  readonly document: DraftDocument;
  /** Position that owns the agreement; the register's owner when null. */
  readonly ownerPositionId: string | null;
  readonly tags: readonly string[];
  readonly reason: string | null;
  readonly actor: Actor;
}

/**
 * Drafts a new agreement: it has its reference from now on, and is in the register once its first version is current.
 * @returns the id of the new agreement. @throws FieldsRefused, OutsideScope
 */
@Injectable()
export class DraftAgreement {
  constructor(
    private readonly transactions: Transactions,
    private readonly documents: StoreDocument,
    private readonly scope: RequireScope,
    private readonly openRecord: OpenRecord,
    private readonly writeDraft: WriteDraft,
    private readonly audit: AuditTrail,
  ) {}

  async execute(request: AgreementToDraft): Promise<string> {
    return this.transactions.run(async (tx) => {
      await this.documents.checkDraft(tx, request.document);
      await this.scope.at(tx, 'agreement.log', request.document);
      const document = withStableIds(request.document, new Set(), newId);
      const { id, reference } = await this.openRecord.execute(tx, { ...request, document });
      await this.writeDraft.open(tx, {
        agreementId: id,
        revision: 1,
        number: 1,
        kind: 'first',
        document: await this.documents.withoutValues(tx, document, null),
        reason: request.reason,
        actor: request.actor,
      });
      await this.audit.note(tx, agreementDrafted, {
        actor: request.actor,
        subjectId: id,
        payload: { reference },
      });
      return id;
    });
  }
}
