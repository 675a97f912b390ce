import { Injectable } from '@nestjs/common';
import { FindAgreement, RequireScope, StepHindered } from '@app/agreements';
import { Actor, AuditTrail } from '@app/audit';
import { ActionNotPossible, RecordNotFound, transitionFrom } from '@app/kernel';
import { Transactions } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import { IsNull, Not } from 'typeorm';
import { CHANGE_REQUEST_WORKFLOW, type RequestAction } from '../domain/change-request';
import { ChangeRequestRepository } from '../persistence/change-request.repository';
import { ChangeRequestEntity } from '../persistence/settling.entities';
import { FindChangeRequests } from './find-change-requests';
import { changeRequestCarried, changeRequestClosed } from './settling-kinds';

export interface RequestToClose {
  readonly requestId: string;
  readonly action: RequestAction;
  readonly reason: string;
  readonly actor: Actor;
}

/** Answers a request, withdraws it, or says which draft takes up what was accepted. None of them moves a promise. */
@Injectable()
export class CloseChangeRequest {
  constructor(
    private readonly transactions: Transactions,
    private readonly found: FindChangeRequests,
    private readonly requests: ChangeRequestRepository,
    private readonly agreements: FindAgreement,
    private readonly scope: RequireScope,
    private readonly audit: AuditTrail,
    private readonly calendar: BusinessCalendar,
  ) {}

  /** @throws RecordNotFound, OutsideScope, StepHindered, ActionNotPossible */
  async execute({ requestId: id, action, reason, actor }: RequestToClose): Promise<void> {
    await this.transactions.run(async (tx) => {
      const request = await this.found.find(id);
      const { to, event, permission } = transitionFrom(CHANGE_REQUEST_WORKFLOW, request.state, action);
      const hindrance = request.offers.find((offer) => offer.action === action)?.hindrance;
      if (hindrance) throw new StepHindered(hindrance);
      if (action !== 'withdraw') {
        await this.scope.at(tx, permission, (await this.agreements.record(request.agreementId)).document);
      }
      const draftId = action === 'accept' ? await this.requests.openAmendment(request.agreementId) : null;
      const { affected } = await tx.update(
        ChangeRequestEntity,
        { id, state: 'open' },
        {
          ...{ state: to, closedBy: actor, closedOn: this.calendar.today(), closingReason: reason },
          ...(draftId === null ? {} : { draftId }),
        },
      );
      if (affected !== 1) throw new ActionNotPossible(action, request.state);
      await this.audit.note(tx, changeRequestClosed(event), {
        actor,
        subjectId: request.agreementId,
        reason,
        payload: { requestId: id, commitmentId: request.commitmentId, state: { from: 'open', to } },
      });
    });
  }

  /** Names the open draft of an amendment as the one that takes up an accepted request. @throws RecordNotFound */
  async nameCarrier(id: string, actor: Actor): Promise<void> {
    await this.transactions.run(async (tx) => {
      const request = await this.found.find(id);
      await this.scope.at(
        tx,
        'change_request.answer',
        (await this.agreements.record(request.agreementId)).document,
      );
      if (request.state !== 'accepted_for_amendment' || request.draftState === 'current') {
        throw new StepHindered({ code: 'carrier_needs_acceptance' });
      }
      const draftId = await this.requests.openAmendment(request.agreementId);
      if (draftId === null) throw new StepHindered({ code: 'carrier_needs_draft' });
      const { affected } = await tx.update(ChangeRequestEntity, { id, closedOn: Not(IsNull()) }, { draftId });
      if (affected !== 1) throw new RecordNotFound();
      await this.audit.note(tx, changeRequestCarried, {
        actor,
        subjectId: request.agreementId,
        payload: { requestId: id, commitmentId: request.commitmentId, draftId },
      });
    });
  }
}
