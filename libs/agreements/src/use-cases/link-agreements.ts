import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, auditKind } from '@app/audit';
import { Transactions, newId } from '@app/platform';
import type { LinkKind } from '../domain/link-kinds';
import { AlreadyRecorded } from '../domain/refusals';
import { AgreementLinkEntity } from '../persistence/agreement.entities';

const agreementLinked = auditKind<{
  readonly to: string;
  readonly kind: LinkKind;
  readonly note: string | null;
}>('agreement.linked', 'agreement');

export interface LinkToRecord {
  readonly fromAgreementId: string;
  readonly toAgreementId: string;
  readonly kind: LinkKind;
  readonly note: string | null;
}

/** Records that two instruments speak of the same thing, so that totals count it once. @throws AlreadyRecorded */
@Injectable()
export class LinkAgreements {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {}

  async execute(link: LinkToRecord, actor: Actor): Promise<string> {
    return this.transactions.run(async (tx) => {
      const { note: _, ...unique } = link;
      if (await tx.existsBy(AgreementLinkEntity, unique)) throw new AlreadyRecorded('toAgreementId');
      const id = newId();
      await tx.insert(AgreementLinkEntity, { ...link, id });
      await this.audit.note(tx, agreementLinked, {
        actor,
        subjectId: link.fromAgreementId,
        payload: { to: link.toAgreementId, kind: link.kind, note: link.note },
      });
      return id;
    });
  }
}
