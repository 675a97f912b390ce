import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, Principal } from '@app/audit';
import { CalendarDate, Clock, FieldsRefused, transitionFrom } from '@app/kernel';
import { Outbox, Transactions } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import type { EntityManager } from 'typeorm';
import { completenessOf } from '../domain/completeness';
import { judgeDraft, violationsOf } from '../domain/judge-draft';
import { ReasonRequired, StepHindered } from '../domain/refusals';
import type { AcknowledgedGap } from '../domain/version';
import type { DraftAction } from '../domain/version-workflow';
import { type AgreementRecordRow, recordFacts } from '../persistence/agreement.repository';
import type { AgreementDraftEntity } from '../persistence/draft.entities';
import { DraftRepository } from '../persistence/draft.repository';
import { agreementChanged } from './agreement-changed.event';
import { DRAFT_STEP_KINDS } from './draft-audit';
import { LockRecord } from './lock-record';
import type { MadeCurrent } from './make-current';
import { PromoteDraft } from './promote-draft';
import { type JudgedDraft, ReadDraft } from './read-draft';
import { StandsInFor } from './stands-in-for';
import { WriteDraft } from './write-draft';

/** Which gaps whoever submits answers for: all of them with the step's reason, or each with its own. */
export type AcknowledgedGaps = boolean | readonly { gap: string; subjectId: string | null; reason: string }[];

export interface DraftStepToTake {
  readonly agreementId: string;
  readonly expectedRevision: number;
  readonly action: DraftAction;
  readonly reason: string | null;
  /** The day on which it was decided; today when null. */
  readonly on: CalendarDate | null;
  readonly acknowledgeGaps: AcknowledgedGaps;
  readonly actor: Actor;
}

/**
 * Takes a step with the open draft, as its workflow allows; the last one makes it current.
 * @throws RecordNotFound, RecordIsStale, ActionNotPossible, ReasonRequired, StepHindered, FieldsRefused
 */
@Injectable()
export class ActOnDraft {
  constructor(
    private readonly transactions: Transactions,
    private readonly lockRecord: LockRecord,
    private readonly readDraft: ReadDraft,
    private readonly drafts: DraftRepository,
    private readonly writeDraft: WriteDraft,
    private readonly promoteDraft: PromoteDraft,
    private readonly standsInFor: StandsInFor,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly calendar: BusinessCalendar,
    private readonly clock: Clock,
  ) {}

  async execute(step: DraftStepToTake): Promise<void> {
    await this.transactions.run(async (tx) => {
      const record = await this.lockRecord.execute(tx, step.agreementId, step.expectedRevision);
      const open = await this.lockRecord.draftOf(step.agreementId);
      const transition = transitionFrom(this.readDraft.workflowOf(open), open.state, step.action);
      const draft = answering(open, step, record);
      const judged = await this.readDraft.execute(tx, record, draft, step.actor);
      const forbidden = judged.permission(transition.permission);
      if (forbidden) throw new StepHindered(forbidden);
      if (transition.wantsReason && step.reason === null) throw new ReasonRequired();
      const on = step.on ?? this.calendar.today();
      if (on > this.calendar.today()) throw new FieldsRefused([{ field: 'on', code: 'not_a_past_day' }]);
      refuseHindered(judged, transition.guards);
      const to = transition.to;
      const overriddenBy = overrideOf(judged, step);
      const people = peopleAfter(draft, step, to, overriddenBy);
      const made = to === 'current' ? await this.promote(tx, record, draft, judged, people, step) : null;
      if (made === null) await this.writeDraft.countRevision(tx, record);
      const onBehalfOf = await this.standsInFor.position(tx, step.actor, record.owner_position_id);
      await this.close(tx, { draft, open, step, to, people, on, onBehalfOf, overriddenBy });
      await this.note(tx, {
        record,
        draft,
        step,
        to,
        onBehalfOf,
        overriddenBy,
        event: transition.event,
        made,
      });
    });
  }

  private async promote(
    tx: EntityManager,
    record: AgreementRecordRow,
    draft: AgreementDraftEntity,
    { facts }: JudgedDraft,
    people: ReturnType<typeof peopleAfter>,
    { actor }: DraftStepToTake,
  ): Promise<MadeCurrent> {
    // The guard looked again: the document is whole.
    const made = await this.promoteDraft.execute(tx, {
      record,
      draft,
      document: facts.document,
      people,
      actor,
    });
    await this.outbox.add(tx, agreementChanged, { agreementId: record.id });
    return made;
  }

  private async close(
    tx: EntityManager,
    taken: {
      readonly draft: AgreementDraftEntity;
      readonly open: AgreementDraftEntity;
      readonly step: DraftStepToTake;
      readonly to: string;
      readonly people: ReturnType<typeof peopleAfter>;
      readonly on: CalendarDate;
      readonly onBehalfOf: Principal | null;
      readonly overriddenBy: string | null;
    },
  ): Promise<void> {
    const { draft, open, step, to, people } = taken;
    const at = this.clock.now();
    if (to !== 'current') {
      const state = to as AgreementDraftEntity['state'];
      const { acknowledgedGaps } = draft;
      await this.drafts.update(tx, draft.id, { state, acknowledgedGaps, ...people, enteredStateAt: at });
    }
    await this.drafts.addStep(tx, {
      draftId: draft.id,
      action: step.action,
      from: open.state,
      to,
      reason: step.reason,
      on: taken.on,
      by: step.actor,
      onBehalfOf: taken.onBehalfOf,
      overriddenBy: taken.overriddenBy,
      at,
    });
    if (to === 'current' || to === 'withdrawn') await this.drafts.forgetSaves(tx, draft.id);
  }

