import { Injectable } from '@nestjs/common';
import { Actor } from '@app/audit';
import { Clock, RecordIsStale } from '@app/kernel';
import { newId } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import type { EntityManager } from 'typeorm';
import type { DraftDocument } from '../domain/draft-document';
import type { StoredDraft } from '../domain/stored-document';
import type { AcknowledgedGap, DraftAmendment, DraftKind } from '../domain/version';
import { AgreementEntity } from '../persistence/agreement.entities';
import type { AgreementRecordRow } from '../persistence/agreement.repository';
import type { AgreementDraftEntity } from '../persistence/draft.entities';
import { DraftRepository } from '../persistence/draft.repository';
import { searchSourceOf } from '../persistence/search-source';
import { draftedColumns } from './open-record';

export interface DraftToOpen {
  readonly agreementId: string;
  readonly revision: number;
  readonly number: number;
  readonly kind: DraftKind;
  readonly document: StoredDraft;
  readonly reason: string | null;
  /** What the version before was answered for; nothing when left out. */
  readonly acknowledgedGaps?: readonly AcknowledgedGap[];
  readonly actor: Actor;
}

export interface DraftToSave {
  readonly record: AgreementRecordRow;
  readonly draft: AgreementDraftEntity;
  readonly document: DraftDocument;
  readonly stored: StoredDraft;
  readonly reason: string | null;
  readonly amendment: DraftAmendment | null;
  readonly actor: Actor;
}

/** Writes drafts and the revision of their agreement, which covers them. */
@Injectable()
export class WriteDraft {
  constructor(
    private readonly drafts: DraftRepository,
    private readonly calendar: BusinessCalendar,
    private readonly clock: Clock,
  ) {}

  async open(tx: EntityManager, draft: DraftToOpen): Promise<void> {
    const now = this.clock.now();
    const id = newId();
    const { agreementId, number, kind, document, reason, actor, acknowledgedGaps = [] } = draft;
    await this.drafts.insert(tx, {
      ...{ id, agreementId, number, kind, document, reason, amendment: null },
      state: 'draft',
      baseNumber: number === 1 ? null : number - 1,
      acknowledgedGaps,
      draftedBy: [actor],
      ...{ submittedBy: null, verifiedBy: null, approvedBy: null, overriddenBy: null },
      openedBy: actor,
      ...{ openedAt: now, savedAt: now, enteredStateAt: now },
    });
    const { revision } = draft;
    await this.drafts.keepSave(tx, { draftId: id, revision, document, savedBy: actor, savedAt: now });
    await this.drafts.addStep(tx, {
      ...{ draftId: id, action: 'open', from: null, to: 'draft', reason },
      ...{ on: this.calendar.today(), by: actor, at: now },
    });
    if (number === 1) await this.describeDrafted(tx, agreementId, document);
  }

  async save(tx: EntityManager, { record, draft, stored, ...saved }: DraftToSave): Promise<void> {
    const revision = await this.countRevision(tx, record);
    const now = this.clock.now();
    await this.drafts.update(tx, draft.id, {
      document: stored,
      reason: saved.reason,
      amendment: saved.amendment,
      // What was answered for stays answered; what somebody now filled is no gap any more.
      savedAt: now,
      draftedBy: [...new Set([...draft.draftedBy, saved.actor])],
    });
    await this.drafts.keepSave(tx, {
      ...{ draftId: draft.id, revision, document: stored, savedBy: saved.actor, savedAt: now },
    });
    if (record.version_number === null) await this.describeDrafted(tx, record.id, stored);
  }

  /** The agreement's revision covers its draft: whoever changes one names it and counts it on. @throws RecordIsStale */
  async countRevision(tx: EntityManager, { id, revision }: AgreementRecordRow): Promise<number> {
    const { affected } = await tx.update(AgreementEntity, { id, revision }, { revision: revision + 1 });
    if (affected !== 1) throw new RecordIsStale();
    return revision + 1;
  }

  /** What lists of drafts show, and the words by which they are found. */
  private async describeDrafted(tx: EntityManager, id: string, document: StoredDraft): Promise<void> {
    const [row] = await tx.query<[{ reference: string }]>('SELECT reference FROM agreement WHERE id = $1', [
      id,
    ]);
    const searchSource = await searchSourceOf(tx, row.reference, document);
    // Titles and kinds alone: nothing of a draft is projected.
    await tx.update(AgreementEntity, { id }, { ...draftedColumns(document), searchSource });
  }
}
