import { Injectable } from '@nestjs/common';
import { StepHindered } from '@app/agreements';
import { Actor, AuditTrail } from '@app/audit';
import { FieldsRefused, RecordNotFound } from '@app/kernel';
import { Transactions, newId, violatedConstraintOf } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import { type Proposal, hindranceToAsk, lastDayOf, proposalFaults } from '../domain/change-request';
import { ChangeRequestEntity } from '../persistence/settling.entities';
import { FindChangeRequests } from './find-change-requests';
import { changeAsked } from './settling-kinds';

export interface ChangeToAsk extends Proposal {
  readonly commitmentId: string;
  readonly reason: string;
  readonly actor: Actor;
}

/**
 * Asks for a change of what the caller's organisation promised. Nothing moves until an amendment is current.
 * @returns the id of the request. @throws RecordNotFound, also where another organisation owes it; StepHindered,
 *   FieldsRefused
 */
@Injectable()
export class AskForChange {
  constructor(
    private readonly transactions: Transactions,
    private readonly requests: FindChangeRequests,
    private readonly audit: AuditTrail,
    private readonly calendar: BusinessCalendar,
  ) {}

  async execute(request: ChangeToAsk): Promise<string> {
    const { commitmentId, what, text, deadline, value, reason, actor } = request;
    return this.transactions.run(async (tx) => {
      const promise = await this.requests.promise(commitmentId);
      if (!promise.isOwn || promise.obligorId === null) throw new RecordNotFound();
      const hindrance = hindranceToAsk(promise);
      if (hindrance) throw new StepHindered(hindrance);
      const wrong = proposalFaults(request);
      if (wrong.length > 0) throw new FieldsRefused(wrong);
      const id = newId();
      await tx
        .insert(ChangeRequestEntity, {
          ...{ id, agreementId: promise.agreementId, commitmentId, organisationId: promise.obligorId },
          ...{ what, proposedText: text, proposedDeadline: deadline, proposedLastDay: lastDayOf(deadline) },
          ...{ proposedValue: value, reason, state: 'open', askedBy: actor, askedOn: this.calendar.today() },
        })
        .catch((error: unknown) => {
          if (violatedConstraintOf(error) !== 'change_request_one_open') throw error;
          throw new StepHindered({ code: 'change_request_open' });
        });
      await this.audit.note(tx, changeAsked, {
        actor,
        subjectId: promise.agreementId,
        reason,
        payload: { requestId: id, commitmentId, what, proposed: { text, deadline, value } },
      });
      return id;
    });
  }
}
