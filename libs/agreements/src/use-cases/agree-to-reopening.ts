import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail } from '@app/audit';
import { ActionNotPossible, Clock } from '@app/kernel';
import { Transactions, newId } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import { hasEnded } from '../domain/legal-states';
import { AlreadyRecorded } from '../domain/refusals';
import { ReopeningConsentEntity } from '../persistence/legal-life.entities';
import { legalStateOf } from './gather-legal-facts';
import { reopeningAgreed } from './legal-step-kinds';
import { LockCurrent } from './lock-current';
import { RequireScope } from './require-scope';

/** A director's word that another may reopen an agreement. */
export interface ReopeningToAgreeTo {
  readonly agreementId: string;
  readonly expectedRevision: number;
  readonly reason: string;
  readonly actor: Actor;
}

/**
 * Agrees that another director reopens an agreement that ended long ago. It holds for the agreement exactly as it
 * stands; any change voids it.
 * @throws RecordNotFound, RecordIsStale, NoCurrentVersion, ActionNotPossible, OutsideScope, AlreadyRecorded
 */
@Injectable()
export class AgreeToReopening {
  constructor(
    private readonly transactions: Transactions,
    private readonly current: LockCurrent,
    private readonly scope: RequireScope,
    private readonly audit: AuditTrail,
    private readonly calendar: BusinessCalendar,
    private readonly clock: Clock,
  ) {}

  async execute({ agreementId, expectedRevision, reason, actor }: ReopeningToAgreeTo): Promise<void> {
    await this.transactions.run(async (tx) => {
      const record = await this.current.execute(tx, agreementId, expectedRevision);
      await this.scope.at(tx, 'agreement.reopen', record.document);
      const state = legalStateOf(record);
      if (!hasEnded(state)) throw new ActionNotPossible('reopen', state);
      const consent = { agreementId, revision: record.revision, givenBy: actor };
      if (await tx.existsBy(ReopeningConsentEntity, consent)) throw new AlreadyRecorded('reason');
      await tx.insert(ReopeningConsentEntity, {
        ...consent,
        id: newId(),
        reason,
        givenOn: this.calendar.today(),
        givenAt: this.clock.now(),
      });
      await this.audit.note(tx, reopeningAgreed, { actor, subjectId: agreementId, reason, payload: {} });
    });
  }
}
