import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, auditKind } from '@app/audit';
import { RecordNotFound } from '@app/kernel';
import { Outbox, Transactions } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import { IsNull } from 'typeorm';
import { AgreementLinkEntity } from '../persistence/agreement.entities';
import { AgreementRepository } from '../persistence/agreement.repository';
import { PromiseLinkEntity } from '../persistence/sources.entities';
import { WHOLE_REGISTER } from '../persistence/visible-agreements';
import { AlreadyWithdrawn } from '../domain/refusals';
import { agreementChanged } from './agreement-changed.event';
import { RequireScope } from './require-scope';

interface Unlinked {
  readonly linkId: string;
  readonly to: string;
  readonly kind: string;
}

const agreementUnlinked = auditKind<Unlinked>('agreement.unlinked', 'agreement');
const promiseUnlinked = auditKind<Unlinked>('promise.unlinked', 'agreement');

const LINKS = {
  agreements: { entity: AgreementLinkEntity, kind: agreementUnlinked },
  promises: { entity: PromiseLinkEntity, kind: promiseUnlinked },
} as const;

export interface LinkToWithdraw {
  readonly between: keyof typeof LINKS;
  /** Either of the two instruments. */
  readonly agreementId: string;
  readonly linkId: string;
  readonly reason: string;
}

/**
 * Withdraws a link, with a reason; it stays on record and links nothing any more.
 * @throws RecordNotFound, OutsideScope, AlreadyWithdrawn
 */
@Injectable()
export class WithdrawLink {
  constructor(
    private readonly transactions: Transactions,
    private readonly agreements: AgreementRepository,
    private readonly scope: RequireScope,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly calendar: BusinessCalendar,
  ) {}

  async execute({ between, agreementId, linkId, reason }: LinkToWithdraw, actor: Actor): Promise<void> {
    const { entity, kind: auditedAs } = LINKS[between];
    await this.transactions.run(async (tx) => {
      const record = await this.agreements.findRecord(agreementId, WHOLE_REGISTER);
      const link = await tx.findOneBy(entity, { id: linkId });
      if (record === null || link === null) throw new RecordNotFound();
      const ends = [link.fromAgreementId, link.toAgreementId];
      if (!ends.includes(agreementId)) throw new RecordNotFound();
      await this.scope.at(tx, 'link.withdraw', record.document);
      const { affected } = await tx.update(
        entity,
        { id: linkId, withdrawnOn: IsNull() },
        { withdrawnBy: actor, withdrawnOn: this.calendar.today(), withdrawalReason: reason },
      );
      if (affected !== 1) throw new AlreadyWithdrawn();
      await this.audit.note(tx, auditedAs, {
        ...{ actor, subjectId: link.fromAgreementId, reason },
        payload: { linkId, to: link.toAgreementId, kind: link.kind },
      });
      for (const id of ends) await this.outbox.add(tx, agreementChanged, { agreementId: id });
    });
  }
}
