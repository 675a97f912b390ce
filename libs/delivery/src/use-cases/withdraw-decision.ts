import { Injectable } from '@nestjs/common';
import { LockCurrent, RequireScope, StepHindered, agreementChanged } from '@app/agreements';
import { Actor, AuditTrail } from '@app/audit';
import { RecordNotFound, hindranceOf, transitionFrom } from '@app/kernel';
import { Outbox, Transactions } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import { IsNull } from 'typeorm';
import { judgeSettlement } from '../domain/judge-settlement';
import { SETTLEMENT_WORKFLOW } from '../domain/settlement';
import { DecisionRepository } from '../persistence/decision.repository';
import { CommitmentDecisionEntity } from '../persistence/settling.entities';
import { LockPromise } from './lock-promise';
import { decisionWithdrawn } from './settling-kinds';

export interface DecisionToWithdraw {
  readonly commitmentId: string;
  readonly decisionId: string;
  /** Of the agreement. */
  readonly expectedRevision: number;
  readonly reason: string;
  readonly actor: Actor;
}

/**
 * Withdraws a decision about a promise; it stays on record, and the promise stands as before it.
 * @throws RecordNotFound, RecordIsStale, NoCurrentVersion, ActionNotPossible, StepHindered
 */
@Injectable()
export class WithdrawDecision {
  constructor(
    private readonly transactions: Transactions,
    private readonly lock: LockPromise,
    private readonly current: LockCurrent,
    private readonly decisions: DecisionRepository,
    private readonly scope: RequireScope,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly calendar: BusinessCalendar,
  ) {}

  async execute(request: DecisionToWithdraw): Promise<void> {
    const { commitmentId, decisionId, reason, actor } = request;
    await this.transactions.run(async (tx) => {
      const { record, promise } = await this.lock.execute(tx, commitmentId, request.expectedRevision);
      const decision = await this.decisions.find(commitmentId, decisionId);
      if (decision === null) throw new RecordNotFound();
      const today = this.calendar.today();
      const state = decision.withdrawn === null ? decision.outcome : 'open';
      const transition = transitionFrom(SETTLEMENT_WORKFLOW, state, 'withdraw_decision');
      const permission = await this.scope.judge(tx, record.document);
      const hindrance = hindranceOf(transition, judgeSettlement({ ...promise, today }, permission));
      if (hindrance) throw new StepHindered(hindrance);
      await this.current.change(tx, record);
      await tx.update(
        CommitmentDecisionEntity,
        { id: decisionId, withdrawnOn: IsNull() },
        { withdrawnBy: actor, withdrawnOn: today, withdrawalReason: reason },
      );
      await this.audit.note(tx, decisionWithdrawn, {
        actor,
        subjectId: record.id,
        reason,
        payload: { commitmentId, decisionId, outcome: decision.outcome },
      });
      await this.outbox.add(tx, agreementChanged, { agreementId: record.id });
    });
  }
}
