import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, changedFields } from '@app/audit';
import { type CalendarDate, Clock, FieldsRefused, RecordNotFound, transitionFrom } from '@app/kernel';
import { Transactions } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import { takesConditions } from '../domain/agreement-workflow';
import { CONDITION_WORKFLOW, type ConditionAction } from '../domain/condition-workflow';
import { ReasonRequired, StepHindered } from '../domain/refusals';
import { SourceEntity } from '../persistence/agreement.entities';
import { ConditionRepository } from '../persistence/condition.repository';
import { ConditionPrecedentEntity } from '../persistence/legal-life.entities';
import { legalStateOf } from './gather-legal-facts';
import { conditionDecided } from './legal-step-kinds';
import { LockCurrent } from './lock-current';
import { RequireScope } from './require-scope';

/** What is decided about a condition precedent. */
export interface ConditionDecision {
  readonly agreementId: string;
  readonly conditionId: string;
  readonly expectedRevision: number;
  readonly action: ConditionAction;
  readonly reason: string | null;
  /** When it was met or waived; today when null. */
  readonly on: CalendarDate | null;
  /** What reports it. */
  readonly sourceId: string | null;
  readonly actor: Actor;
}

/**
 * Ticks a condition precedent that was met, waives one that need not be, or opens it again.
 * @throws RecordNotFound, RecordIsStale, NoCurrentVersion, OutsideScope, ActionNotPossible, StepHindered,
 *   ReasonRequired, FieldsRefused
 */
@Injectable()
export class DecideCondition {
  constructor(
    private readonly transactions: Transactions,
    private readonly current: LockCurrent,
    private readonly conditions: ConditionRepository,
    private readonly scope: RequireScope,
    private readonly audit: AuditTrail,
    private readonly calendar: BusinessCalendar,
    private readonly clock: Clock,
  ) {}

  async execute(decision: ConditionDecision): Promise<void> {
    const { agreementId, conditionId: id, action, reason, sourceId, actor } = decision;
    await this.transactions.run(async (tx) => {
      const record = await this.current.execute(tx, agreementId, decision.expectedRevision);
      await this.scope.at(tx, 'condition.decide', record.document);
      const condition = await this.conditions.find(agreementId, id);
      if (!condition) throw new RecordNotFound();
      const { to, wantsReason } = transitionFrom(CONDITION_WORKFLOW, condition.state, action);
      if (!takesConditions(legalStateOf(record)))
        throw new StepHindered({ code: 'conditions_precede_force' });
      if (wantsReason && reason === null) throw new ReasonRequired();
      const today = this.calendar.today();
      const on = decision.on ?? today;
      if (on > today) throw new FieldsRefused([{ field: 'on', code: 'day_in_future' }]);
      if (sourceId !== null && !(await tx.existsBy(SourceEntity, { id: sourceId }))) {
        throw new FieldsRefused([{ field: 'sourceId', code: 'unknown_reference' }]);
      }
      await this.current.change(tx, record);
      const opened = { decidedOn: null, reason: null, sourceId: null, decidedBy: null, decidedAt: null };
      const decided = { decidedOn: on, reason, sourceId, decidedBy: actor, decidedAt: this.clock.now() };
      await tx.update(
        ConditionPrecedentEntity,
        { id, agreementId },
        { state: to, ...(to === 'open' ? opened : decided) },
      );
      await this.audit.note(tx, conditionDecided, {
        actor,
        subjectId: agreementId,
        reason,
        payload: {
          conditionId: id,
          changed: changedFields(
            { state: condition.state, decidedOn: condition.decidedOn, sourceId: condition.sourceId },
            { state: to, decidedOn: to === 'open' ? null : on, sourceId: to === 'open' ? null : sourceId },
          ),
        },
      });
    });
  }
}
