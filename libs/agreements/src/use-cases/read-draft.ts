import { Injectable } from '@nestjs/common';
import { Settings } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import type { EntityManager } from 'typeorm';
import { type ActionOffer, type Hindrance, type Permission, offeredActions } from '@app/kernel';
import { completenessOf } from '../domain/completeness';
import { type DraftFacts, judgeDraft } from '../domain/judge-draft';
import { type DraftAction, DRAFT_ACTIONS, versionWorkflow } from '../domain/version-workflow';
import { type AgreementRecordRow, recordFacts } from '../persistence/agreement.repository';
import type { AgreementDraftEntity } from '../persistence/draft.entities';
import { DraftRepository } from '../persistence/draft.repository';
import { isReferenceTaken } from '../persistence/taken-reference';
import { hasEnded } from '../domain/legal-states';
import { RequireScope } from './require-scope';
import { StoreDocument } from './store-document';

/** A draft with all that decides about it for one actor. */
export interface JudgedDraft {
  readonly draft: AgreementDraftEntity;
  readonly facts: DraftFacts;
  readonly permission: (permission: Permission) => Hindrance | null;
}

/** Reads a draft together with what may be done with it: the answer and the act come from the same facts. */
@Injectable()
export class ReadDraft {
  constructor(
    private readonly drafts: DraftRepository,
    private readonly documents: StoreDocument,
    private readonly scope: RequireScope,
    private readonly calendar: BusinessCalendar,
    private readonly settings: Settings,
  ) {}

  /** @param actor who asks, or would act. */
  async execute(
    tx: EntityManager,
    record: AgreementRecordRow,
    draft: AgreementDraftEntity,
    actor: string,
  ): Promise<JudgedDraft> {
    const document = await this.documents.withValues(tx, draft.document);
    const base = record.document && (await this.documents.withValues(tx, record.document));
    const permission = await this.scope.judge(tx, record.document ?? draft.document);
    const none = { verify: null, approve: null };
    const facts: DraftFacts = {
      kind: draft.kind,
      document,
      base,
      amendment: draft.amendment,
      completeness: completenessOf(document, recordFacts(record), draft.acknowledgedGaps),
      people: draft,
      actor,
      overrideBy: permission('version.override')
        ? none
        : await this.drafts.findOverrides(draft.id, record.revision, actor),
      today: this.calendar.today(),
      agreementEnded: hasEnded(record.legal_state),
      referenceTaken: await isReferenceTaken(tx, document.publishedReference, record.id),
    };
    return { draft, facts, permission };
  }

  /** What may be done with it now, or why not: for an answer, and no part of an act. */
  offersOf({ draft, facts, permission }: JudgedDraft): ActionOffer<DraftAction>[] {
    const workflow = this.workflowOf(draft);
    const judgement = {
      permission,
      guard: (guard: Parameters<typeof judgeDraft>[1]) => judgeDraft(facts, guard),
    };
    return offeredActions(workflow, draft.state, judgement).flatMap((offer) =>
      isDraftAction(offer.action) ? [{ ...offer, action: offer.action }] : [],
    );
  }

  workflowOf({ kind }: Pick<AgreementDraftEntity, 'kind'>) {
    return versionWorkflow(kind, this.settings.approvalSteps);
  }
}

function isDraftAction(action: string): action is DraftAction {
  return (DRAFT_ACTIONS as readonly string[]).includes(action);
}
