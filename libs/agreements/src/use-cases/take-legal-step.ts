import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail } from '@app/audit';
import { Clock, FieldsRefused, hindranceOf, publishedDate, transitionFrom } from '@app/kernel';
import { Outbox, Transactions, newId } from '@app/platform';
import type { EntityManager } from 'typeorm';
import { AGREEMENT_WORKFLOW, type LegalAction, targetOf } from '../domain/agreement-workflow';
import { judgeLegalStep } from '../domain/judge-legal-step';
import { type StepCalendar, type WantedStep, checkStep, dateOfStep } from '../domain/legal-step';
import { ReasonRequired, StepHindered } from '../domain/refusals';
import type { CurrentRecordRow } from '../persistence/agreement.repository';
import { LegalStepEntity } from '../persistence/legal-life.entities';
import { LegalLifeRepository } from '../persistence/legal-life.repository';
import { agreementChanged } from './agreement-changed.event';
import { type GatheredFacts, GatherLegalFacts, legalStateOf } from './gather-legal-facts';
import { legalStepTaken } from './legal-step-kinds';
import { LockCurrent } from './lock-current';
import { MakeCurrent } from './make-current';
import { type AllowedStep, type PlannedStep, PrepareLegalStep } from './prepare-legal-step';
import { RequireScope } from './require-scope';
import { StandsInFor } from './stands-in-for';
import { StoreDocument } from './store-document';

/** A step as it is asked for. */
export interface LegalStepToTake extends WantedStep {
  readonly agreementId: string;
  readonly expectedRevision: number;
  readonly actor: Actor;
}

/**
 * Takes a step in the legal life of an agreement. What it changes of the document becomes a version of its own; the
 * step is kept with its date, reason and proof, in one transaction with the audit entry and the news of it.
 * @throws RecordNotFound, RecordIsStale, NoCurrentVersion, ActionNotPossible, StepHindered, ReasonRequired, FieldsRefused
 */
@Injectable()
export class TakeLegalStep {
  constructor(
    private readonly transactions: Transactions,
    private readonly current: LockCurrent,
    private readonly legalLife: LegalLifeRepository,
    private readonly gatherFacts: GatherLegalFacts,
    private readonly prepare: PrepareLegalStep,
    private readonly makeCurrent: MakeCurrent,
    private readonly documents: StoreDocument,
    private readonly scope: RequireScope,
    private readonly standsInFor: StandsInFor,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(step: LegalStepToTake): Promise<void> {
    await this.transactions.run(async (tx) => {
      const record = await this.current.execute(tx, step.agreementId, step.expectedRevision);
      const facts = await this.gatherFacts.execute(record, step.actor);
      const from = legalStateOf(record);
      const transition = transitionFrom(AGREEMENT_WORKFLOW, from, step.action);
      const permission = await this.scope.judge(tx, record.document);
      const before = hindranceOf(transition, judgeLegalStep(facts, permission, null));
      if (before) throw new StepHindered(before);
      if (transition.wantsReason && step.reason === null) throw new ReasonRequired();
      const violations = checkStep(step, await this.calendarOf(record, facts, step.action));
      if (violations.length > 0) throw new FieldsRefused(violations);
      const allowed: AllowedStep = {
        record,
        document: await this.documents.withValues(tx, record.document),
        facts,
        from,
        to: targetOf(transition, facts.lastStep?.fromState ?? null),
        number: (facts.lastStep?.number ?? 0) + 1,
        on: dateOfStep(step, facts.today),
      };
      const planned = await this.prepare.execute(tx, step, allowed);
      const hindrance = hindranceOf(transition, judgeLegalStep(facts, permission, planned.brought));
      if (hindrance) throw new StepHindered(hindrance);
      await this.write(tx, step, allowed, planned, transition.event);
    });
  }

  private async calendarOf(
    { id, document }: CurrentRecordRow,
    { today }: GatheredFacts,
    action: LegalAction,
  ): Promise<StepCalendar> {
    const suspendedSince =
      action === 'resume'
        ? ((await this.legalLife.openSuspension(id))?.fromDay ?? null)
        : await this.legalLife.lastResumed(id);
    const { date } = document.signing;
    return { today, suspendedSince, signedOn: date === null ? null : publishedDate(date.stated) };
  }

  private async write(
    tx: EntityManager,
    step: LegalStepToTake,
    allowed: AllowedStep,
    planned: PlannedStep,
    event: `${string}.${string}`,
  ): Promise<void> {
    const { record, from, to, number, on, facts } = allowed;
    const made = planned.version
      ? await this.makeCurrent.execute(tx, {
          record,
          ...planned.version,
          actor: step.actor,
          reason: step.reason,
          legalState: to,
          // A step closes no gap, and what was answered for stays answered.
          acknowledgedGaps: record.acknowledged_gaps ?? [],
        })
      : null;
    // What ends, suspends or reopens an agreement changes none of its documents.
    if (made === null) {
      await this.current.change(tx, record, { legalState: to, legalStateSince: on.stated });
    }
    const onBehalfOf = await this.standsInFor.position(tx, step.actor, record.owner_position_id);
    await tx.insert(LegalStepEntity, {
      id: newId(),
      agreementId: record.id,
      number,
      action: step.action,
      fromState: from,
      toState: to,
      onStated: on.stated,
      onFirstDay: on.firstDay,
      onLastDay: on.lastDay,
      reason: step.reason,
      ...planned.proof,
      details: planned.details,
      takenBy: step.actor,
      onBehalfOf,
      agreedBy: planned.agreedBy,
      versionNumber: made?.number ?? null,
      recordedOn: facts.today,
      takenAt: this.clock.now(),
    });
    await planned.afterwards(tx);
    await this.audit.note(tx, legalStepTaken(event), {
      actor: step.actor,
      onBehalfOf,
      subjectId: record.id,
      reason: step.reason,
      payload: {
        action: step.action,
        legalState: { from, to },
        step: number,
        on: on.stated,
        version: made?.number ?? null,
        movedDeadlines: made?.movedDeadlines ?? 0,
        details: planned.details,
      },
    });
    for (const agreementId of [record.id, ...planned.alsoChanged]) {
      await this.outbox.add(tx, agreementChanged, { agreementId });
    }
  }
}
