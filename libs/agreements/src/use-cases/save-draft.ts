import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail } from '@app/audit';
import { FieldsRefused } from '@app/kernel';
import { Transactions, newId } from '@app/platform';
import type { EntityManager } from 'typeorm';
import { differencesBetween } from '../domain/differences';
import type { DraftDocument } from '../domain/draft-document';
import { mergeDocuments } from '../domain/merge-documents';
import { DraftConflict, DraftIsUnderReview } from '../domain/refusals';
import { partIds, withStableIds } from '../domain/stable-ids';
import type { DraftAmendment } from '../domain/version';
import { findWrongReferences } from '../persistence/amendment-references';
import type { AgreementRecordRow } from '../persistence/agreement.repository';
import type { AgreementDraftEntity } from '../persistence/draft.entities';
import { DraftRepository } from '../persistence/draft.repository';
import { draftSaved } from './draft-audit';
import { LockRecord } from './lock-record';
import { RequireScope } from './require-scope';
import { StoreDocument } from './store-document';
import { WriteDraft } from './write-draft';

export interface DraftSave {
  readonly agreementId: string;
  /** Revision of the agreement that the writer had read. */
  readonly expectedRevision: number;
  readonly document: DraftDocument;
  /** Undefined leaves them as they are. */
  readonly reason?: string | null;
  readonly amendment?: DraftAmendment | null;
  readonly actor: Actor;
}

/** Paths that the trail names of one save. */
const NAMED_CHANGES = 50;

/**
 * Saves a draft as it is typed. Whoever read another revision overwrites nothing: both documents come back, with the
 * fields that both changed.
 * @throws RecordNotFound, OutsideScope, DraftConflict, DraftIsUnderReview, FieldsRefused
 */
@Injectable()
export class SaveDraft {
  constructor(
    private readonly transactions: Transactions,
    private readonly lockRecord: LockRecord,
    private readonly drafts: DraftRepository,
    private readonly documents: StoreDocument,
    private readonly scope: RequireScope,
    private readonly writeDraft: WriteDraft,
    private readonly audit: AuditTrail,
  ) {}

  async execute(save: DraftSave): Promise<void> {
    await this.transactions.run(async (tx) => {
      const record = await this.lockRecord.read(tx, save.agreementId);
      const draft = await this.lockRecord.draftOf(save.agreementId);
      const before = await this.documents.withValues(tx, draft.document);
      await this.scope.at(tx, 'version.draft', record.document ?? before);
      if (record.revision !== save.expectedRevision) await this.refuse(tx, record, draft, save);
      if (draft.state === 'submitted' || draft.state === 'verified') throw new DraftIsUnderReview();
      await this.documents.checkDraft(tx, save.document);
      if (save.amendment) await refuseWrongReferences(tx, save.agreementId, save.amendment);
      await this.scope.at(tx, 'version.draft', save.document);
      const known = new Set([...partIds(before), ...(await this.partsOfBase(tx, record))]);
      const document = withStableIds(save.document, known, newId);
      const stored = await this.documents.withoutValues(tx, document, draft.document);
      const { actor, reason = draft.reason, amendment = draft.amendment } = save;
      await this.writeDraft.save(tx, { record, draft, document, stored, reason, amendment, actor });
      await this.audit.note(tx, draftSaved, {
        ...{ actor, subjectId: record.id },
        payload: {
          version: draft.number,
          changed: differencesBetween(before, document)
            .slice(0, NAMED_CHANGES)
            .map(({ path }) => path),
        },
      });
    });
  }

  /** A part that was taken out of the draft and is put back keeps its id. */
  private async partsOfBase(tx: EntityManager, { document }: AgreementRecordRow): Promise<Set<string>> {
    return document === null ? new Set() : partIds(await this.documents.withValues(tx, document));
  }

  private async refuse(
    tx: EntityManager,
    { revision }: AgreementRecordRow,
    draft: AgreementDraftEntity,
    save: DraftSave,
  ): Promise<never> {
    const theirs = await this.documents.withValues(tx, draft.document);
    const kept = await this.drafts.findSave(draft.id, save.expectedRevision);
    const base = kept && (await this.documents.withValues(tx, kept));
    const yours = save.document;
    // Without the document that both began with, everything that differs is in conflict.
    const conflicts = base
      ? mergeDocuments(base, theirs, yours).conflicts
      : differencesBetween(theirs, yours).map((one) => ({
          ...{ path: one.path, base: null, theirs: one.before, yours: one.after },
        }));
    throw new DraftConflict({ revision, conflicts, theirs, yours });
  }
}

async function refuseWrongReferences(
  tx: EntityManager,
  agreementId: string,
  amendment: DraftAmendment,
): Promise<void> {
  const violations = await findWrongReferences(tx, agreementId, amendment);
  if (violations.length > 0) throw new FieldsRefused(violations);
}
