import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '@app/audit';
import { FieldsRefused } from '@app/kernel';
import type { AgreementDocument } from '../domain/agreement-document';
import type { DraftDocument } from '../domain/draft-document';
import type { Amendment, VersionPeople } from '../domain/version';
import type { AgreementRecordRow } from '../persistence/agreement.repository';
import type { AgreementDraftEntity } from '../persistence/draft.entities';
import { DraftRepository } from '../persistence/draft.repository';
import { FindLiveFile } from './find-live-file';
import { MadeCurrent, MakeCurrent } from './make-current';

/** A draft that was decided upon. */
export interface DraftToPromote {
  readonly record: AgreementRecordRow;
  readonly draft: AgreementDraftEntity;
  /** The draft's, with its personal values; whoever calls has found it whole. */
  readonly document: DraftDocument;
  readonly people: VersionPeople;
  readonly actor: Actor;
}

/**
 * Makes a draft the current version of its agreement.
 * @throws RecordIsStale when somebody was faster; FieldsRefused when the act of an amendment was withdrawn meanwhile
 */
@Injectable()
export class PromoteDraft {
  constructor(
    private readonly drafts: DraftRepository,
    private readonly makeCurrent: MakeCurrent,
    private readonly liveFiles: FindLiveFile,
  ) {}

  async execute(
    tx: EntityManager,
    { record, draft, document, people, actor }: DraftToPromote,
  ): Promise<MadeCurrent> {
    const actId = draft.amendment?.fileId ?? null;
    if (actId !== null && (await this.liveFiles.execute(tx, record.id, actId)) === null) {
      throw new FieldsRefused([{ field: 'amendment.fileId', code: 'unknown_reference' }]);
    }
    const { draftedBy, submittedBy, verifiedBy, approvedBy, overriddenBy } = people;
    // It ends before it is current, so that nothing carries it over to itself.
    await this.drafts.update(tx, draft.id, {
      state: 'current',
      ...{ draftedBy, submittedBy, verifiedBy, approvedBy, overriddenBy },
    });
    return this.makeCurrent.execute(tx, {
      record,
      document: document as AgreementDocument,
      kind: draft.kind,
      actor,
      reason: draft.reason,
      amendment: draft.amendment as Amendment | null,
      acknowledgedGaps: draft.acknowledgedGaps,
      people: { draftedBy, submittedBy, verifiedBy, approvedBy, overriddenBy },
    });
  }
}
