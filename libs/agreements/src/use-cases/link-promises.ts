import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, auditKind } from '@app/audit';
import { FieldsRefused, RecordNotFound } from '@app/kernel';
import { Transactions, newId } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import type { EntityManager } from 'typeorm';
import { leadsBack } from '../domain/instrument-chain';
import type { PromiseLinkKind } from '../domain/link-kinds';
import { AlreadyRecorded, LinkMakesCircle } from '../domain/refusals';
import { AgreementRepository } from '../persistence/agreement.repository';
import { ChainRepository } from '../persistence/chain.repository';
import { PromiseLinkEntity } from '../persistence/sources.entities';
import { WHOLE_REGISTER } from '../persistence/visible-agreements';
import { RequireScope } from './require-scope';

const promiseLinked = auditKind<{
  readonly commitmentId: string;
  readonly otherAgreementId: string;
  readonly otherCommitmentId: string;
  readonly kind: PromiseLinkKind;
}>('promise.linked', 'agreement');

export interface PromiseLinkToRecord {
  readonly agreementId: string;
  readonly commitmentId: string;
  /** The promise that it repeats, or of which it is a part. */
  readonly otherCommitmentId: string;
  readonly kind: PromiseLinkKind;
  readonly reason: string;
}

/**
 * Records that a promise of one instrument is that of another, or a part of it: totals then count it once, whatever else
 * the two instruments promise.
 * @throws RecordNotFound, OutsideScope, FieldsRefused, AlreadyRecorded, LinkMakesCircle
 */
@Injectable()
export class LinkPromises {
  constructor(
    private readonly transactions: Transactions,
    private readonly agreements: AgreementRepository,
    private readonly chains: ChainRepository,
    private readonly scope: RequireScope,
    private readonly audit: AuditTrail,
    private readonly calendar: BusinessCalendar,
  ) {}

  /** @returns the id of the link. */
  async execute(link: PromiseLinkToRecord, actor: Actor): Promise<string> {
    const { agreementId, commitmentId, otherCommitmentId, kind, reason } = link;
    return this.transactions.run(async (tx) => {
      const record = await this.agreements.findRecord(agreementId, WHOLE_REGISTER);
      if (record === null) throw new RecordNotFound();
      await this.scope.at(tx, 'link.record', record.document);
      const otherAgreementId = await this.otherAgreement(tx, link);
      await this.chains.lockLinks(tx);
      await refuseLinked(tx, commitmentId, otherCommitmentId);
      const wholes = kind === 'part_of' ? await this.chains.wholes(tx, otherCommitmentId) : [];
      if (leadsBack(wholes, { from: commitmentId, to: otherCommitmentId })) throw new LinkMakesCircle();
      const id = newId();
      await tx.insert(PromiseLinkEntity, {
        ...{ id, kind, reason, recordedBy: actor, recordedOn: this.calendar.today() },
        ...{ fromAgreementId: agreementId, fromCommitmentId: commitmentId },
        ...{ toAgreementId: otherAgreementId, toCommitmentId: otherCommitmentId },
      });
      await this.audit.note(tx, promiseLinked, {
        ...{ actor, subjectId: agreementId, reason },
        payload: { commitmentId, otherAgreementId, otherCommitmentId, kind },
      });
      return id;
    });
  }

  private async otherAgreement(tx: EntityManager, link: PromiseLinkToRecord): Promise<string> {
    const { agreementId, commitmentId, otherCommitmentId } = link;
    const agreements = await this.chains.agreementsOf(tx, [commitmentId, otherCommitmentId]);
    if (agreements.get(commitmentId) !== agreementId) {
      throw new FieldsRefused([{ field: 'commitmentId', code: 'unknown_reference' }]);
    }
    const other = agreements.get(otherCommitmentId);
    if (other === undefined)
      throw new FieldsRefused([{ field: 'otherCommitmentId', code: 'unknown_reference' }]);
    if (other === agreementId)
      throw new FieldsRefused([{ field: 'otherCommitmentId', code: 'promise_of_same_agreement' }]);
    return other;
  }
}

/** Two promises are linked once, in whichever direction. @throws AlreadyRecorded */
async function refuseLinked(tx: EntityManager, one: string, other: string): Promise<void> {
  const known = await tx.query<unknown[]>(
    `SELECT FROM promise_link WHERE withdrawn_on IS NULL AND least(from_commitment_id, to_commitment_id) = least($1, $2::uuid)
        AND greatest(from_commitment_id, to_commitment_id) = greatest($1::uuid, $2)`,
    [one, other],
  );
  if (known.length > 0) throw new AlreadyRecorded('otherCommitmentId');
}
