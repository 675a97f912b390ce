import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, auditKind } from '@app/audit';
import { FieldsRefused, RecordNotFound } from '@app/kernel';
import { Outbox, Transactions, newId } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import { type EntityManager, IsNull } from 'typeorm';
import { leadsBack } from '../domain/instrument-chain';
import type { LinkKind } from '../domain/link-kinds';
import { AlreadyRecorded, LinkMakesCircle } from '../domain/refusals';
import { AgreementLinkEntity } from '../persistence/agreement.entities';
import { AgreementRepository } from '../persistence/agreement.repository';
import { ChainRepository } from '../persistence/chain.repository';
import { WHOLE_REGISTER } from '../persistence/visible-agreements';
import { agreementChanged } from './agreement-changed.event';
import { RequireScope } from './require-scope';

const agreementLinked = auditKind<{
  readonly to: string;
  readonly kind: LinkKind;
  readonly note: string | null;
}>('agreement.linked', 'agreement');

export interface LinkToRecord {
  readonly fromAgreementId: string;
  readonly toAgreementId: string;
  readonly kind: LinkKind;
  /** Why, or what the papers say of it. */
  readonly note: string | null;
}

/**
 * Records that one instrument follows from another or speaks of the same thing, so that totals count it once.
 * @throws RecordNotFound, OutsideScope, FieldsRefused, AlreadyRecorded, LinkMakesCircle
 */
@Injectable()
export class LinkAgreements {
  constructor(
    private readonly transactions: Transactions,
    private readonly agreements: AgreementRepository,
    private readonly chains: ChainRepository,
    private readonly scope: RequireScope,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly calendar: BusinessCalendar,
  ) {}

  /** @returns the id of the link. */
  async execute(link: LinkToRecord, actor: Actor): Promise<string> {
    return this.transactions.run(async (tx) => {
      const from = await this.agreements.findRecord(link.fromAgreementId, WHOLE_REGISTER);
      if (from === null) throw new RecordNotFound();
      await this.scope.at(tx, 'link.record', from.document);
      return this.record(tx, link, actor);
    });
  }

  /** The same for whoever has decided already that it may be, in their transaction. */
  async record(tx: EntityManager, link: LinkToRecord, actor: Actor): Promise<string> {
    const { fromAgreementId, toAgreementId, kind, note } = link;
    if (fromAgreementId === toAgreementId) {
      throw new FieldsRefused([{ field: 'toAgreementId', code: 'link_to_itself' }]);
    }
    const to = await this.agreements.findRecord(toAgreementId, WHOLE_REGISTER);
    // What was only drafted is in no chain yet.
    if (to === null || to.version_number === null) {
      throw new FieldsRefused([{ field: 'toAgreementId', code: 'unknown_reference' }]);
    }
    await this.chains.lockLinks(tx);
    const known = { fromAgreementId, toAgreementId, kind, withdrawnOn: IsNull() };
    if (await tx.existsBy(AgreementLinkEntity, known)) throw new AlreadyRecorded('toAgreementId');
    const following = kind === 'same_project' ? [] : await this.chains.following(tx, toAgreementId);
    if (leadsBack(following, { from: fromAgreementId, to: toAgreementId })) throw new LinkMakesCircle();
    const id = newId();
    await tx.insert(AgreementLinkEntity, {
      ...{ ...link, id },
      ...{ recordedBy: actor, recordedOn: this.calendar.today() },
    });
    await this.audit.note(tx, agreementLinked, {
      actor,
      subjectId: fromAgreementId,
      payload: { to: toAgreementId, kind, note },
    });
    for (const agreementId of [fromAgreementId, toAgreementId]) {
      await this.outbox.add(tx, agreementChanged, { agreementId });
    }
    return id;
  }
}