  private async note(
    tx: EntityManager,
    taken: {
      readonly record: AgreementRecordRow;
      readonly draft: AgreementDraftEntity;
      readonly step: DraftStepToTake;
      readonly to: string;
      readonly onBehalfOf: Principal | null;
      readonly overriddenBy: string | null;
      readonly event: string;
      readonly made: MadeCurrent | null;
    },
  ): Promise<void> {
    const { record, draft, step, to, made } = taken;
    await this.audit.note(tx, DRAFT_STEP_KINDS[taken.event as keyof typeof DRAFT_STEP_KINDS], {
      actor: step.actor,
      onBehalfOf: taken.onBehalfOf,
      subjectId: record.id,
      reason: step.reason,
      payload: {
        version: draft.number,
        kind: draft.kind,
        from: draft.state,
        to,
        overriddenBy: taken.overriddenBy,
        ...(step.action === 'submit' ? { acknowledgedGaps: draft.acknowledgedGaps.length } : {}),
        ...(made ? { movedDeadlines: made.movedDeadlines } : {}),
      },
    });
  }
}

/** The draft with what whoever submits it answers for. @throws FieldsRefused, ReasonRequired */
function answering(
  draft: AgreementDraftEntity,
  { action, acknowledgeGaps, reason }: DraftStepToTake,
  record: AgreementRecordRow,
): AgreementDraftEntity {
  if (action !== 'submit') return draft;
  const document = { ...draft.document, signatories: [] };
  const { gaps } = completenessOf(document, recordFacts(record), draft.acknowledgedGaps);
  // What the version before was answered for stays answered; what was filled since is no gap any more.
  const before = gaps.flatMap(({ gap, subjectId, acknowledged }): AcknowledgedGap[] =>
    acknowledged === null ? [] : [{ gap, subjectId, reason: acknowledged }],
  );
  const unanswered = gaps.filter(({ acknowledged }) => acknowledged === null);
  if (acknowledgeGaps === true && unanswered.length > 0 && reason === null) throw new ReasonRequired();
  const named =
    typeof acknowledgeGaps === 'boolean'
      ? (acknowledgeGaps ? unanswered : []).map(({ gap, subjectId }) => ({
          gap,
          subjectId,
          reason: reason ?? '',
        }))
      : acknowledgeGaps;
  return { ...draft, acknowledgedGaps: [...before.filter(isNotIn(named)), ...named] };
}

function isNotIn(named: readonly AcknowledgedGap[]) {
  return ({ gap, subjectId }: AcknowledgedGap) =>
    !named.some((one) => one.gap === gap && one.subjectId === subjectId);
}

function refuseHindered({ facts }: JudgedDraft, guards: readonly Parameters<typeof judgeDraft>[1][]): void {
  for (const guard of guards) {
    const hindrance = judgeDraft(facts, guard);
    if (!hindrance) continue;
    if (guard === 'gaps_are_answered') {
      const open = facts.completeness.gaps.filter(({ acknowledged }) => acknowledged === null);
      throw new StepHindered(
        hindrance,
        open.map(({ gap, field, subjectId }) => ({
          field: subjectId === null ? field : `commitments[${subjectId}].${field}`,
          code: `gap_${gap}`,
        })),
      );
    }
    const ofContent =
      guard === 'document_is_whole' || guard === 'kind_is_kept' || guard === 'amendment_is_described';
    throw new StepHindered(hindrance, ofContent ? violationsOf(facts) : []);
  }
}

/** The second director, where the step is one that the actor may not take alone. */
function overrideOf({ facts }: JudgedDraft, { action, actor }: DraftStepToTake): string | null {
  const { draftedBy, submittedBy, verifiedBy } = facts.people;
  const own = draftedBy.includes(actor) || submittedBy === actor;
  const { verify, approve } = facts.overrideBy;
  if (action === 'approve' && verifiedBy === actor) return approve;
  // Where one second person decides, leave for either step is leave to decide.
  if (own && action === 'verify') return verify ?? approve;
  if (own && action === 'approve' && verifiedBy === null) return approve ?? verify;
  return null;
}

/** Who took part, once the step is taken. */
function peopleAfter(
  { draftedBy, submittedBy, verifiedBy, approvedBy, overriddenBy }: AgreementDraftEntity,
  { action, actor }: DraftStepToTake,
  to: string,
  override: string | null,
) {
  const before = { draftedBy, submittedBy, verifiedBy, approvedBy, overriddenBy };
  if (action === 'submit') return { ...before, submittedBy: actor, verifiedBy: null, overriddenBy: null };
  if (action === 'return') return { ...before, verifiedBy: null, overriddenBy: null };
  if (action === 'withdraw') return before;
  if (to !== 'current') return { ...before, verifiedBy: actor, overriddenBy: override };
  // Where one second person decides, they verified it and nobody approved it a third time.
  return verifiedBy === null
    ? { ...before, verifiedBy: actor, overriddenBy: override }
    : { ...before, approvedBy: actor, overriddenBy: override ?? overriddenBy };
}
