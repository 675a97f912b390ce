import { Injectable } from '@nestjs/common';
import { Actor } from '@app/audit';
import { Clock } from '@app/kernel';
import { BusinessCalendar } from '@app/reference';
import type { EntityManager } from 'typeorm';
import type { DraftDocument } from '../domain/draft-document';
import { mergeDocuments } from '../domain/merge-documents';
import { DraftRepository } from '../persistence/draft.repository';
import { StoreDocument } from './store-document';

/** A version that became current while a draft was open on the one before. */
export interface OvertakingVersion {
  readonly agreementId: string;
  readonly number: number;
  /** Revision of the agreement from now on. */
  readonly revision: number;
  readonly before: DraftDocument;
  readonly after: DraftDocument;
  readonly actor: Actor;
}

/**
 * Carries an open draft over to the version that overtook it: what only the version changed comes into the draft.
 * Where both changed the same, the draft keeps its own and, if it was under review, goes back to whoever wrote it.
 */
@Injectable()
export class CarryDraftOver {
  constructor(
    private readonly drafts: DraftRepository,
    private readonly documents: StoreDocument,
    private readonly calendar: BusinessCalendar,
    private readonly clock: Clock,
  ) {}

  async execute(tx: EntityManager, version: OvertakingVersion): Promise<void> {
    const draft = await this.drafts.findOpen(version.agreementId);
    if (draft === null) return;
    const yours = await this.documents.withValues(tx, draft.document);
    const { document, conflicts } = mergeDocuments<DraftDocument>(version.before, version.after, yours);
    const stored = await this.documents.withoutValues(tx, document, draft.document);
    const now = this.clock.now();
    const sentBack = conflicts.length > 0 && (draft.state === 'submitted' || draft.state === 'verified');
    const state = sentBack ? 'returned' : draft.state;
    await this.drafts.update(tx, draft.id, {
      document: stored,
      number: version.number + 1,
      baseNumber: version.number,
      savedAt: now,
      ...(sentBack ? { state, enteredStateAt: now, verifiedBy: null, overriddenBy: null } : {}),
    });
    await this.drafts.keepSave(tx, {
      draftId: draft.id,
      revision: version.revision,
      document: stored,
      savedBy: version.actor,
      savedAt: now,
    });
    await this.drafts.addStep(tx, {
      draftId: draft.id,
      action: 'carry_over',
      from: draft.state,
      to: state,
      reason: conflicts.length > 0 ? conflicts.map(({ path }) => path).join(', ') : null,
      on: this.calendar.today(),
      by: version.actor,
      at: now,
    });
  }
}
