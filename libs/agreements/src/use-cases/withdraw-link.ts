import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, auditKind } from '@app/audit';
import { RecordNotFound } from '@app/kernel';
import { Outbox, Transactions } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import { type EntityManager, IsNull } from 'typeorm';
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

  async execute(link: LinkToWithdraw, actor: Actor): Promise<void> {
    const { between, agreementId, linkId } = link;
    await this.transactions.run(async (tx) => {
      const record = await this.agreements.findRecord(agreementId, WHOLE_REGISTER);
      const found = await tx.findOneBy(LINKS[between].entity, { id: linkId });
      if (record === null || found === null) throw new RecordNotFound();
      if (![found.fromAgreementId, found.toAgreementId].includes(agreementId)) throw new RecordNotFound();
      await this.scope.at(tx, 'link.withdraw', record.document);
      await this.withdraw(tx, link, actor);
    });
  }

  /** The same for whoever has decided already that it may be, in their transaction. */
  async withdraw(
    tx: EntityManager,
    { between, linkId, reason }: Omit<LinkToWithdraw, 'agreementId'>,
    actor: Actor,
  ): Promise<void> {
    const { entity, kind: auditedAs } = LINKS[between];
    const { affected } = await tx.update(
      entity,
      { id: linkId, withdrawnOn: IsNull() },
      { withdrawnBy: actor, withdrawnOn: this.calendar.today(), withdrawalReason: reason },
    );
    if (affected !== 1) throw new AlreadyWithdrawn();
    const { fromAgreementId, toAgreementId, kind } = await tx.findOneByOrFail(entity, { id: linkId });
    await this.audit.note(tx, auditedAs, {
      ...{ actor, subjectId: fromAgreementId, reason },
      payload: { linkId, to: toAgreementId, kind },
    });
    for (const agreementId of [fromAgreementId, toAgreementId]) {
      await this.outbox.add(tx, agreementChanged, { agreementId });
    }
  }
}
