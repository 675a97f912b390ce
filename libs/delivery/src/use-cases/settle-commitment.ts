import { Injectable } from '@nestjs/common';
import { LockCurrent, RequireScope, StepHindered, agreementChanged } from '@app/agreements';
import { Actor, AuditTrail } from '@app/audit';
import {
  type CalendarDate,
  Clock,
  type FieldViolation,
  FieldsRefused,
  hindranceOf,
  transitionFrom,
} from '@app/kernel';
import { Outbox, Transactions, newId } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import { judgeSettlement } from '../domain/judge-settlement';
import { ACTION_FOR, type Outcome, SETTLEMENT_WORKFLOW } from '../domain/settlement';
import { DecisionRepository } from '../persistence/decision.repository';
import { CommitmentDecisionEntity } from '../persistence/settling.entities';
import { LockPromise } from './lock-promise';
import { commitmentDecided } from './settling-kinds';

/** What is decided about a promise. */
export interface Settlement {
  readonly commitmentId: string;
  /** Of its agreement. */
  readonly expectedRevision: number;
  readonly outcome: Outcome;
  readonly reason: string;
  /** The day of the decision; today when null. */
  readonly on: CalendarDate | null;
  /** What reports or carries it: a source, where in it, a file of the agreement. */
  readonly sourceId: string | null;
  readonly locator: string | null;
  readonly fileId: string | null;
  readonly actor: Actor;
}

/**
 * Settles a promise by a decision. Its deadline runs no longer, and nobody is reminded of it any more.
 * @throws RecordNotFound, RecordIsStale, NoCurrentVersion, ActionNotPossible, StepHindered, FieldsRefused
 */
@Injectable()
export class SettleCommitment {
  constructor(
    private readonly transactions: Transactions,
    private readonly lock: LockPromise,
    private readonly current: LockCurrent,
    private readonly decisions: DecisionRepository,
    private readonly scope: RequireScope,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly calendar: BusinessCalendar,
    private readonly clock: Clock,
  ) {}

  async execute(settlement: Settlement): Promise<void> {
    const { commitmentId, outcome, reason, sourceId, locator, fileId, actor } = settlement;
    await this.transactions.run(async (tx) => {
      const { record, promise } = await this.lock.execute(tx, commitmentId, settlement.expectedRevision);
      const today = this.calendar.today();
      const transition = transitionFrom(SETTLEMENT_WORKFLOW, promise.decision ?? 'open', ACTION_FOR[outcome]);
      const permission = await this.scope.judge(tx, record.document);
      const hindrance = hindranceOf(transition, judgeSettlement({ ...promise, today }, permission));
      if (hindrance) throw new StepHindered(hindrance);
      const on = settlement.on ?? today;
      await this.check(settlement, promise.agreementId, on, today);
      await this.current.change(tx, record);
      const id = newId();
      await tx.insert(CommitmentDecisionEntity, {
        ...{ id, agreementId: record.id, commitmentId, outcome, reason, sourceId, locator, fileId },
        ...{ decidedOn: on, decidedBy: actor, recordedOn: today, recordedAt: this.clock.now() },
      });
      await this.audit.note(tx, commitmentDecided, {
        actor,
        subjectId: record.id,
        reason,
        payload: { commitmentId, decisionId: id, outcome, on, sourceId, locator, fileId },
      });
      await this.outbox.add(tx, agreementChanged, { agreementId: record.id });
    });
  }

  private async check(
    { sourceId, locator, fileId }: Settlement,
    agreementId: string,
    on: CalendarDate,
    today: CalendarDate,
  ): Promise<void> {
    const wrong: FieldViolation[] = [];
    if (on > today) wrong.push({ field: 'on', code: 'day_in_future' });
    if (sourceId !== null && !(await this.decisions.knowsSource(sourceId))) {
      wrong.push({ field: 'sourceId', code: 'unknown_reference' });
    }
    if (fileId !== null && !(await this.decisions.holdsFile(agreementId, fileId))) {
      wrong.push({ field: 'fileId', code: 'unknown_reference' });
    }
    if (locator !== null && sourceId === null && fileId === null) {
      wrong.push({ field: 'locator', code: 'locator_without_proof' });
    }
    if (wrong.length > 0) throw new FieldsRefused(wrong);
  }
}
